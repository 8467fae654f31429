/** The vocabulary of every page. Seen all together, in both directions, at `/de/design`. */
export { type Accent, accentClass, accentStyles } from './accents.ts'
export { type AssetName, asset } from './assets.ts'
export { Button, type ButtonKind, ConfirmButton, HiddenFields, LinkButton } from './button.tsx'
export { CheckboxField, CheckboxGroup, FieldGroup, RadioGroup } from './choice-fields.tsx'
export { CountField } from './count-field.tsx'
export { type Column, DataTable } from './data-table.tsx'
export { type Description, DescriptionList } from './description-list.tsx'
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
export { type Chip, Chips, Hero, Pagination, SearchForm, type Tile, Tiles } from './finding.tsx'
export { ErrorSummary, type FieldFault, Form } from './form.tsx'
export { Icon } from './icon.tsx'
export type { IconName } from './icon-paths.ts'
export { Card, Cards, Cluster, Columns, Prose, Section, Stack, ThumbBar } from './layout.tsx'
export { MonthField } from './month-field.tsx'
export { EmptyState, Notice, type Tone } from './notice.tsx'
export { DesignGallery } from './pages/gallery.tsx'
export { type FrameWords, type NavigationLink, PublicPage, type PublicPageProps } from './public-page.tsx'
export { Meter, Row, RowCount, Rows } from './rows.tsx'
export { PlainPage, StaffPage, type StaffPageProps } from './staff-page.tsx'
export { type Step, Steps } from './steps.tsx'
export { Tag, type TagFact, Tags } from './tags.tsx'
export { TimeCard, type TimeCardProps, TimeCards } from './time-card.tsx'
export { type PlanDay, type PlanEntry, WeekPlan } from './week-plan.tsx'
