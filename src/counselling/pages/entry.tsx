import type { Child, PropsWithChildren } from 'hono/jsx'
import { Cluster, Stack } from '../../platform/design/index.ts'

/** One thing on a list of the team: what it is, what else is known, and below what can be done about it. */
export const Entry = ({ title, note, children }: PropsWithChildren<{ title: Child; note: Child }>) => (
  <Stack gap="small">
    <h3>{title}</h3>
    <p>{note}</p>
    <Cluster>{children}</Cluster>
  </Stack>
)
