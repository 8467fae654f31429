import type { Wording } from '../platform/wording/wording.ts'
import { paths } from './paths.ts'

/** The way from the page of one registration to the page of the whole family. */
export const wayHome = (link: string, { t, language }: Wording) => ({
  ...{ href: paths.page(language, link), label: t('household.way'), icon: 'people' as const },
})
