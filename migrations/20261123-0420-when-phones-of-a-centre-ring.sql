-- When a centre lets telephones ring; without a row the hours of the installation hold. Whoever is called works, sleeps or
-- puts children to bed, so they lie between seven and nine in the evening; and they are long enough to reach somebody.
create table phone_hours (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  rings_from time not null check (rings_from >= '07:00'),
  rings_until time not null check (rings_until <= '21:00'),
  check (rings_until - rings_from >= interval '4 hours'),
  primary key (city_id, centre_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);
alter table phone_hours enable row level security, force row level security;
create policy job_reads on phone_hours for select to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city());
create policy caller_reads on phone_hours for select to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.household_centres()));
create policy own_centre on phone_hours to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()));
grant select, insert, update, delete on phone_hours to kieznetz_app;
