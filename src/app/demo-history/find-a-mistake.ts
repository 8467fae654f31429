import { sendCorrection } from '../../corrections/index.ts'
import { actingAs, type CentreRef, type Context } from '../../identity/index.ts'

/** Somebody stood before a closed door last week, and said so. */
export const findAMistake = async (context: Context, showcase: CentreRef) => {
  const now = context.now.subtract({ hours: 4 * 24 })
  const desk = actingAs({ ...context, now, language: 'ar' }, { kind: 'desk', ...showcase })
  await sendCorrection(desk, showcase, {
    ...{ page: '/offers/westend-kita-platz-suche', title: 'Kita-Platz: Wir suchen mit dir' },
    ...{ what: 'place', words: 'المدخل من الفناء وليس من الشارع', renderingKey: 'demo closed door' },
  })
}
