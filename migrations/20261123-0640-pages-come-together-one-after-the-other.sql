-- Families that were put together at the same moment, around a circle, changed pages instead, and what somebody made safe
-- meanwhile was read as it had been. Both pages are locked now, in the order of their ids as reach_safely does it, and
-- read again under the lock, until they are what was locked.
create or replace function put_households_together(city uuid, key_hash bytea, other_hash bytea, at timestamptz)
returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine households;
  theirs households;
  safe_pages uuid[];
  locked uuid[];
begin
  loop
    select h.* into mine from desk_behind(city, key_hash, false, at) k
      join registrations r on r.city_id = city and r.id = k.registration_id
      join households h on h.city_id = r.city_id and h.id = r.household_id;
    select h.* into theirs from desk_behind(city, other_hash, true, at) k
      join registrations r on r.city_id = city and r.id = k.registration_id
      join households h on h.city_id = r.city_id and h.id = r.household_id;
    if mine.id is null or theirs.id is null then return null; end if;
    if mine.provider_id <> theirs.provider_id then return 'other-provider'; end if;
    exit when locked = array[mine.page_id, theirs.page_id];
    locked := array[mine.page_id, theirs.page_id];
    perform from households h where h.city_id = city and h.page_id = any (locked) order by h.id for update;
  end loop;
  select array_agg(distinct h.page_id) into safe_pages from households h
    where h.city_id = city and h.page_id in (mine.page_id, theirs.page_id) and h.provider_id = mine.provider_id
      and h.is_safe;
  if safe_pages is not null then
    delete from registration_links k using registrations r, households h
      where h.city_id = city and h.page_id in (mine.page_id, theirs.page_id) and h.provider_id = mine.provider_id
        and h.page_id <> all (safe_pages) and r.city_id = h.city_id and r.household_id = h.id
        and k.city_id = r.city_id and k.registration_id = r.id and k.hash <> key_hash;
    update registration_links k set proved_until = at + interval '30 minutes'
      where k.city_id = city and k.hash = key_hash and mine.page_id <> all (safe_pages);
    update messages m set is_neutral = true from registrations r, households h
      where h.city_id = city and h.page_id in (mine.page_id, theirs.page_id) and h.provider_id = mine.provider_id
        and r.city_id = h.city_id and r.household_id = h.id
        and m.city_id = city and m.registration_id = r.id and m.state <> 'sent';
  end if;
  update households set page_id = mine.page_id, is_safe = is_safe or safe_pages is not null
    where city_id = city and page_id in (mine.page_id, theirs.page_id) and provider_id = mine.provider_id;
  return 'together';
end $$;
