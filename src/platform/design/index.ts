/** The vocabulary of every page. Seen all together, in both directions, at `/de/design`. */
export { accentClass, accentStyles, readableAccent } from './accents.ts'
export { type AssetName, asset, assetFile } from './assets.ts'
export { Button, type Carried, ConfirmButton, LinkButton, LoneLink, PhoneButton } from './button.tsx'
export { CheckboxField, CheckboxGroup, FieldGroup, RadioGroup } from './choice-fields.tsx'
export { CountField } from './count-field.tsx'
export { type Column, DataTable } from './data-table.tsx'
export { type Description, DescriptionList, Lines } from './description-list.tsx'
export { type Alternate, Document } from './document.tsx'
export {
  DateField,
  FileField,
  NumberField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from './fields.tsx'
export { type Chip, Chips, Hero, Pagination, SearchForm, type Tile, Tiles } from './finding.tsx'
export { ErrorSummary, type FieldFault, Form } from './form.tsx'
export { Icon, IconShape } from './icon.tsx'
export type { IconName } from './icon-paths.ts'
export {
  Board,
  Card,
  Cards,
  Cluster,
  Columns,
  Fold,
  Prose,
  Section,
  SideBySide,
  Stack,
  ThumbBar,
} from './layout.tsx'
export { MonthField } from './month-field.tsx'
export { EmptyState, Notice, type Tone } from './notice.tsx'
export { DesignGallery } from './pages/gallery.tsx'
export { type NavigationLink, PublicPage } from './public-page.tsx'
export { qrCode } from './qr-code.ts'
export { QrCode } from './qr-picture.tsx'
export { Meter, Row, RowCount, Rows } from './rows.tsx'
export { PlainPage, StaffPage } from './staff-page.tsx'
export { Steps } from './steps.tsx'
export { Tag, type TagFact, Tags } from './tags.tsx'
export { TimeCard, TimeCards } from './time-card.tsx'
export { WeekPlan } from './week-plan.tsx'
