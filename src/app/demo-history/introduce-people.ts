import { introduceOneself, sayWhereToGo } from '../../centres/index.ts'
import {
  actingAs,
  type CentreRef,
  type Context,
  listTeam,
  type StaffMember,
  todayIn,
} from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'

/** The lead of the demo and her deputy let families know of them, and say where they go when the centre is closed. */
export const introducePeople = async (context: Context, showcase: CentreRef) => {
  const { centreId } = showcase
  const team = await inTransaction(context, tx =>
    listTeam(tx, { cityId: context.city.id, centreId }, todayIn(context)),
  )
  const contextOf = (name: string) => {
    const member = team.find(each => each.name === name)
    return member && actingAs(context, leadOf(member, showcase))
  }
  const lead = contextOf('Aylin Demir')
  const deputy = contextOf('Teodora Ilieva')
  if (!lead || !deputy) return
  await introduceOneself(lead, showcase, {
    ...{ name: 'Aylin', standsAs: 'lead', languages: ['de', 'tr', 'en'] },
    whenThere: {
      de: 'Dienstag bis Freitag am Vormittag, gleich vorne im Café',
      en: 'Tuesday to Friday in the morning, right at the front in the café',
      ar: 'من الثلاثاء إلى الجمعة صباحًا، في المقهى عند المدخل',
    },
  })
  await introduceOneself(deputy, showcase, {
    ...{ name: 'Teodora', standsAs: 'deputy', languages: ['de', 'bg', 'ru'] },
    whenThere: {
      de: 'Montags den ganzen Tag und immer, wenn Aylin nicht da ist',
      en: 'All day on Mondays, and whenever Aylin is away',
      ar: 'طوال يوم الاثنين، وكلما غابت أيلين',
    },
  })
  await sayWhereToGo(lead, showcase, {
    de: 'Schreib uns deine Frage hier auf der Seite, wir melden uns am nächsten Werktag. In Not hilft dir immer jemand unter diesen Nummern.',
    en: 'Write us your question here on this page; we answer on the next working day. In an emergency somebody always helps you at these numbers.',
    ar: 'اكتبوا لنا سؤالكم هنا على الصفحة، ونجيبكم في يوم العمل التالي. وعند الضرورة تجدون من يساعدكم دائمًا على هذه الأرقام.',
  })
}

const leadOf = (member: { accountId: string; name: string }, centre: CentreRef): StaffMember => ({
  ...{ kind: 'staff', ...member, ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'centre-lead', ...centre }],
})
