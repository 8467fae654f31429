-- What a child needs to take part, in the family's own words. It often tells of health, so it is asked only of whoever
-- has a place, kept only with explicit consent, and deleted when the last date is over.
create table registration_needs (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  registration_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  words text not null check (length(words) between 1 and 500),
  -- Somebody comes along to help, and takes no place.
  with_assistant boolean not null,
  consented_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, registration_id),
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade
);

-- Who may be pictured, for what; without a row nobody may. A null child stands for the adults. Taken back, a row is gone.
create table photo_consents (
  city_id uuid not null,
  registration_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  child_id uuid,
  medium text not null check (medium in ('house', 'web', 'print')),
  -- Which words were agreed to, in which language.
  text_version integer not null check (text_version > 0),
  language text not null,
  -- A child of fourteen or older has said yes itself.
  child_agreed boolean not null,
  given_at timestamptz not null,
  unique nulls not distinct (city_id, registration_id, child_id, medium),
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, child_id) references household_children on delete cascade
);
create index on photo_consents (city_id, child_id);

alter table registration_needs enable row level security, force row level security;
alter table photo_consents enable row level security, force row level security;
do $$
declare t text;
begin
  foreach t in array array['registration_needs', 'photo_consents']
  loop
    -- Whoever sees the family by name; the desk of the centre writes for it.
    execute format($policy$create policy follow_registration on %1$I for select to kieznetz_app
      using (city_id = acting.city() and exists (select from registrations r
        where r.city_id = %1$I.city_id and r.id = registration_id))$policy$, t);
    execute format($policy$create policy desk_writes on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'desk' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'desk' and centre_id = any (acting.centres()))))$policy$, t);
  end loop;
end $$;
grant select, insert, update, delete on registration_needs, photo_consents to kieznetz_app;
