-- A phone that is kept already may renew its keys when there are eight, and whoever is the ninth is told so.
drop function keep_push;
create function keep_push(city uuid, key_hash bytea, at timestamptz, at_endpoint text, key text, secret text)
returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with kept as (
    insert into push_subscriptions (city_id, household_id, provider_id, centre_id, endpoint, p256dh, auth)
    select distinct city, r.household_id, r.provider_id, r.centre_id, at_endpoint, key, secret
    from household_page_behind(city, key_hash, at) page
    join registrations r on r.city_id = city and r.id = page.registration_id
    where (select count(*) from push_subscriptions s
      where s.city_id = city and s.household_id = r.household_id and s.endpoint <> at_endpoint) < 8
    on conflict (city_id, household_id, endpoint) do update set p256dh = excluded.p256dh, auth = excluded.auth
    returning 1)
  select exists (select from kept)
$$;
revoke all on function keep_push from public;
grant execute on function keep_push to kieznetz_app;

-- Of offers that nobody reads yet, nobody needs to know which dates lack a room.
create or replace view published.dates_without_room as
  select b.city_id, b.session_id from room_bookings b
  join sessions s on s.city_id = b.city_id and s.id = b.session_id
  join offers o on o.city_id = s.city_id and o.id = s.offer_id and o.state = 'published'
  where b.kind = 'session' and b.state = 'skipped';

-- What comes to a page is reached as safely as what stands there: somebody may read along, whoever registers next.
create or replace function put_households_together(city uuid, key_hash bytea, other_hash bytea, at timestamptz)
returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine households;
  theirs households;
  safely boolean;
  only_at jsonb;
begin
  select h.* into mine from desk_behind(city, key_hash, false, at) k
    join registrations r on r.city_id = city and r.id = k.registration_id
    join households h on h.city_id = r.city_id and h.id = r.household_id;
  select h.* into theirs from desk_behind(city, other_hash, true, at) k
    join registrations r on r.city_id = city and r.id = k.registration_id
    join households h on h.city_id = r.city_id and h.id = r.household_id;
  if mine.id is null or theirs.id is null then return null; end if;
  if mine.provider_id <> theirs.provider_id then return 'other-provider'; end if;
  update households set page_id = mine.page_id
    where city_id = city and page_id = theirs.page_id and provider_id = mine.provider_id;
  safely := mine.is_safe or theirs.is_safe;
  only_at := case when theirs.is_safe then coalesce(theirs.hours, mine.hours)
    else coalesce(mine.hours, theirs.hours) end;
  if safely or only_at is not null then
    update households set is_safe = safely, hours = only_at
      where city_id = city and page_id = mine.page_id and provider_id = mine.provider_id;
    update messages m set is_neutral = m.is_neutral or safely, hours = only_at
      from registrations r join households h on h.city_id = r.city_id and h.id = r.household_id
      where r.city_id = city and h.page_id = mine.page_id and h.provider_id = mine.provider_id
        and m.city_id = city and m.registration_id = r.id and m.state <> 'sent';
  end if;
  return 'together';
end $$;

-- Asked before somebody registers with an earlier code, so that already the first letter is a safe one.
create function page_safety_behind(city uuid, key_hash bytea, is_code boolean, at timestamptz)
returns table (is_safe boolean, hours jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.is_safe, h.hours
  from desk_behind(city, key_hash, is_code, at) behind
  join registrations own on own.city_id = city and own.id = behind.registration_id
  join households h on h.city_id = own.city_id and h.id = own.household_id
$$;
revoke all on function page_safety_behind from public;
grant execute on function page_safety_behind to kieznetz_app;
