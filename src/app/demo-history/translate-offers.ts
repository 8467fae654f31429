import { actingAs, type CentreRef, type Context } from '../../identity/index.ts'
import { keepTerm, readTranslation, saveTranslation } from '../../planning/index.ts'
import { leadOf } from './keep-network.ts'

/** What all centres call the same, and one offer that somebody has begun to put into Turkish. */
export const translateOffers = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  for (const [german, said] of Object.entries(words))
    for (const [language, term] of Object.entries(said))
      if (context.city.languages.some(spoken => spoken === language))
        await keepTerm(lead, language, { german, said: term })

  const begun = { slug: 'westend-krabbelgruppe', language: 'tr' }
  if (!context.city.languages.some(spoken => spoken === begun.language)) return
  const { version, begunMark } = await readTranslation(lead, begun.slug, begun.language)
  await saveTranslation(lead, begun, {
    ...{ title: 'Oyun grubu', summary: 'Bebeklerle oynuyor, şarkı söylüyoruz.', body: '' },
    ...{ version, begunMark, shows: false },
  })
}

const words: Record<string, Record<string, string>> = {
  Krabbelgruppe: { en: 'playgroup', tr: 'oyun grubu', ar: 'مجموعة لعب', uk: 'ігрова група' },
  Elterncafé: { en: 'parents’ café', tr: 'ebeveyn kafesi', ar: 'مقهى الأهل', uk: 'кафе для батьків' },
  Stadtteil: { en: 'district', tr: 'semt', ar: 'الحي', uk: 'район міста' },
  Sprechstunde: { en: 'advice hour', tr: 'danışma saati', ar: 'ساعة استشارة', uk: 'година консультацій' },
}
