import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Limit, WaitingParty } from '../places.ts'
import type { PlaceRules } from '../rules/place-rules.ts'
import { limitsOf } from './intakes.ts'
import { besideTitle } from './offers.ts'

type Reading = Pick<Context, 'city' | 'language' | 'scope' | 'now'>
type AtIntake = { intakeId: string; title: string; titleLanguage: string }

/** Intakes of the own centres and offers at which families wait, with all of them in the order of the list. */
export const listWaiting = async (tx: Tx, reading: Reading) => {
  const { rows } = await sql<AtIntake & PlaceRules & { limits: Limit[]; parties: WaitingParty[] }>`
    select i.id as intake_id, t.title, t.language as title_language, p.parties,
      o.priority, o.giving, o.waiting_rule,
      ${limitsOf(sql`i.city_id`, sql`i.id`)} as limits
    from intakes i ${besideIntake(reading)}
    join lateral (select json_agg(json_build_object('id', r.id, 'adults', r.adults, 'children', r.children,
        'babies', r.babies, 'comesAs', r.comes_as) order by r.joined_at, r.id) as parties
      from registrations r
      where r.city_id = i.city_id and r.intake_id = i.id and r.state = 'waiting') p on p.parties is not null
    where ${ownAndOpen(reading)}
    order by i.starts_at, i.id`.execute(tx)
  return rows
}

/** How many live registrations name a child that another live one names too. */
export const listRepeats = async (tx: Tx, reading: Reading) => {
  const { rows } = await sql<AtIntake & { children: number }>`
    select i.id as intake_id, t.title, t.language as title_language, count(*) as children
    from registrations r
    join intakes i on i.city_id = r.city_id and i.id = r.intake_id ${besideIntake(reading)}
    where r.repeats_id is not null and r.state in ('confirmed', 'waiting', 'offered') and ${ownAndOpen(reading)}
    group by i.id, i.starts_at, t.title, t.language
    order by i.starts_at, i.id`.execute(tx)
  return rows
}

const besideIntake = ({ language }: Reading) => sql`
  join offers o on o.city_id = i.city_id and o.id = i.offer_id ${besideTitle(language)}`

const ownAndOpen = ({ city, scope, now }: Reading) => sql`
  i.city_id = ${city.id} and not i.is_stopped and i.closes_at > ${now.toString()}::timestamptz
  and (i.centre_id = any (${[...(scope.centres ?? [])]}::uuid[]) or i.offer_id = any (${[...(scope.offers ?? [])]}::uuid[]))`
