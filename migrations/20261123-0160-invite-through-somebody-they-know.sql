-- Slips of paper that a midwife or a home visitor hands on: who expects the family, when, and behind which door. Each
-- slip has a code that counts once when somebody brings it. Of whoever brought it nothing is kept.

-- The door of a centre, as it is looked for from the street: a photograph, and words for what one sees on it.
create table doors (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  -- A JPEG of 960 by 540 pixels.
  bytes bytea not null check (octet_length(bytes) between 100 and 300000),
  primary key (city_id, centre_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);
create table door_texts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  language text not null,
  looks text not null check (length(looks) between 1 and 160),
  primary key (city_id, centre_id, language),
  foreign key (city_id, centre_id) references doors on delete cascade
);

-- What one sender was given at one time. It asks the family to a date, or to a time of every week.
create table invitations (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  -- Empty once the partner was taken out; what was handed on counts all the same.
  partner_id uuid,
  -- Who expects the family, as she allows: "Frau K."; empty where nobody is named.
  called text not null default '' check (length(called) <= 40),
  session_id uuid,
  weekday smallint check (weekday between 1 and 7),
  starts time,
  printed smallint not null check (printed between 1 and 40),
  made_at timestamptz not null,
  -- The last day on which its codes count; then all of it is deleted.
  good_until date not null,
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade,
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete set null (partner_id),
  foreign key (city_id, session_id) references sessions on delete set null (session_id),
  check ((weekday is null) = (starts is null)),
  check (session_id is null or weekday is null)
);
create index on invitations (city_id, centre_id, made_at);
create index on invitations (city_id, good_until);
create index on invitations (city_id, partner_id);
create index on invitations (city_id, session_id);

-- One for each slip that was not brought yet. A code opens nothing and names nobody, so it is kept as it stands on the
-- paper and can be printed again.
create table invitation_codes (
  city_id uuid not null,
  code text not null check (code ~ '^[2-9A-HK-NPR-TV-Z]{6}$'),
  provider_id uuid not null,
  centre_id uuid not null,
  invitation_id uuid not null,
  primary key (city_id, code),
  foreign key (city_id, invitation_id, centre_id, provider_id)
    references invitations (city_id, id, centre_id, provider_id) on delete cascade
);
create index on invitation_codes (city_id, invitation_id);

-- What stays: how many came with a slip of which sender, by month.
create table invitation_tallies (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  -- Empty once the partner was taken out; its sums stay.
  partner_id uuid,
  month date not null check (extract(day from month) = 1),
  amount integer not null check (amount > 0),
  primary key (city_id, id),
  constraint one_sum_a_month unique (city_id, centre_id, partner_id, month),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade,
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete set null (partner_id)
);
create index on invitation_tallies (city_id, centre_id, month);
create index on invitation_tallies (city_id, partner_id);

do $$
declare t text;
begin
  foreach t in array array['doors', 'door_texts', 'invitations', 'invitation_codes', 'invitation_tallies']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy own_team on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
end $$;
