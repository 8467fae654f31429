import { type CodeFault, CodeForm } from '../../codes/index.ts'
import { Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = { fault: CodeFault | undefined; isGone: boolean; wording: Wording }

/** For whoever has the code of a note, or of her interest in one. */
export const CodePage = ({ fault, isGone, wording }: Props) => (
  <Stack>
    <h1>{wording.t('neighbours.code.title')}</h1>
    {isGone && <Notice tone="success" title={wording.t('neighbours.own.gone')} announce />}
    <CodeForm action={paths.byCode(wording.language)} {...{ fault, wording }} />
  </Stack>
)
