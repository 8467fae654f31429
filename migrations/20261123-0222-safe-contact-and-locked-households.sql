-- Where somebody else may read along: messages are neutral and keep to certain hours, and a link alone opens nothing.
-- It asks for the short code first; the link one gets for the code opens for half an hour.
alter table households
  add column is_safe boolean not null default false,
  add column hours jsonb check (jsonb_typeof(hours) = 'object'),
  -- Staff have locked it: its keys are answered like unknown ones.
  add column locked_at timestamptz;
alter table registration_links add column proved_until timestamptz;

create policy owner_reaches_safely on messages to kieznetz_owner
  using (acting.kind() = 'desk' and city_id = acting.city());

-- What a key opens now. A code has been typed, so it needs no second one. Nothing for a page with a lock on it;
-- no ids while the code is still asked for.
create function desk_behind(city uuid, key_hash bytea, is_code boolean, at timestamptz)
returns table (registration_id uuid, provider_id uuid, centre_id uuid, asks_for_code boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when not asks then k.registration_id end, case when not asks then k.provider_id end,
    case when not asks then k.centre_id end, asks
  from registration_links k
  join registrations r on r.city_id = k.city_id and r.id = k.registration_id
  join households mine on mine.city_id = r.city_id and mine.id = r.household_id
  cross join lateral (select bool_or(h.locked_at is not null) as is_locked,
      bool_or(h.is_safe) and not is_code and coalesce(k.proved_until <= at, true) as asks
    from households h
    where h.city_id = mine.city_id and h.page_id = mine.page_id and h.provider_id = mine.provider_id) page
  where k.city_id = city and k.hash = key_hash and not is_locked
$$;
revoke all on function desk_behind from public;
grant execute on function desk_behind to kieznetz_app;
drop function desk_for_link;

-- The same for the whole page of a link.
drop function household_page_behind;
create function household_page_behind(city uuid, key_hash bytea, at timestamptz)
returns table (registration_id uuid, provider_id uuid, centre_id uuid, is_own boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.provider_id, r.centre_id, r.id = behind.registration_id
  from desk_behind(city, key_hash, false, at) behind
  join registrations own on own.city_id = city and own.id = behind.registration_id
  join households mine on mine.city_id = own.city_id and mine.id = own.household_id
  join households h on h.city_id = mine.city_id and h.page_id = mine.page_id and h.provider_id = mine.provider_id
  join registrations r on r.city_id = h.city_id and r.household_id = h.id
  order by r.joined_at, r.id
$$;
revoke all on function household_page_behind from public;
grant execute on function household_page_behind to kieznetz_app;

-- A locked page takes nothing in, and nobody finds it by its code.
drop function put_households_together;
create function put_households_together(city uuid, key_hash bytea, other_hash bytea, at timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine households;
  theirs households;
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
  return 'together';
end $$;
revoke all on function put_households_together from public;
grant execute on function put_households_together to kieznetz_app;

-- How a family may be reached, for everything on its page and for what is still on its way to it.
create function reach_safely(city uuid, key_hash bytea, at timestamptz, safely boolean, only_at jsonb, never boolean)
returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  registration record;
begin
  for registration in select registration_id from household_page_behind(city, key_hash, at) loop
    update households h set is_safe = safely or never, hours = only_at,
        contact_kind = case when never then 'none' else contact_kind end,
        email = case when never then null else email end, phone = case when never then null else phone end
      from registrations r
      where r.city_id = city and r.id = registration.registration_id and h.city_id = city and h.id = r.household_id;
    if never then
      delete from messages m where m.city_id = city and m.registration_id = registration.registration_id;
    else
      update messages m set is_neutral = safely, hours = only_at
        where m.city_id = city and m.registration_id = registration.registration_id and m.state <> 'sent';
    end if;
  end loop;
end $$;
revoke all on function reach_safely from public;
grant execute on function reach_safely to kieznetz_app;
