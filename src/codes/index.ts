export { CodeForm } from './pages/code-form.tsx'
export { type CodeFault, readCode, statusOfFault } from './read-code.ts'
