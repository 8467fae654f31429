/**
 * Tells the sign-in library, which opens the session, that others use this device too. Whoever sends it herself
 * is only signed out sooner.
 */
const header = 'x-kieznetz-shared-device'

export const onDevice = (headers: Headers, isShared: boolean) => {
  const told = new Headers(headers)
  told.delete(header)
  if (isShared) told.set(header, 'yes')
  return told
}

export const isSharedDevice = (headers: Headers | undefined) => headers?.get(header) === 'yes'
