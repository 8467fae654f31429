import { answerPasswordRequest, type PasswordPost } from './answer-password-request.ts'
import { sendPasswordLink } from './ask-for-password.ts'
import type { CityJob } from './city-job.ts'

export const identityJobs = (post: PasswordPost): CityJob[] => [sendPasswordLinkBy(post)]

const sendPasswordLinkBy = (post: PasswordPost): CityJob<{ requestId: string }> => ({
  name: sendPasswordLink.name,
  run: (context, { data }) => answerPasswordRequest(post, context, data.requestId),
})
