export { contactInOneField, reachForm } from './forms.ts'
export { PhoneLink } from './pages/phone-link.tsx'
export { ReachFields } from './pages/reach-fields.tsx'
export { columnsOf, type PhoneOrEmail, type Reach, reachOf } from './reach.ts'
