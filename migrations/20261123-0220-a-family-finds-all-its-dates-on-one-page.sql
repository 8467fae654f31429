-- Each registration has a household of its own, and ends by itself. Households stand on one page once the family has
-- shown that both are hers; an equal name, number or address brings nothing together, because it proves nothing.
alter table households add column page_id uuid not null default uuidv7();
create index on households (city_id, page_id);

create policy owner_finds_page on households for select to kieznetz_owner
  using (acting.kind() = 'desk' and city_id = acting.city());
create policy owner_puts_together on households for update to kieznetz_owner
  using (acting.kind() = 'desk' and city_id = acting.city());
create policy owner_finds_page on registrations for select to kieznetz_owner
  using (acting.kind() = 'desk' and city_id = acting.city());

-- From a link (or code) to every registration on the same page, each with the desk that may serve it.
create function household_page_behind(city uuid, key_hash bytea)
returns table (registration_id uuid, provider_id uuid, centre_id uuid, is_own boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.provider_id, r.centre_id, r.id = k.registration_id
  from registration_links k
  join registrations own on own.city_id = k.city_id and own.id = k.registration_id
  join households mine on mine.city_id = own.city_id and mine.id = own.household_id
  join households h on h.city_id = mine.city_id and h.page_id = mine.page_id and h.provider_id = mine.provider_id
  join registrations r on r.city_id = h.city_id and r.household_id = h.id
  where k.city_id = city and k.hash = key_hash
  order by r.joined_at, r.id
$$;
revoke all on function household_page_behind from public;
grant execute on function household_page_behind to kieznetz_app;

-- Whoever holds both keys puts both pages together. A household belongs to one provider: across providers it refuses.
-- Null where one of the keys opens nothing.
create function put_households_together(city uuid, key_hash bytea, other_hash bytea) returns text
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine households;
  theirs households;
begin
  select h.* into mine from registration_links k
    join registrations r on r.city_id = k.city_id and r.id = k.registration_id
    join households h on h.city_id = r.city_id and h.id = r.household_id
    where k.city_id = city and k.hash = key_hash;
  select h.* into theirs from registration_links k
    join registrations r on r.city_id = k.city_id and r.id = k.registration_id
    join households h on h.city_id = r.city_id and h.id = r.household_id
    where k.city_id = city and k.hash = other_hash;
  if mine.id is null or theirs.id is null then return null; end if;
  if mine.provider_id <> theirs.provider_id then return 'other-provider'; end if;
  update households set page_id = mine.page_id
    where city_id = city and page_id = theirs.page_id and provider_id = mine.provider_id;
  return 'together';
end $$;
revoke all on function put_households_together from public;
grant execute on function put_households_together to kieznetz_app;
