-- The pinboard of a centre: what neighbours give, lend, need and can do. Everybody reads the words of a note; how to
-- reach whoever wrote it, and whoever is interested, only the team of the centre does.
create table neighbour_notes (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('give', 'lend', 'need', 'skill')),
  -- The one language in which it is written; nobody translates a note.
  language text not null,
  title text not null check (length(title) between 1 and 80),
  words text not null default '' check (length(words) <= 600),
  reach_by text not null check (reach_by in ('call', 'sms', 'email', 'visit')),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  sent_at timestamptz not null,
  approved_at timestamptz,
  -- The last day on which it hangs.
  shown_until date,
  delete_on date not null,
  -- Made once per rendering of the form: a double click is one note.
  rendering_key uuid not null,
  -- What opens it to its sender; only the hashes are kept.
  link_hash bytea not null,
  code_hash bytea not null,
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id),
  unique (city_id, rendering_key),
  unique (city_id, link_hash),
  unique (city_id, code_hash),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check ((phone <> '') = (reach_by in ('call', 'sms'))),
  check ((email <> '') = (reach_by = 'email')),
  check ((approved_at is null) = (shown_until is null)),
  -- The crudest of what may not hang in public; src/neighbours/may-be-public.ts knows more.
  constraint nothing_to_reach_a_person_by check (title || ' ' || words !~ '@|[0-9٠-٩۰-۹]{7}')
);
create index on neighbour_notes (city_id, centre_id, shown_until);
create index on neighbour_notes (city_id, delete_on);

-- Somebody is interested in a note. It ends with the note.
create table neighbour_interests (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  note_id uuid not null,
  language text not null,
  words text not null check (length(words) between 1 and 600),
  reach_by text not null check (reach_by in ('call', 'sms', 'email', 'visit')),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  sent_at timestamptz not null,
  passed_on_at timestamptz,
  rendering_key uuid not null,
  link_hash bytea not null,
  code_hash bytea not null,
  primary key (city_id, id),
  unique (city_id, rendering_key),
  unique (city_id, link_hash),
  unique (city_id, code_hash),
  foreign key (city_id, note_id, centre_id, provider_id)
    references neighbour_notes (city_id, id, centre_id, provider_id) on delete cascade,
  check ((phone <> '') = (reach_by in ('call', 'sms'))),
  check ((email <> '') = (reach_by = 'email'))
);
create index on neighbour_interests (city_id, note_id, sent_at);
create index on neighbour_interests (city_id, centre_id, passed_on_at);

alter table neighbour_notes enable row level security, force row level security;
alter table neighbour_interests enable row level security, force row level security;
create policy own_team on neighbour_notes to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
create policy own_team on neighbour_interests to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
-- The desk takes in and cannot read again: an answer of the public side can give no contact away.
create policy desk_takes_in on neighbour_notes for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and approved_at is null);
create policy desk_takes_in on neighbour_interests for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and passed_on_at is null);
grant select, insert, update, delete on neighbour_notes, neighbour_interests to kieznetz_app;

-- A board hangs where the centre has switched it on. Nobody else's parts are anybody's business.
create policy owner_publishes on centre_parts for select to kieznetz_owner using (part = 'neighbours');
create view published.pinboards as
  select city_id, centre_id from centre_parts where part = 'neighbours' and switched_on_at is not null;
create policy owner_opens on neighbour_notes for select to kieznetz_owner using (true);
create view published.neighbour_notes as
  select n.city_id, n.id, n.centre_id, n.kind, n.language, n.title, n.words, n.approved_at, n.shown_until
  from neighbour_notes n join published.pinboards b on b.city_id = n.city_id and b.centre_id = n.centre_id
  where n.approved_at is not null;
grant select on published.pinboards, published.neighbour_notes to kieznetz_public, kieznetz_app;

-- From an unguessable link, or the short code, to one's own words; nothing else comes out. What is taken back is gone
-- at once, with all that others left for it.
create policy owner_takes_back on neighbour_notes for delete to kieznetz_owner using (true);
create policy owner_opens on neighbour_interests for select to kieznetz_owner using (true);
create policy owner_takes_back on neighbour_interests for delete to kieznetz_owner using (true);
create function neighbour_note_behind(city uuid, key_hash bytea)
returns table (centre_id uuid, kind text, language text, title text, words text, reach_by text, approved_at timestamptz,
  shown_until date, delete_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.centre_id, n.kind, n.language, n.title, n.words, n.reach_by, n.approved_at, n.shown_until, n.delete_on
  from neighbour_notes n where n.city_id = city and (n.link_hash = key_hash or n.code_hash = key_hash)
$$;
create function neighbour_interest_behind(city uuid, key_hash bytea)
returns table (centre_id uuid, title text, note_language text, words text, reach_by text, delete_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.centre_id, n.title, n.language, i.words, i.reach_by, n.delete_on
  from neighbour_interests i join neighbour_notes n on n.city_id = i.city_id and n.id = i.note_id
  where i.city_id = city and (i.link_hash = key_hash or i.code_hash = key_hash)
$$;
create function take_from_pinboard(city uuid, key_hash bytea) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with note as (delete from neighbour_notes n where n.city_id = city
      and (n.link_hash = key_hash or n.code_hash = key_hash) returning true),
    interest as (delete from neighbour_interests i where i.city_id = city
      and (i.link_hash = key_hash or i.code_hash = key_hash) returning true)
  select exists (select from note) or exists (select from interest)
$$;
revoke all on function neighbour_note_behind, neighbour_interest_behind, take_from_pinboard from public;
grant execute on function neighbour_note_behind, neighbour_interest_behind, take_from_pinboard to kieznetz_app;

-- Kept pages hear of what hangs and of what was taken down; a note that waits for the team changes no page.
create function tell_of_pinboard() returns trigger language plpgsql as $$
declare city uuid;
begin
  for city in select distinct city_id from changed where approved_at is not null loop
    perform pg_notify('kieznetz_changes', concat_ws(' ', 'programme', city, pg_current_xact_id()));
  end loop;
  return null;
end $$;
create trigger tell_of_new after insert on neighbour_notes
  referencing new table as changed for each statement execute function tell_of_pinboard();
create trigger tell_of_changed after update on neighbour_notes
  referencing new table as changed for each statement execute function tell_of_pinboard();
create trigger tell_of_gone after delete on neighbour_notes
  referencing old table as changed for each statement execute function tell_of_pinboard();

create function tell_of_part() returns trigger language plpgsql as $$
begin
  perform pg_notify('kieznetz_changes', concat_ws(' ', 'programme', new.city_id, pg_current_xact_id()));
  return null;
end $$;
create trigger tell_of_pinboard after insert or update on centre_parts
  for each row when (new.part = 'neighbours') execute function tell_of_part();
