-- Another guardian sees the children whom staff chose, not all that the registration has or will have. Whose child goes
-- from the registration sees nothing any more.
alter table guardians add unique (city_id, id, registration_id, provider_id, centre_id);
create table guardian_children (
  city_id uuid not null,
  guardian_id uuid not null,
  registration_id uuid not null,
  child_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  primary key (city_id, guardian_id, child_id),
  foreign key (city_id, guardian_id, registration_id, provider_id, centre_id)
    references guardians (city_id, id, registration_id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, registration_id, child_id) references registration_children on delete cascade
);
create index on guardian_children (city_id, registration_id, child_id);

-- Who has keys today goes on seeing the children who are registered today.
alter table registration_children no force row level security;
insert into guardian_children
  select g.city_id, g.id, g.registration_id, rc.child_id, g.provider_id, g.centre_id
  from guardians g
  join registration_children rc on rc.city_id = g.city_id and rc.registration_id = g.registration_id;
alter table registration_children force row level security;

alter table guardian_children enable row level security, force row level security;
create policy own_centre_reads on guardian_children for select to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy own_team on guardian_children to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system' or acting.kind() = 'staff'
    and centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())))
  with check (city_id = acting.city() and (acting.kind() = 'system' or acting.kind() = 'staff'
    and centre_id = any (acting.centres()) and centre_id = any (acting.household_centres())));
create policy owner_finds_desk on guardian_children for select to kieznetz_owner using (true);
grant select, insert, update, delete on guardian_children to kieznetz_app;

-- As before, and nothing for a guardian that sees no child.
create or replace function guardian_behind(city uuid, key_hash bytea, is_code boolean, at timestamptz)
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
    and exists (select from guardian_children c where c.city_id = g.city_id and c.guardian_id = g.id)
$$;
