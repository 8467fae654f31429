-- From a link or code to what its whole page has places in, at every centre: so that a family is told what overlaps.
-- Nothing for a page with a lock on it, nor while the code is still asked for; no name and no id of a registration.
create function page_intakes_behind(city uuid, key_hash bytea, is_code boolean, at timestamptz)
returns table (intake_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.intake_id
  from desk_behind(city, key_hash, is_code, at) behind
  join registrations own on own.city_id = city and own.id = behind.registration_id
  join households mine on mine.city_id = own.city_id and mine.id = own.household_id
  join households h on h.city_id = mine.city_id and h.page_id = mine.page_id and h.provider_id = mine.provider_id
  join registrations r on r.city_id = h.city_id and r.household_id = h.id and r.state in ('confirmed', 'offered')
$$;
revoke all on function page_intakes_behind from public;
grant execute on function page_intakes_behind to kieznetz_app;
