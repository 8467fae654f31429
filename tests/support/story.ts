import { load } from 'cheerio'
import pg from 'pg'
import type { TestDatabase } from './server.ts'

/** A sentence of the story as somebody reads it: its numbers, and every figure below it by its name. */
export type Told = { sentence: string; numbers: string[]; figures: Record<string, string>; picture: string }

/** What stands on the page of the story, sentence by sentence. */
export const readToldStory = (html: string): Told[] => {
  const page = load(html)
  const words = (text: string) => text.replace(/\s+/g, ' ').trim()
  return page('ol.story > li')
    .get()
    .map(part => {
      const sentence = words(page(part).find('p').text())
      const figures = page(part)
        .find('dl > div')
        .get()
        .map(line => [words(page(line).find('dt').text()), words(page(line).find('dd').text())] as const)
      return {
        sentence,
        numbers: sentence.match(/\d+([.,]\d+)*/g) ?? [],
        figures: Object.fromEntries(figures),
        picture: page(part).find('svg[role=img]').attr('aria-label') ?? '',
      }
    })
}

/**
 * The same figures computed another way: by one statement each, on the tables themselves, behind all policies, and
 * from the counts of the sessions instead of what was released of them.
 */
export const countBehindThePage = async (database: TestDatabase, cityId: string, today: string) => {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  const rows = async (statement: string, ...values: unknown[]) =>
    (await admin.query(statement, [cityId, ...values])).rows
  const row = async (statement: string, ...values: unknown[]) => (await rows(statement, ...values))[0]
  const quarter = `date_trunc('quarter', $2::date)::date`
  try {
    return {
      centres:
        await row(`select count(*)::int as centres, count(*) filter (where is_example)::int as "exampleCentres",
        (select count(distinct provider_id)::int from centres where city_id = $1) as providers,
        (select count(distinct p.id)::int from providers p join centres c on c.provider_id = p.id
          where p.city_id = $1 and p.is_example) as "exampleProviders"
        from centres where city_id = $1`),
      districts: await row(`select (select count(*)::int from districts where city_id = $1) as districts,
        (select count(*)::int from (select district_id from centres where city_id = $1 union
          select q.district_id from catchments a join quarters q on q.id = a.quarter_id
          where a.city_id = $1 and a.valid @> current_date) served) as served`),
      kinds: await rows(
        `select kind as name, count(*)::int from offers where city_id = $1 and state = 'published' group by 1`,
      ),
      offers: await row(`select count(*)::int as offers, count(*) filter (where price_cents = 0)::int as free,
        count(*) filter (where registration = 'none')::int as "justCome"
        from offers where city_id = $1 and state = 'published'`),
      languages: await rows(`select l as name, count(*)::int from offers o, unnest(o.languages) l
        where city_id = $1 and state = 'published' group by 1`),
      visits: await row(
        `select coalesce(sum(adults), 0)::int as adults, count(*)::int as held, count(adults)::int as counted,
          coalesce(sum(children_under_1 + children_1_to_2 + children_3_to_5 + children_6_to_10 + children_over_10), 0)::int
            as children, coalesce(sum(first_time), 0)::int as "firstTime"
        from sessions s left join lateral (select * from head_counts h where h.session_id = s.id
          order by version desc limit 1) h on not h.is_withdrawn
        where s.city_id = $1 and s.state = 'planned' and s.held_on < ${quarter}
          and s.held_on >= ${quarter} - interval '1 year'`,
        today,
      ),
      money: await rows(`select budget as name, (sum(cents) / count(distinct year) / 100)::int as euros,
          bool_or(a.is_example) as "isExample"
        from fiscal_years y join budget_amounts a using (city_id, year) where city_id = $1 group by 1 order by 1`),
      hours: await rows(`select distinct on (budget) budget as name, lead_minutes / 60.0 as hours
        from fiscal_years where city_id = $1 order by budget, year desc`),
      kits: await row(`select coalesce(sum(kits), 0)::int as kits, coalesce(bool_or(made_up), false) as "isExample"
        from (select sum(hung_up) as kits, bool_or(r.is_example) as made_up
          from doorstep_tallies t join doorstep_rounds r on r.id = t.round_id
          where r.city_id = $1 group by date_trunc('year', r.held_on) having sum(hung_up) > 4) years`),
      closedDoors: await rows(
        `select o.way as name, count(*)::int from sessions s join offers o on o.id = s.offer_id
        where s.city_id = $1 and s.state = 'planned' and o.state = 'published' and s.held_on < $2::date group by 1`,
        today,
      ),
    }
  } finally {
    await admin.end()
  }
}

type Counted = Awaited<ReturnType<typeof countBehindThePage>>
type Named = { name: string; count: number }

/** What must stand below each of the ten sentences in German, if the database is right. */
export const figuresOf = (counted: Counted): Record<string, string>[] => {
  const written = (value: number) => value.toLocaleString('de-DE')
  const of = (all: Named[], name: string) => written(all.find(each => each.name === name)?.count ?? 0)
  const example = (count: number) => `${written(count)} Beispiel`
  const budget = (name: string) => `Haushalt ${name.replace('-', '/')}`
  const {
    centres,
    districts,
    kinds,
    offers,
    languages,
    visits,
    money,
    hours,
    closedDoors,
    kits: bags,
  } = counted
  const all = visits.adults + visits.children
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
  const step = steps.find(each => all / each <= 20) ?? 1
  return [
    {
      Zentren: written(centres.centres),
      ...(centres.exampleCentres > 0 && { 'ausgedachte Zentren': example(centres.exampleCentres) }),
      Träger: written(centres.providers),
      ...(centres.exampleProviders > 0 && { 'ausgedachte Träger': example(centres.exampleProviders) }),
    },
    { Ortsbezirke: written(districts.districts), 'mit einem Zentrum für sie': written(districts.served) },
    {
      'Leute treffen': of(kinds, 'encounter'),
      'Sport, Basteln, Rausgehen': of(kinds, 'activity'),
      'Lernen und Kurse': of(kinds, 'education'),
      'Rat und Hilfe': of(kinds, 'counselling'),
      'Nachbarn helfen': of(kinds, 'neighbourly'),
    },
    { kostenlos: written(offers.free), 'alle Angebote': written(offers.offers) },
    { 'ohne Anmeldung': written(offers.justCome), 'alle Angebote': written(offers.offers) },
    Object.fromEntries(
      languages.map(({ name, count }) => [
        new Intl.DisplayNames(['de'], { type: 'language' }).of(name) ?? name,
        written(count),
      ]),
    ),
    all === 0
      ? { Besuche: 'noch nicht bekannt' }
      : {
          'Besuche von Erwachsenen': written(visits.adults),
          'Besuche von Kindern': written(visits.children),
          'Familien zum ersten Mal da': written(visits.firstTime),
          'gezählte Termine': `${written(visits.counted)} von ${written(visits.held)}`,
          ...(step > 1 && { 'Besuche je Zeichen im Bild': written(step) }),
        },
    money.length === 0
      ? { 'Geld im Jahr': 'noch nicht bekannt' }
      : Object.fromEntries(
          money.map(({ name, euros, isExample }) => [
            budget(name),
            `${written(euros)} €${isExample ? ' Beispiel' : ''}`,
          ]),
        ),
    hours.length === 0
      ? { 'Stunden einer Leitung': 'noch nicht bekannt' }
      : Object.fromEntries(
          hours.map(each => [budget(each.name), `${written(Number(each.hours))} Stunden in der Woche`]),
        ),
    {
      'Termine online': of(closedDoors, 'online'),
      'Termine am Telefon': of(closedDoors, 'phone'),
      'Termine an der Haustür': of(closedDoors, 'door'),
      'Basteltüten an Wohnungstüren':
        bags.kits === 0 ? 'noch nicht bekannt' : `${written(bags.kits)}${bags.isExample ? ' Beispiel' : ''}`,
    },
  ]
}
