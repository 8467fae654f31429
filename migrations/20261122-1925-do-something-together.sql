-- Joint activities: how many families it takes and by when that is decided, where one meets, who brings what.

-- One per offer at most. The minimum counts families with a place, not heads: it is families that have to be told.
create table joint_activities (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  -- Null takes place with whoever comes.
  minimum integer check (minimum between 2 and 100),
  decide_days_before integer check (decide_days_before between 1 and 60),
  -- A date whose day of decision was over by then is not called off behind everybody's back.
  decides_since timestamptz not null,
  primary key (city_id, offer_id),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade,
  check ((minimum is null) = (decide_days_before is null))
);

create table meeting_point_texts (
  city_id uuid not null,
  offer_id uuid not null,
  language text not null,
  words text not null check (length(words) between 1 and 300),
  primary key (city_id, offer_id, language),
  foreign key (city_id, offer_id) references joint_activities on delete cascade
);

create table things_to_bring (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  -- So many families may bring it to each date.
  needed integer not null check (needed between 1 and 50),
  primary key (city_id, id),
  unique (city_id, id, offer_id, needed),
  unique (city_id, id, offer_id),
  foreign key (city_id, offer_id) references joint_activities on delete cascade,
  foreign key (city_id, offer_id, provider_id, centre_id) references offers (city_id, id, provider_id, centre_id)
);
create index on things_to_bring (city_id, offer_id);

create table thing_texts (
  city_id uuid not null,
  offer_id uuid not null,
  thing_id uuid not null,
  language text not null,
  name text not null check (length(name) between 1 and 60),
  primary key (city_id, thing_id, language),
  foreign key (city_id, thing_id, offer_id) references things_to_bring (city_id, id, offer_id) on delete cascade
);

-- Each family that brings a thing holds one number of it, and there is no number beyond what is needed: so nothing is
-- promised too often, whoever asks at the same moment, and the need cannot fall below what is promised.
create table things_taken (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  intake_id uuid not null,
  registration_id uuid not null,
  thing_id uuid not null,
  needed integer not null,
  number integer not null,
  primary key (city_id, registration_id, thing_id),
  constraint each_number_once unique (city_id, thing_id, intake_id, number) deferrable initially immediate,
  constraint no_more_than_needed check (number between 1 and needed),
  foreign key (city_id, thing_id, offer_id, needed) references things_to_bring (city_id, id, offer_id, needed)
    on update cascade on delete cascade,
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, intake_id, provider_id, centre_id, offer_id)
    references intakes (city_id, id, provider_id, centre_id, offer_id) on delete cascade
);
create index on things_taken (city_id, intake_id);

-- What became of a date, decided once.
create table joint_decisions (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  session_id uuid not null,
  -- 'anyway': too few, and the lead lets it happen nevertheless.
  outcome text not null check (outcome in ('enough', 'too-few', 'anyway')),
  families integer not null check (families >= 0),
  is_by_itself boolean not null,
  decided_at timestamptz not null,
  primary key (city_id, session_id),
  foreign key (city_id, session_id, offer_id) references sessions (city_id, id, offer_id) on delete cascade,
  foreign key (city_id, offer_id, provider_id, centre_id) references offers (city_id, id, provider_id, centre_id)
);
create index on joint_decisions (city_id, centre_id, decided_at);

-- At noon in the city, so many days before: nobody is told at night, and no clock ever leaves noon out.
create function joint_decision_at(held_on date, days_before integer, time_zone text) returns timestamptz
language sql immutable parallel safe as $$
  select ((held_on - days_before) + time '12:00') at time zone time_zone
$$;

do $$
declare t text;
begin
  foreach t in array array['joint_activities', 'meeting_point_texts', 'things_to_bring', 'thing_texts', 'joint_decisions',
    'things_taken']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    if t <> 'things_taken' then
      -- They follow their offer: whoever sees or may change the one, may the other.
      execute format('create policy owner_publishes on %I for select to kieznetz_owner
        using (exists (select from offers o where o.city_id = %1$I.city_id and o.id = offer_id))', t);
      execute format('create policy follow_offer on %I for select to kieznetz_app using (city_id = acting.city()
        and exists (select from offers o where o.city_id = %1$I.city_id and o.id = offer_id))', t);
      execute format($policy$create policy staff_write on %I to kieznetz_app
        using (city_id = acting.city() and (acting.kind() = 'system' or (acting.kind() = 'staff' and exists (select from
          offers o where o.city_id = %1$I.city_id and o.id = offer_id and o.centre_id = any (acting.centres())))))
        with check (city_id = acting.city() and (acting.kind() = 'system' or (acting.kind() = 'staff' and exists (select
          from offers o where o.city_id = %1$I.city_id and o.id = offer_id and o.centre_id = any (acting.centres())))))
        $policy$, t);
      execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
    end if;
  end loop;
end $$;

-- Who brings what is about families: it goes with their registration.
create policy taken_at_own_centre on things_taken to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.household_centres()) or acting.kind() = 'system'));
create policy taken_at_led_offers on things_taken for select to kieznetz_app
  using (city_id = acting.city() and offer_id = any (acting.offers()));
grant select, insert, update, delete on things_taken to kieznetz_app;

-- Whoever does not come brings nothing: it is free for another family at once.
create function let_things_go() returns trigger language plpgsql as $$
begin
  delete from things_taken where city_id = new.city_id and registration_id = new.id;
  return null;
end $$;
create trigger let_things_go after update of state on registrations for each row
  when (old.state = 'confirmed' and new.state <> 'confirmed') execute function let_things_go();

-- How it stands, in a word: 'open', 'nearly' (two are missing at most), 'enough', or what was decided. Never a number
-- and never who. The owner counts registrations of joint activities here, and nowhere else.
create policy owner_counts_joint on registrations for select to kieznetz_owner
  using (exists (select from joint_activities j where j.city_id = registrations.city_id
    and j.offer_id = registrations.offer_id));
create function joint_standing(city uuid, session uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select d.outcome from joint_decisions d where d.city_id = city and d.session_id = session),
    (select case when count(r.id) >= j.minimum then 'enough' when count(r.id) >= j.minimum - 2 then 'nearly' else 'open' end
      from intakes i join joint_activities j on j.city_id = i.city_id and j.offer_id = i.offer_id
      left join registrations r on r.city_id = i.city_id and r.intake_id = i.id and r.state = 'confirmed'
      where i.city_id = city and i.session_id = session and j.minimum is not null
      group by j.minimum))
$$;
revoke all on function joint_standing from public;
grant execute on function joint_standing to kieznetz_public, kieznetz_app;

create view published.joint_activities as
  select j.city_id, j.offer_id, j.minimum, j.decide_days_before from joint_activities j
  join offers o on o.city_id = j.city_id and o.id = j.offer_id where o.state = 'published';
create view published.meeting_point_texts as
  select w.* from meeting_point_texts w join offers o on o.city_id = w.city_id and o.id = w.offer_id
  where o.state = 'published';
create view published.things_to_bring as
  select b.city_id, b.id, b.offer_id, b.needed from things_to_bring b
  join offers o on o.city_id = b.city_id and o.id = b.offer_id where o.state = 'published';
create view published.thing_texts as
  select w.* from thing_texts w join offers o on o.city_id = w.city_id and o.id = w.offer_id
  where o.state = 'published';
create view published.joint_dates as
  select s.city_id, s.offer_id, s.id as session_id,
    joint_decision_at(s.held_on, j.decide_days_before, c.time_zone) as decided_at, joint_standing(s.city_id, s.id) as standing
  from sessions s join joint_activities j on j.city_id = s.city_id and j.offer_id = s.offer_id
  join cities c on c.id = s.city_id
  join offers o on o.city_id = s.city_id and o.id = s.offer_id
  where o.state = 'published' and j.minimum is not null
    and joint_decision_at(s.held_on, j.decide_days_before, c.time_zone) > j.decides_since;
grant select on published.joint_activities, published.meeting_point_texts, published.things_to_bring,
  published.thing_texts, published.joint_dates to kieznetz_public, kieznetz_app;
