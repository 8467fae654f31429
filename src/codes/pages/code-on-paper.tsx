import { Stack } from '../../platform/design/index.ts'

/** A code, large enough to be copied onto paper, and what it is good for. */
export const CodeOnPaper = ({ code, title, use }: { code: string; title: string; use: string }) => (
  <Stack gap="small">
    <h2>{title}</h2>
    <p class="big-code" dir="ltr">
      {code}
    </p>
    <p>{use}</p>
  </Stack>
)
