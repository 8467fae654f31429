import type { Context } from '../identity/index.ts'
import { listCourseDays } from './store/course-days.ts'

export type { CourseDay } from './store/course-days.ts'

/** The dates of the course that everybody may read of; none for what is no course. */
export const readCourseDays = ({ db, city }: Pick<Context, 'db' | 'city'>, intakeId: string) =>
  listCourseDays(db, city.id, intakeId)
