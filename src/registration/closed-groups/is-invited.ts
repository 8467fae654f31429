import type { Actor } from '../../identity/index.ts'
import { hashOfLink } from '../../platform/web/keys.ts'
import type { Intake } from '../registration.ts'

/** Whether somebody may join a closed group: by the link of the lead, or entered by the centre itself. */
export const isInvited = (
  actor: Actor,
  { isClosedGroup, inviteHash }: Pick<Intake, 'isClosedGroup' | 'inviteHash'>,
  invite: string | undefined,
) =>
  !isClosedGroup ||
  actor.kind === 'staff' ||
  (inviteHash !== null && invite !== undefined && inviteHash.equals(hashOfLink(invite)))
