export { registrationSheet } from './pages/registration-sheet.ts'
export { printRoutes } from './routes.tsx'
