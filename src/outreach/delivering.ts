import { jobNamed } from '../platform/jobs/job.ts'

/** The job that takes one message from the outbox to the family. It carries ids only, never an address. */
export const deliverMessage = jobNamed<{ cityId: string; messageId: string }>('deliver-message')
