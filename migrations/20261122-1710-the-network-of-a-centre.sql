-- With whom a centre works: its partners, what they contribute, whom to ring there, what was signed until when, what
-- was agreed at the meetings and who does it. Only the team of the centre reads it; what a partner contributes is
-- published where the team says so.

create table network_partners (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('daycare', 'school', 'midwife', 'housing', 'advice', 'health', 'youth', 'culture',
    'religion', 'police', 'city', 'other')),
  website text not null default '' check (website ~ '^(https?://\S+)?$' and length(website) <= 300),
  is_published boolean not null default false,
  is_example boolean not null default false,
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id),
  constraint each_partner_once unique (city_id, centre_id, name),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);

create table network_partner_texts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  partner_id uuid not null,
  language text not null,
  contributes text not null check (length(contributes) between 1 and 400),
  primary key (city_id, partner_id, language),
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade
);

-- One agreement at a time. It always has an end: what nobody looks at again for years is not alive.
create table network_agreements (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  partner_id uuid not null,
  signed_on date not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  primary key (city_id, id),
  constraint one_agreement_at_a_time unique (city_id, partner_id, valid without overlaps),
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade
);

create table network_contacts (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  partner_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  role text not null default '' check (length(role) <= 120),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  entered_on date not null,
  -- A year after the last agreement ended; where none was ever signed, a year after the person was entered.
  delete_on date not null,
  primary key (city_id, id),
  constraint each_contact_once unique (city_id, partner_id, name),
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade
);
create index on network_contacts (city_id, delete_on);

create function contact_ends(city uuid, partner uuid, entered_on date) returns date
language sql stable set search_path = public, pg_temp as $$
  select (greatest(entered_on, (select max(upper(valid)) from network_agreements
    where city_id = city and partner_id = partner)) + interval '1 year')::date
$$;
create function end_contact() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.delete_on := contact_ends(new.city_id, new.partner_id, new.entered_on);
  return new;
end $$;
create trigger end_contact before insert on network_contacts for each row execute function end_contact();
create function end_contacts() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update network_contacts set delete_on = contact_ends(city_id, partner_id, entered_on)
    where city_id = coalesce(new.city_id, old.city_id) and partner_id = coalesce(new.partner_id, old.partner_id);
  return null;
end $$;
create trigger end_contacts after insert or update or delete on network_agreements
  for each row execute function end_contacts();

create table network_meetings (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  held_on date not null,
  place text not null check (length(place) between 1 and 120),
  agenda text not null default '' check (length(agenda) <= 4000),
  decisions text not null default '' check (length(decisions) <= 4000),
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id),
  constraint each_meeting_once unique (city_id, centre_id, held_on, place),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);

create table network_tasks (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  meeting_id uuid not null,
  words text not null check (length(words) between 1 and 300),
  account_id text,
  partner_id uuid,
  due_on date not null,
  done_at timestamptz,
  primary key (city_id, id),
  constraint each_task_once unique (city_id, meeting_id, words),
  constraint one_owner check (num_nonnulls(account_id, partner_id) = 1),
  foreign key (city_id, meeting_id, centre_id, provider_id)
    references network_meetings (city_id, id, centre_id, provider_id) on delete cascade,
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade
);
create index on network_tasks (city_id, centre_id, due_on) where done_at is null;
create index on network_tasks (city_id, partner_id);

do $$
declare t text;
begin
  foreach t in array array['network_partners', 'network_partner_texts', 'network_agreements', 'network_contacts',
    'network_meetings', 'network_tasks']
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

-- What families may read: who works with the centre and what that brings them. No person, no date.
create policy owner_publishes on network_partners for select to kieznetz_owner using (is_published);
create policy owner_publishes on network_partner_texts for select to kieznetz_owner
  using (exists (select from network_partners p
    where p.city_id = network_partner_texts.city_id and p.id = partner_id and p.is_published));
create view published.network_partners as
  select * from network_partners where is_published;
create view published.network_partner_texts as
  select t.* from network_partner_texts t
  join network_partners p on p.city_id = t.city_id and p.id = t.partner_id and p.is_published;
grant select on published.network_partners, published.network_partner_texts to kieznetz_public, kieznetz_app;

-- The page of the centre shows it (docs/decisions/0009-what-a-kept-page-knows.md).
do $$
declare t text;
begin
  foreach t in array array['network_partners', 'network_partner_texts']
  loop
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_changed after update on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
  end loop;
end $$;
