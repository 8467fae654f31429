export { InOwnWords, type Shown, UnderstandButton } from './pages/in-own-words.tsx'
export { type Understood, understandOnPage } from './understand-on-page.ts'
