import { type CodeFault, CodeForm } from '../../codes/index.ts'
import { Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = { fault: CodeFault | undefined; isTakenBack: boolean; wording: Wording }

/** For whoever has the code of something borrowed. */
export const CodePage = ({ fault, isTakenBack, wording }: Props) => (
  <Stack>
    <h1>{wording.t('lending.code.title')}</h1>
    {isTakenBack && <Notice tone="success" title={wording.t('lending.code.takenBack')} announce />}
    <CodeForm action={paths.byCode(wording.language)} {...{ fault, wording }} />
  </Stack>
)
