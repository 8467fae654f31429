import { answerPasswordRequest, type PasswordPost } from './answer-password-request.ts'
import { sendPasswordLink } from './ask-for-password.ts'
import type { CityJob } from './city-job.ts'
import { sendProofLink } from './entrance.ts'
import { mailProofLinkTo } from './mail-proof-link.ts'

export const identityJobs = (post: PasswordPost): CityJob[] => [
  sendPasswordLinkBy(post),
  sendProofLinkBy(post),
]

const sendPasswordLinkBy = (post: PasswordPost): CityJob<{ requestId: string }> => ({
  name: sendPasswordLink.name,
  run: (context, { data }) => answerPasswordRequest(post, context, data.requestId),
})

const sendProofLinkBy = (post: PasswordPost): CityJob<{ requestId: string; accountId: string }> => ({
  name: sendProofLink.name,
  run: (context, { data }) => mailProofLinkTo(post, context, data),
})
