export { paths } from './paths.ts'
export { storyRoutes } from './routes.tsx'
