/** The vocabulary of every page. Seen all together, in both directions, at `/de/design`. */
export { type Accent, accentClass, accentStyles } from './accents.ts'
export { type AssetName, asset } from './assets.ts'
export { Button, type ButtonKind, ConfirmButton, HiddenFields, LinkButton } from './button.tsx'
export { CheckboxField, CheckboxGroup, FieldGroup, RadioGroup } from './choice-fields.tsx'
export { Brand, Document, type DocumentProps, type LanguageLink, LanguageSwitch } from './document.tsx'
export type { FieldProps } from './field.tsx'
export {
  DateField,
  NumberField,
  type Option,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from './fields.tsx'
export { ErrorSummary, type FieldFault, Form } from './form.tsx'
export { Icon } from './icon.tsx'
export type { IconName } from './icon-paths.ts'
export { type FrameWords, type NavigationLink, PublicPage, type PublicPageProps } from './public-page.tsx'
export { PlainPage, StaffPage, type StaffPageProps } from './staff-page.tsx'
