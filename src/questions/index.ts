export { paths } from './paths.ts'
export { countOverdue } from './read-questions.ts'
export { questionsRoutes } from './routes.tsx'
export { deleteQuestions } from './store/questions.ts'
