/** The addresses of registering; nothing personal stands in them but an unguessable link. */
export const paths = {
  join: (language: string, intakeId: string) => `/${language}/join/${intakeId}`,
  manage: (language: string, link: string) => `/${language}/my/${link}`,
  findByCode: (language: string) => `/${language}/my`,
  list: (language: string, intakeId: string) => `/${language}/staff/intakes/${intakeId}`,
  sessionList: (language: string, sessionId: string) => `/${language}/staff/sessions/${sessionId}/list`,
  act: (language: string, registrationId: string, verb: string) =>
    `/${language}/staff/registrations/${registrationId}/${verb}`,
}
