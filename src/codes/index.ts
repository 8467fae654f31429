export { CodeForm } from './pages/code-form.tsx'
export { CodeOnPaper } from './pages/code-on-paper.tsx'
export { type CodeFault, readCode, readKey, statusOfFault } from './read-code.ts'
export { showCodePage, toTakenBack } from './show-code-page.tsx'
