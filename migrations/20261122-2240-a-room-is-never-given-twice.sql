-- Rooms of a centre and the parts of a hall, and what is in them when. What a booking occupies stands in rows of its
-- own, one for each room and part, and no two of them may overlap: the hall keeps its halves busy and the reverse.

create table rooms (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{1,120}$'),
  -- The hall this is a part of. A part has no parts.
  part_of uuid,
  is_whole boolean not null generated always as (part_of is null) stored,
  part_of_whole boolean generated always as (case when part_of is not null then true end) stored,
  -- Where it is, when it is not at the centre: the partner's house.
  at_partner text not null default '' check (length(at_partner) <= 120),
  capacity integer check (capacity between 1 and 2000),
  is_step_free boolean not null default false,
  equipment text[] not null default '{}',
  -- For the team alone: where the key is, and whom to ask (a function, such as caretaker).
  key_note text not null default '' check (length(key_note) <= 300),
  contact text not null default '' check (length(contact) <= 200),
  -- Set-up and clearing away; that time is occupied, too.
  minutes_before integer not null default 0 check (minutes_before between 0 and 240),
  minutes_after integer not null default 0 check (minutes_after between 0 and 240),
  -- Groups of the neighbourhood may ask for it, for so many cents, so many days ahead (null: without a limit).
  is_let boolean not null default false,
  fee_cents integer not null default 0 check (fee_cents between 0 and 1000000),
  fee_per text not null default 'booking' check (fee_per in ('booking', 'hour')),
  deposit_cents integer not null default 0 check (deposit_cents between 0 and 1000000),
  max_days_ahead integer check (max_days_ahead between 1 and 730),
  -- Free again so many minutes after the beginning, when nobody says that the room is in use; null: never by itself.
  release_after integer check (release_after between 5 and 240),
  is_archived boolean not null default false,
  is_example boolean not null default false,
  primary key (city_id, id),
  unique (city_id, slug),
  unique (city_id, id, provider_id, centre_id),
  unique (city_id, id, centre_id, is_whole),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  foreign key (city_id, part_of, centre_id, part_of_whole) references rooms (city_id, id, centre_id, is_whole)
);
create index on rooms (city_id, centre_id);
create index on rooms (city_id, part_of);

create table room_texts (
  city_id uuid not null,
  room_id uuid not null,
  language text not null,
  name text not null check (length(name) between 1 and 60),
  about text not null default '' check (length(about) <= 600),
  house_rules text not null default '' check (length(house_rules) <= 2000),
  primary key (city_id, room_id, language),
  foreign key (city_id, room_id) references rooms on delete cascade
);

-- When groups may have it; rules add up. A room without a rule may be had at any time of day.
create table room_hours (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  room_id uuid not null,
  weekdays smallint[] not null check (weekdays <@ '{1,2,3,4,5,6,7}' and cardinality(weekdays) > 0),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (city_id, id),
  foreign key (city_id, room_id) references rooms on delete cascade
);
create index on room_hours (city_id, room_id);

-- Bookings that repeat, as they were wished: what is left out and what is moved stands with each booking.
create table room_series (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  rhythm text not null check (rhythm in ('daily', 'weekly', 'fortnightly', 'monthly')),
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  starts time not null,
  ends time not null check (ends > starts),
  delete_on date not null,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id)
);
create index on room_series (city_id, delete_on);

create table room_bookings (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  room_id uuid not null,
  series_id uuid,
  -- A date of the programme that is held there.
  session_id uuid,
  kind text not null check (kind in ('session', 'own', 'letting', 'blocked')),
  title text not null default '' check (length(title) <= 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  minutes_before integer not null default 0 check (minutes_before between 0 and 240),
  minutes_after integer not null default 0 check (minutes_after between 0 and 240),
  -- 'skipped': this date of a series was not to be had, and why.
  state text not null default 'confirmed' check (state in ('confirmed', 'skipped', 'cancelled', 'released')),
  skipped_for text check (skipped_for in ('taken', 'closed', 'in-gap')),
  -- Somebody said that the room is in use; when it was left before its time.
  in_use_at timestamptz,
  ended_at timestamptz,
  delete_on date not null,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id),
  unique (city_id, session_id),
  foreign key (city_id, room_id, provider_id, centre_id) references rooms (city_id, id, provider_id, centre_id),
  foreign key (city_id, series_id, provider_id, centre_id) references room_series (city_id, id, provider_id, centre_id),
  foreign key (city_id, session_id) references sessions on delete cascade,
  check (ends_at > starts_at),
  check (ended_at > starts_at and ended_at <= ends_at),
  check ((kind = 'session') = (session_id is not null)),
  check ((state = 'skipped') = (skipped_for is not null))
);
create index on room_bookings (city_id, centre_id, starts_at);
create index on room_bookings (city_id, room_id, starts_at);
create index on room_bookings (city_id, series_id);
create index on room_bookings (city_id, delete_on);

-- Half-open: what ends at twelve and what begins at twelve do not meet.
create table room_occupations (
  city_id uuid not null,
  booking_id uuid not null,
  room_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  primary key (city_id, booking_id, room_id),
  foreign key (city_id, booking_id, provider_id, centre_id)
    references room_bookings (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, room_id, provider_id, centre_id) references rooms (city_id, id, provider_id, centre_id),
  constraint no_double_booking exclude using gist (city_id with =, room_id with =, during with &&)
);

create function occupied_by(b room_bookings) returns tstzrange language sql immutable as $$
  select tstzrange(b.starts_at - b.minutes_before * interval '1 minute',
    coalesce(b.ended_at, b.ends_at + b.minutes_after * interval '1 minute'), '[)')
$$;

-- All bookings of a statement at once, so that a series can be moved onto its own old times; in one order, so that two
-- that want the same rooms wait for each other and do not block each other.
create function occupy_rooms() returns trigger language plpgsql as $$
begin
  delete from room_occupations o using changed b where o.city_id = b.city_id and o.booking_id = b.id;
  insert into room_occupations (city_id, booking_id, room_id, provider_id, centre_id, during)
    select b.city_id, b.id, r.id, r.provider_id, r.centre_id, occupied_by(x)
    from changed b
    join room_bookings x on x.city_id = b.city_id and x.id = b.id
    join rooms r on r.city_id = x.city_id and (r.id = x.room_id or r.part_of = x.room_id)
    where x.state = 'confirmed'
    order by r.id, x.starts_at;
  return null;
end $$;
create trigger occupy_new after insert on room_bookings
  referencing new table as changed for each statement execute function occupy_rooms();
create trigger occupy_changed after update on room_bookings
  referencing new table as changed for each statement execute function occupy_rooms();

-- A hall that is divided later: what is booked there keeps its new part busy as well.
create function occupy_part() returns trigger language plpgsql as $$
begin
  delete from room_occupations o using room_bookings b
    where o.city_id = new.city_id and o.room_id = new.id and b.city_id = o.city_id and b.id = o.booking_id
      and b.room_id <> new.id;
  insert into room_occupations (city_id, booking_id, room_id, provider_id, centre_id, during)
    select b.city_id, b.id, new.id, b.provider_id, b.centre_id, occupied_by(b) from room_bookings b
    where b.city_id = new.city_id and b.room_id = new.part_of and b.state = 'confirmed';
  return null;
end $$;
create trigger occupy_part after insert or update of part_of on rooms for each row execute function occupy_part();

do $$
declare t text;
begin
  foreach t in array array['rooms', 'room_series', 'room_bookings', 'room_occupations']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format($policy$create policy own_team on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))$policy$, t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
  -- Texts and hours follow their room.
  foreach t in array array['room_texts', 'room_hours']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format($policy$create policy follow_room on %I to kieznetz_app
      using (city_id = acting.city()
        and exists (select from rooms r where r.city_id = %1$I.city_id and r.id = room_id))
      with check (city_id = acting.city()
        and exists (select from rooms r where r.city_id = %1$I.city_id and r.id = room_id))$policy$, t);
    execute format('create policy owner_publishes on %I for select to kieznetz_owner
      using (exists (select from rooms r where r.city_id = %1$I.city_id and r.id = room_id))', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
end $$;

-- Everybody sees the rooms that can be had and when they are taken; by whom and for what stays with the team.
create policy owner_publishes on rooms for select to kieznetz_owner using (is_let and not is_archived);
create policy owner_publishes on room_occupations for select to kieznetz_owner
  using (exists (select from rooms r where r.city_id = room_occupations.city_id and r.id = room_id));
create view published.rooms as
  select city_id, id, provider_id, centre_id, slug, part_of, at_partner, capacity, is_step_free, equipment,
    minutes_before, minutes_after, fee_cents, fee_per, deposit_cents, max_days_ahead, is_example
  from rooms where is_let and not is_archived;
create view published.room_texts as
  select w.* from room_texts w join rooms r on r.city_id = w.city_id and r.id = w.room_id
  where r.is_let and not r.is_archived;
create view published.room_hours as
  select h.city_id, h.room_id, h.weekdays, h.opens, h.closes
  from room_hours h join rooms r on r.city_id = h.city_id and r.id = h.room_id
  where r.is_let and not r.is_archived;
create view published.busy_rooms as
  select o.city_id, o.room_id, lower(o.during) as from_at, upper(o.during) as until_at
  from room_occupations o join rooms r on r.city_id = o.city_id and r.id = o.room_id
  where r.is_let and not r.is_archived;
grant select on published.rooms, published.room_texts, published.room_hours, published.busy_rooms
  to kieznetz_public, kieznetz_app;

-- Kept pages hear of the rooms themselves, and of their times where everybody sees them.
do $$
declare t text;
begin
  foreach t in array array['rooms', 'room_texts', 'room_hours']
  loop
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_changed after update on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
  end loop;
end $$;
create function tell_of_room_times() returns trigger language plpgsql as $$
declare city uuid;
begin
  for city in select distinct c.city_id from changed c join rooms r on r.city_id = c.city_id and r.id = c.room_id
    where r.is_let
  loop
    perform pg_notify('kieznetz_changes', concat_ws(' ', 'availability', city, pg_current_xact_id()));
  end loop;
  return null;
end $$;
create trigger tell_of_new after insert on room_occupations
  referencing new table as changed for each statement execute function tell_of_room_times();
create trigger tell_of_gone after delete on room_occupations
  referencing old table as changed for each statement execute function tell_of_room_times();
