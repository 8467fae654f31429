import { Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { CodeFault } from '../read-code.ts'
import { CodeForm } from './code-form.tsx'

type Props = {
  title: string
  action: string
  /** Said when what the code opened has just been taken back. */
  takenBack: string | undefined
  fault: CodeFault | undefined
  wording: Wording
}

/** For whoever has the code of something and not its link. */
export const CodePage = ({ title, takenBack, ...form }: Props) => (
  <Stack>
    <h1>{title}</h1>
    {takenBack && <Notice tone="success" title={takenBack} announce />}
    <CodeForm {...form} />
  </Stack>
)
