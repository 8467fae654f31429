-- Another guardian of a child that is registered: a name and keys of its own, added or shut out by staff alone. Those
-- keys show one registration and change nothing of the family; taken away, they are answered like unknown ones.
create table guardians (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  registration_id uuid not null,
  called text not null check (length(called) between 1 and 80),
  added_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade
);
create index on guardians (city_id, registration_id);

alter table registration_links add column guardian_id uuid,
  add foreign key (city_id, guardian_id) references guardians on delete cascade;
create index on registration_links (city_id, guardian_id) where guardian_id is not null;

alter table guardians enable row level security, force row level security;
create policy own_centre_reads on guardians for select to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy own_team on guardians to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system' or acting.kind() = 'staff'
    and centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())))
  with check (city_id = acting.city() and (acting.kind() = 'system' or acting.kind() = 'staff'
    and centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())));
create policy owner_finds_desk on guardians for select to kieznetz_owner using (true);
grant select, insert, update, delete on guardians to kieznetz_app;

-- The keys of the family alone: whoever asks for a desk, a page or a household never gets them by those of a guardian.
create or replace function desk_behind(city uuid, key_hash bytea, is_code boolean, at timestamptz)
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
  where k.city_id = city and k.hash = key_hash and k.guardian_id is null and not is_locked
$$;

-- What a key of a guardian opens. A locked family locks all its guardians out.
create function guardian_behind(city uuid, key_hash bytea, is_code boolean, at timestamptz)
returns table (guardian_id uuid, registration_id uuid, provider_id uuid, centre_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id, g.registration_id, g.provider_id, g.centre_id
  from registration_links k
  join guardians g on g.city_id = k.city_id and g.id = k.guardian_id
  join registrations r on r.city_id = g.city_id and r.id = g.registration_id
  join households mine on mine.city_id = r.city_id and mine.id = r.household_id
  cross join lateral (select bool_or(h.locked_at is not null) as is_locked,
      bool_or(h.is_safe) and not is_code and coalesce(k.proved_until <= at, true) as asks
    from households h
    where h.city_id = mine.city_id and h.page_id = mine.page_id and h.provider_id = mine.provider_id) page
  where k.city_id = city and k.hash = key_hash and not is_locked and not asks
$$;
revoke all on function guardian_behind from public;
grant execute on function guardian_behind to kieznetz_app;
