import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { TestDatabase } from './server.ts'
import { aTown, type Town, townNow } from './town.ts'

/** One offer with everything that hangs on it: a session, a household that registered, a count, a message. */
export type FilledOffer = Record<
  'offerId' | 'sessionId' | 'intakeId' | 'householdId' | 'registrationId' | 'messageId',
  string
>

/** A centre at which two offers run; Jonas leads the first of them. */
export type FilledCentre = {
  cityId: string
  providerId: string
  centreId: string
  led: FilledOffer
  notLed: FilledOffer
}

export type FilledTown = { town: Town; westend: FilledCentre; dotzheim: FilledCentre }

/** Who leads the first offer of every filled centre. */
export const courseLeader = 'account-of-jonas'

/** A city with at least one row in every table that holds a city's data, at two centres of two providers. */
export async function aFilledTown(database: TestDatabase, slug: string): Promise<FilledTown> {
  const town = await aTown(database, { slug })
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  try {
    await admin.query(ofTheCity(town))
    const fill = async ({ id: centreId, providerId }: Town['westend']): Promise<FilledCentre> => {
      const place = { cityId: town.city.id, providerId, centreId }
      const [led, notLed] = [anOfferAt(), anOfferAt()]
      await admin.query(ofAnOffer(place, led, 'published') + ofAnOffer(place, notLed, 'draft'))
      await admin.query(ofTheCentre(place, led))
      return { ...place, led, notLed }
    }
    return { town, westend: await fill(town.westend), dotzheim: await fill(town.dotzheim) }
  } finally {
    await admin.end()
  }
}

const anOfferAt = (): FilledOffer => ({
  ...{ offerId: randomUUID(), sessionId: randomUUID(), intakeId: randomUUID() },
  ...{ householdId: randomUUID(), registrationId: randomUUID(), messageId: randomUUID() },
})

type Place = { cityId: string; providerId: string; centreId: string }

const at = townNow.toString()

const ofTheCity = ({ city, districts }: Town) => `
  insert into district_aliases values ('${city.id}', 'Altes Dorf', '${districts.westend}');
  insert into district_indicators values ('${city.id}', '${districts.westend}', 'children', '[2026-01-01,)', 12, 'persons', 'Test');
  insert into embed_sites (city_id, name, origin, added_at) values ('${city.id}', 'Kita', 'https://kita.example', '${at}');
  insert into glossary_terms (city_id, language, german, said) values ('${city.id}', 'tr', 'Träger', 'taşıyıcı kuruluş');
  insert into due_matters (city_id, id, slug, from_months, until_months, source, source_url, checked_on)
    values ('${city.id}', '${city.id}', 'u3', 0, 2, 'G-BA', 'https://www.g-ba.de', '2026-11-23');
  insert into due_matter_texts values ('${city.id}', '${city.id}', 'de', 'U3');
  insert into school_holidays values ('${city.id}', '2026-12-21', '2027-01-09', 'christmas', '2026/27');
  insert into council_decisions (city_id, slug, budget, body, source, is_example) values ('${city.id}', 'd', '2020-21', 'council', 'x', false);
  insert into council_decision_texts select city_id, id, 'de', 'Test' from council_decisions where city_id = '${city.id}';
  insert into council_votes select city_id, id, 'A', 1, 0, 0, 'x', true from council_decisions where city_id = '${city.id}';
  insert into council_stations select city_id, id, 'council', null, 'x', true from council_decisions where city_id = '${city.id}';
  insert into sign_language_films values ('${city.id}', 'film', 'WEBVTT', 'abcdefghijk');
  insert into fiscal_years values ('${city.id}', 2020, '2020-21', 2340, 'x', false);
  insert into concept_versions values ('${city.id}', uuidv7(), 'v', 'Test', '[2026-01-01,)', 'x', true);
  insert into concept_articles values ('${city.id}', 'bildung');
  insert into concept_version_articles select city_id, id, 'bildung', 1 from concept_versions where city_id = '${city.id}';
  insert into concept_article_texts select city_id, id, 'bildung', 'de', 'Bildung', 'Test' from concept_versions where city_id = '${city.id}';
  insert into pack_records values ('${city.id}', 'offers.csv', 'x', 'y');
  insert into heartbeats values ('test', 60, '${at}') on conflict do nothing;`

const ofAnOffer = ({ cityId, providerId, centreId }: Place, ids: FilledOffer, state: string) => {
  const place = `'${cityId}', '${providerId}', '${centreId}'`
  const childId = randomUUID()
  return `
  insert into offers (city_id, provider_id, centre_id, id, slug, state, kind, format, registration, counts, places)
    values (${place}, '${ids.offerId}', 'o-${ids.offerId}', '${state}', 'encounter', 'course', 'session', 'child', 5);
  insert into offer_texts (city_id, offer_id, language, title) values ('${cityId}', '${ids.offerId}', 'de', 'Test');
  insert into offer_text_versions values ('${cityId}', '${ids.offerId}', 1, 'Test', '', '');
  insert into begun_translations values ('${cityId}', '${ids.offerId}', 'tr', 'Deneme', '', '', false, '2026-11-23', 1);
  insert into offer_articles values (${place}, '${ids.offerId}', 'bildung');
  insert into series (city_id, offer_id, rule, weekday, starts, first_on)
    values ('${cityId}', '${ids.offerId}', 'weekly', 1, '09:30', '2026-11-23');
  insert into sessions (city_id, provider_id, centre_id, offer_id, id, held_on, starts, starts_at)
    values (${place}, '${ids.offerId}', '${ids.sessionId}', '2026-11-23', '09:30', '2026-11-23 09:30+01');
  insert into online_links values (${place}, '${ids.offerId}', '${ids.sessionId}', 'https://treffen.example/test');
  insert into offer_recordings values (${place}, '${ids.offerId}', 'de', 'abcdefghijklmnopqrstuv', 'audio/mp4', 'voice',
    'words', '2026-11-23');
  insert into intakes (city_id, provider_id, centre_id, offer_id, id, session_id, starts_at, age_on, last_on, closes_at)
    values (${place}, '${ids.offerId}', '${ids.intakeId}', '${ids.sessionId}', '2026-11-23 09:30+01', '2026-11-23',
      '2026-11-23', '2026-11-23 09:30+01');
  insert into intake_limits values ('${cityId}', '${ids.intakeId}', 'child', 5);
  insert into households (city_id, provider_id, centre_id, id, called, language, contact_kind, delete_on)
    values (${place}, '${ids.householdId}', 'Novak', 'de', 'none', '2027-01-01');
  insert into household_children (city_id, provider_id, centre_id, id, household_id, first_name, born_in)
    values (${place}, '${childId}', '${ids.householdId}', 'Mila', '2025-03-01');
  insert into registrations (city_id, provider_id, centre_id, id, offer_id, intake_id, household_id, state, adults,
      children, babies, joined_at, entered_by, rendering_key)
    values (${place}, '${ids.registrationId}', '${ids.offerId}', '${ids.intakeId}', '${ids.householdId}', 'confirmed',
      1, 1, 0, '${at}', 'family', '${randomUUID()}');
  insert into registration_children values ('${cityId}', '${ids.registrationId}', '${ids.householdId}', '${childId}');
  insert into push_subscriptions values ('${cityId}', '${ids.householdId}', '${providerId}', '${centreId}',
    'https://fcm.googleapis.com/fcm/send/${ids.householdId}', '${'B'.repeat(87)}', '${'a'.repeat(22)}');
  insert into registration_links values ('${cityId}', sha256('${ids.registrationId}'), '${ids.registrationId}',
    '${providerId}', '${centreId}');
  insert into guardians (city_id, provider_id, centre_id, id, registration_id, called, added_at)
    values (${place}, '${ids.registrationId}', '${ids.registrationId}', 'Test', '${at}');
  insert into guardian_children values ('${cityId}', '${ids.registrationId}', '${ids.registrationId}', '${childId}',
    '${providerId}', '${centreId}');
  insert into message_consents (city_id, provider_id, centre_id, offer_id, household_id, purpose, medium, called,
      language, address, text_version, given_at, given_by, told_until, ends_on)
    values (${place}, '${ids.offerId}', '${ids.householdId}', 'offer-again', 'email', 'Test', 'de', 'a@example.org', 1,
      '${at}', 'family', '2026-12-01', '2027-12-01');
  insert into joint_activities values (${place}, '${ids.offerId}', 3, 2, '${at}');
  insert into meeting_point_texts values ('${cityId}', '${ids.offerId}', 'de', 'Test');
  insert into things_to_bring values ('${cityId}', '${ids.offerId}', '${providerId}', '${centreId}', '${ids.offerId}', 2);
  insert into thing_texts values ('${cityId}', '${ids.offerId}', '${ids.offerId}', 'de', 'Test');
  insert into things_taken values (${place}, '${ids.offerId}', '${ids.intakeId}', '${ids.registrationId}',
    '${ids.offerId}', 2, 1);
  insert into joint_decisions values (${place}, '${ids.offerId}', '${ids.sessionId}', 'enough', 3, true, '${at}');
  insert into reduced_prices values ('${cityId}', '${ids.offerId}', '${providerId}', '${centreId}', 100);
  insert into registration_needs (city_id, registration_id, provider_id, centre_id, words, with_assistant, consented_at)
    values ('${cityId}', '${ids.registrationId}', '${providerId}', '${centreId}', 'Test', true, '${at}');
  insert into photo_consents values ('${cityId}', '${ids.registrationId}', '${providerId}', '${centreId}', '${childId}',
    'house', 1, 'de', false, '${at}');
  insert into offer_questions (city_id, provider_id, centre_id, id, offer_id, place, words, purpose, kind, language)
    values (${place}, '${ids.offerId}', '${ids.offerId}', 1, 'Test', 'Test', 'text', 'de');
  insert into offer_answers (city_id, provider_id, centre_id, registration_id, question_id, words, answered_at)
    values (${place}, '${ids.registrationId}', '${ids.offerId}', 'Test', '${at}');
  insert into fee_choices values ('${cityId}', '${ids.registrationId}', '${providerId}', '${centreId}', 'reduced');
  insert into attendances values ('${cityId}', '${ids.registrationId}', '${ids.sessionId}', '${providerId}',
    '${centreId}', true);
  insert into excused_dates values ('${cityId}', '${ids.registrationId}', '${ids.sessionId}', '${providerId}',
    '${centreId}', '${at}', 'guardian', '${ids.registrationId}');
  insert into group_notices values ('${cityId}', '${ids.offerId}', '${providerId}', '${centreId}', '${ids.offerId}',
    'Windpocken', 'de', '${at}', '2026-12-07');
  insert into head_counts (city_id, provider_id, centre_id, offer_id, session_id, version, adults, children_under_1,
      children_1_to_2, children_3_to_5, children_6_to_10, children_over_10, first_time, counted_by, counted_at,
      counted_as, rendering_key)
    values (${place}, '${ids.offerId}', '${ids.sessionId}', 1, 3, 1, 2, 0, 0, 0, 1, 'x', '${at}', 'centre-lead',
      '${randomUUID()}');
  insert into reminders values ('${cityId}', '${ids.registrationId}', '${providerId}', '${centreId}', '${at}');
  insert into messages (city_id, provider_id, centre_id, id, registration_id, kind, language, channel, facts, created_at, due_at)
    values (${place}, '${ids.messageId}', '${ids.registrationId}', 'confirmed', 'de', 'phone', '{}', '${at}', '${at}');`
}

const ofTheCentre = ({ cityId, providerId, centreId }: Place, { offerId }: FilledOffer) => `
  insert into budget_amounts values ('${cityId}', '${centreId}', 2020, 100, 'x', false);
  insert into posts values ('${cityId}', '${providerId}', '${centreId}', '[2024-01-01,)', 1000, 2340, 'Haushalt');
  insert into released_posts values ('${cityId}', '${providerId}', '${centreId}', 2026, 1000, 0, '${at}');
  insert into employees values ('${cityId}', '${centreId}', '${providerId}', 'Novak');
  insert into contract_hours values ('${cityId}', '${providerId}', '${centreId}', '[2024-01-01,)', 2340);
  insert into post_assignments (city_id, provider_id, centre_id, employee_id, kind, minutes, valid)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'holder', 2340, '[2024-01-01,)');
  insert into rooms (city_id, provider_id, centre_id, id, slug, is_let)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'saal-${centreId}', true);
  insert into room_texts values ('${cityId}', '${centreId}', 'de', 'Saal');
  insert into room_hours values ('${cityId}', '${centreId}', '${centreId}', '{1}', '08:00', '20:00');
  insert into room_series values ('${cityId}', '${centreId}', '${providerId}', '${centreId}', 'weekly', '2026-11-23',
    '2026-12-23', '15:00', '16:00', '2027-12-23');
  insert into room_bookings (city_id, provider_id, centre_id, id, room_id, series_id, kind, starts_at, ends_at, delete_on)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', '${centreId}', 'own',
      '2026-11-23 15:00+01', '2026-11-23 16:00+01', '2027-11-23');
  insert into room_calendars (city_id, provider_id, centre_id, room_id, for_whom, link_hash, made_at)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'Test', sha256('room calendar ${centreId}'), '${at}');
  insert into room_requests (city_id, provider_id, centre_id, room_id, language, called, purpose, people, reach_by,
      starts_at, ends_at, asked_at, delete_on, rendering_key, link_hash)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'de', 'Test', 'Test', 5, 'visit',
      '2026-12-01 15:00+01', '2026-12-01 16:00+01', '${at}', '2027-01-01', uuidv7(), sha256('room ${centreId}'));
  insert into lending_things (city_id, provider_id, centre_id, id, slug, pieces, is_offered)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'beamer-${centreId}', 2, true);
  insert into lending_thing_texts values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'de', 'Beamer');
  insert into loans (city_id, provider_id, centre_id, thing_id, pieces, language, called, reach_by, from_on, due_on,
      entered_at, state, delete_on, rendering_key, link_hash, code_hash)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 1, 'de', 'Test', 'visit', '2026-11-23',
      '2026-11-30', '${at}', 'lent', '2027-11-30', uuidv7(), sha256('loan ${centreId}'), sha256('loan code ${centreId}'));
  insert into centre_parts values ('${cityId}', '${providerId}', '${centreId}', 'figures', '${at}');
  with partner as (insert into network_partners (city_id, provider_id, centre_id, name, kind)
      values ('${cityId}', '${providerId}', '${centreId}', 'Hebamme', 'midwife') returning *),
    given as (insert into invitations (city_id, provider_id, centre_id, partner_id, weekday, starts, printed, made_at,
      good_until) select city_id, provider_id, centre_id, id, 2, '10:00', 4, '${at}', '2027-02-22' from partner returning *),
    slip as (insert into invitation_codes select city_id, translate(upper(right(id::text, 6)), '01', '23'), provider_id, centre_id, id from given)
  insert into invitation_tallies (city_id, provider_id, centre_id, partner_id, month, amount)
    select city_id, provider_id, centre_id, id, '2026-11-01', 1 from partner;
  insert into doors values ('${cityId}', '${providerId}', '${centreId}', decode(repeat('00', 100), 'hex'));
  insert into door_texts values ('${cityId}', '${providerId}', '${centreId}', 'de', 'Blaue Tür');
  insert into sms_limits values ('${cityId}', '${providerId}', 1000) on conflict do nothing;
  insert into phone_hours values ('${cityId}', '${providerId}', '${centreId}', '09:00', '17:00');
  insert into sms_months values ('${cityId}', '${providerId}', '2026-11-01', 3, 24) on conflict do nothing;
  insert into questions (city_id, provider_id, centre_id, language, body, channel, answer_by, asked_at, overdue_at,
      delete_on, rendering_key, link_hash, code_hash)
    values ('${cityId}', '${providerId}', '${centreId}', 'de', 'Test', 'web', 'visit', '${at}', '${at}', '2027-01-01',
      uuidv7(), sha256('link ${centreId}'), sha256('code ${centreId}'));
  insert into corrections (city_id, provider_id, centre_id, page, title, what, language, sent_at, delete_on, rendering_key)
    values ('${cityId}', '${providerId}', '${centreId}', '/offers/test', 'Test', 'time', 'de', '${at}', '2027-01-01', uuidv7());
  with note as (insert into neighbour_notes (city_id, provider_id, centre_id, kind, language, title, reach_by, sent_at,
      delete_on, rendering_key, link_hash, code_hash)
    values ('${cityId}', '${providerId}', '${centreId}', 'give', 'de', 'Test', 'visit', '${at}', '2027-01-01', uuidv7(),
      sha256('note ${centreId}'), sha256('note code ${centreId}')) returning id)
  insert into neighbour_interests (city_id, provider_id, centre_id, note_id, language, words, reach_by, sent_at,
      rendering_key, link_hash, code_hash)
    select '${cityId}', '${providerId}', '${centreId}', id, 'de', 'Test', 'visit', '${at}', uuidv7(),
      sha256('interest ${centreId}'), sha256('interest code ${centreId}') from note;
  with wish as (insert into subscriptions (city_id, provider_id, centre_id, email, language, asked_at, confirmed_at)
    values ('${cityId}', '${providerId}', '${centreId}', 'week@example.org', 'de', '${at}', '${at}') returning id)
  insert into subscription_links select '${cityId}', sha256('week ${centreId}'), id, '${providerId}', '${centreId}' from wish;
  insert into question_tallies values ('${cityId}', '${providerId}', '${centreId}', '2026-11-01', 'other', 'web', 'de',
    'nowhere', 3);
  insert into consultation_hours (city_id, provider_id, centre_id, id, counsellor, topic, languages, way, held_on, starts,
      ends, slot_minutes)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'Test', 'other', '{de}', 'on-site', '2026-11-23',
      '10:00', '10:30', 30);
  insert into consultation_slots (city_id, provider_id, centre_id, id, hour_id, counsellor, topic, starts_at, ends_at)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', 'Test', 'other',
      '2026-11-23 10:00+01', '2026-11-23 10:30+01');
  insert into consultation_bookings (city_id, provider_id, centre_id, id, slot_id, code_word, language, written_in,
      delete_on, rendering_key, link_hash, code_hash)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', 'blue moon', 'de', 'de',
      '2026-12-01', uuidv7(), sha256('link ${centreId}'), sha256('code ${centreId}'));
  insert into consultation_tallies values ('${cityId}', '${providerId}', '${centreId}', '2026-11-01', 'other', 'de',
    'came', 3);
  insert into doorstep_kits (city_id, provider_id, centre_id, id, stock)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 9);
  insert into doorstep_kit_texts values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'de', 'Test');
  insert into doorstep_rounds (city_id, provider_id, centre_id, id, held_on)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '2026-11-26');
  insert into doorstep_requests (city_id, provider_id, centre_id, id, round_id, called, street, house_number, language,
      rendering_key, link_hash)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', 'Test', 'Test', '1', 'de',
      uuidv7(), sha256('kit ${centreId}'));
  insert into doorstep_request_kits values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', 1);
  insert into doorstep_tallies values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', 3, 1);
  insert into cash_boxes (city_id, provider_id, centre_id) values ('${cityId}', '${providerId}', '${centreId}');
  insert into cash_entries (city_id, provider_id, centre_id, id, held_on, kind, cents, booked_at, rendering_key)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '2026-11-23', 'put-in', 2000, '${at}', uuidv7());
  insert into cash_sheets (city_id, provider_id, centre_id, counted_on, counted_cents, expected_cents, counted_at, counted_by)
    values ('${cityId}', '${providerId}', '${centreId}', '2026-11-23', 2000, 2000, '${at}', 'x');
  insert into network_partners (city_id, provider_id, centre_id, id, name, kind, is_published)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'Kita', 'daycare', true);
  insert into closing_days (city_id, provider_id, centre_id, partner_id, first_on, last_on, reason)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '2026-12-07', '2026-12-08', 'team-day'),
      ('${cityId}', '${providerId}', '${centreId}', null, '2026-12-23', '2027-01-03', 'holidays');
  insert into network_partner_texts values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'de', 'Test');
  insert into network_agreements (city_id, provider_id, centre_id, partner_id, signed_on, valid)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '2026-01-01', '[2026-01-01,2027-01-01)');
  insert into network_contacts (city_id, provider_id, centre_id, partner_id, name, entered_on)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'Novak', '2026-01-01');
  insert into announced_offers values ('${cityId}', '${providerId}', '${centreId}', '${offerId}', '${at}', '{}');
  insert into calendar_sources (city_id, provider_id, centre_id, id, name, address, added_at, tried_at, next_at, looked_at)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'Kita', 'https://kita.example/', '${at}', '${at}',
      '${at}', '${at}');
  insert into calendar_source_events (city_id, provider_id, centre_id, source_id, id, event, first_read_at)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', '{}', '${at}');
  insert into partner_links (city_id, provider_id, centre_id, partner_id, link_hash, language, made_at, expires_on)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', sha256('partner ${centreId}'), 'de', '${at}',
      '2027-11-23');
  insert into partner_offers values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${offerId}');
  insert into offer_proposals (city_id, provider_id, centre_id, id, partner_id, is_new, answers, language, sent_at,
      delete_on, rendering_key)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '${centreId}', true, '{}', 'de', '${at}',
      '2027-11-23', uuidv7());
  insert into care_decisions values ('${cityId}', '${providerId}', '${centreId}', '${offerId}', 'not-needed', '2026-11-01', 8, 2);
  insert into certificates_seen (city_id, provider_id, centre_id, offer_id, name, issued_on, seen_on, seen_by)
    values ('${cityId}', '${providerId}', '${centreId}', '${offerId}', 'Novak', '2026-09-01', '2026-10-01', 'somebody-${centreId}');
  insert into network_meetings (city_id, provider_id, centre_id, id, held_on, place)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', '2026-01-01', 'Kita');
  insert into network_tasks (city_id, provider_id, centre_id, meeting_id, words, partner_id, due_on)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'Test', '${centreId}', '2026-12-01');
  insert into introductions (city_id, provider_id, centre_id, id, account_id, name, stands_as, consented_at)
    values ('${cityId}', '${providerId}', '${centreId}', '${centreId}', 'somebody-${centreId}', 'Novak', 'lead', '${at}');
  insert into introduction_texts values ('${cityId}', '${centreId}', 'de', 'Test');
  insert into introduction_pictures values ('${cityId}', '${centreId}', 'portrait-of-someone-12', decode(repeat('00', 100), 'hex'));
  insert into closed_texts values ('${cityId}', '${providerId}', '${centreId}', 'de', 'Test');
  insert into released_cells select '${cityId}', '${centreId}', '${providerId}', '2026-07-01', 'course', m, 9, '${at}'
    from unnest(array['sessions-held', 'adults', 'children-1-to-2', 'first-time']) m;
  insert into memberships (city_id, account_id, role, provider_id, centre_id, valid)
    values ('${cityId}', 'somebody-${centreId}', 'centre-lead', '${providerId}', '${centreId}', '[2026-01-01,)');
  insert into support_grants (city_id, provider_id, centre_id, account_id, granted_by, reason, starts_at, ends_at)
    values ('${cityId}', '${providerId}', '${centreId}', 'helper', 'x', 'Test', '${at}', '${at}'::timestamptz + interval '1 day');
  insert into offer_drafts (city_id, provider_id, centre_id, account_id, changed_at, expires_at)
    values ('${cityId}', '${providerId}', '${centreId}', 'somebody-${centreId}', '${at}', '${at}');
  insert into offer_leaders values ('${cityId}', '${offerId}', '${courseLeader}', '${providerId}', '${centreId}');
  insert into offer_leaders values ('${cityId}', '${offerId}', 'somebody-${centreId}', '${providerId}', '${centreId}');
  with entry as (insert into audit_entries (city_id, provider_id, at, account_id, action)
    values ('${cityId}', '${providerId}', '${at}', 'x', 'offer.published') returning city_id, provider_id, id)
  insert into audit_links select city_id, provider_id, 1, id, 'hash' from entry;`
