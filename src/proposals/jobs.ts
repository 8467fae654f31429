import type { CityJob } from '../identity/index.ts'
import { askPartners } from './ask-partners.ts'

/** Twice a day: a night without power delays a question by hours. */
export const proposalsJobs: CityJob[] = [{ name: 'ask-partners', everySeconds: 43_200, run: askPartners }]
