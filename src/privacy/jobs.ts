import type { CityJob } from '../identity/index.ts'
import { deleteExpired } from './delete-expired.ts'

/** Hourly: the first turn of a city's day finds what ends on it, and a night without power is made up for. */
export const privacyJobs: CityJob[] = [{ name: 'delete-expired', everySeconds: 3600, run: deleteExpired }]
