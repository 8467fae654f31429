/** The addresses of the network of a centre. */
export const paths = {
  partners: (language: string) => `/${language}/staff/network`,
  newPartner: (language: string) => `/${language}/staff/network/new`,
  partner: (language: string, id: string) => `/${language}/staff/network/${id}`,
  takeOut: (language: string, id: string) => `/${language}/staff/network/${id}/take-out`,
  sign: (language: string, id: string) => `/${language}/staff/network/${id}/agreements`,
  withdraw: (language: string, id: string, agreementId: string) =>
    `/${language}/staff/network/${id}/agreements/${agreementId}/withdraw`,
  addContact: (language: string, id: string) => `/${language}/staff/network/${id}/contacts`,
  takeOutContact: (language: string, id: string, contactId: string) =>
    `/${language}/staff/network/${id}/contacts/${contactId}/take-out`,
  meetings: (language: string) => `/${language}/staff/network/meetings`,
  newMeeting: (language: string) => `/${language}/staff/network/meetings/new`,
  meeting: (language: string, id: string) => `/${language}/staff/network/meetings/${id}`,
  giveTask: (language: string, id: string) => `/${language}/staff/network/meetings/${id}/tasks`,
  finishTask: (language: string, id: string, taskId: string) =>
    `/${language}/staff/network/meetings/${id}/tasks/${taskId}`,
}
