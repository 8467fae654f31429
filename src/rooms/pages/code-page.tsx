import { type CodeFault, CodeForm } from '../../codes/index.ts'
import { Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { publicPaths } from '../public-paths.ts'

type Props = { fault: CodeFault | undefined; isTakenBack: boolean; wording: Wording }

/** For a group that has the code of its request. */
export const CodePage = ({ fault, isTakenBack, wording }: Props) => (
  <Stack>
    <h1>{wording.t('rooms.code.title')}</h1>
    {isTakenBack && <Notice tone="success" title={wording.t('rooms.code.takenBack')} announce />}
    <CodeForm action={publicPaths.byCode(wording.language)} {...{ fault, wording }} />
  </Stack>
)
