import type { Wording } from '../../platform/wording/wording.ts'
import type { Role } from '../actor.ts'

/** A task and where it is held, such as "course leader, KiEZ Westend". */
export const taskWords = ({ t }: Wording, { role, place }: { role: Role; place?: string | null }) => {
  const task = t(`app.role.${role}`)
  return place ? t('identity.people.taskAt', { role: task, place }) : task
}
