-- Whoever chooses safe contact hides from somebody who may hold a link, a code, or a registration that once was put on
-- the same page. From then on the family has a page of its own, and nothing that was given before opens it. The code no
-- longer follows from the link alone: whoever finds the link in a history or a mail cannot compute it without the salt.
alter table registration_links add column salt bytea check (length(salt) = 16);

create policy owner_ends_keys on registration_links for delete to kieznetz_owner
  using (acting.kind() = 'desk' and city_id = acting.city());

-- False where the key opens nothing, such as one that was ended a moment ago: the same form may be sent twice at once.
drop function reach_safely;
create function reach_safely(city uuid, key_hash bytea, at timestamptz, safely boolean, only_at jsonb, never boolean)
returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  own_page uuid := uuidv7();
  mine uuid[];
  registered uuid[];
begin
  perform from households h where h.city_id = city and h.id in (select r.household_id
      from household_page_behind(city, key_hash, at) p
      join registrations r on r.city_id = city and r.id = p.registration_id)
    order by h.id for update;
  select array_agg(r.household_id), array_agg(r.id) into mine, registered
    from household_page_behind(city, key_hash, at) p
    join registrations r on r.city_id = city and r.id = p.registration_id;
  if mine is null then return false; end if;

  update households h set is_safe = safely or never, hours = only_at,
      contact_kind = case when never then 'none' else contact_kind end,
      email = case when never then null else email end, phone = case when never then null else phone end,
      page_id = case when safely or never then own_page else page_id end
    where h.city_id = city and h.id = any (mine);
  if never then
    delete from messages m where m.city_id = city and m.registration_id = any (registered);
  else
    update messages m set is_neutral = safely, hours = only_at
      where m.city_id = city and m.registration_id = any (registered) and m.state <> 'sent';
  end if;
  if safely or never then
    delete from registration_links k where k.city_id = city and k.registration_id = any (registered);
  end if;
  return true;
end $$;
revoke all on function reach_safely from public;
grant execute on function reach_safely to kieznetz_app;

-- What is put on the page of a family that is reached safely is reached safely as well, and its earlier keys end: only
-- the one that is in use goes on for the half hour that every proved link has.
create or replace function put_households_together(city uuid, key_hash bytea, other_hash bytea, at timestamptz)
returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine households;
  theirs households;
  safe_pages uuid[];
begin
  select h.* into mine from desk_behind(city, key_hash, false, at) k
    join registrations r on r.city_id = city and r.id = k.registration_id
    join households h on h.city_id = r.city_id and h.id = r.household_id;
  select h.* into theirs from desk_behind(city, other_hash, true, at) k
    join registrations r on r.city_id = city and r.id = k.registration_id
    join households h on h.city_id = r.city_id and h.id = r.household_id;
  if mine.id is null or theirs.id is null then return null; end if;
  if mine.provider_id <> theirs.provider_id then return 'other-provider'; end if;
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

create policy owner_proves on registration_links for update to kieznetz_owner
  using (acting.kind() = 'desk' and city_id = acting.city());
