export { householdRoutes } from './routes.tsx'
export { wayHome } from './way-home.ts'
