import { type CodeFault, CodeForm } from '../../codes/index.ts'
import { Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = { fault: CodeFault | undefined; wording: Wording }

/** For whoever has the code of a question. */
export const CodePage = ({ fault, wording }: Props) => (
  <Stack>
    <h1>{wording.t('questions.code.title')}</h1>
    <CodeForm action={paths.byCode(wording.language)} {...{ fault, wording }} />
  </Stack>
)
