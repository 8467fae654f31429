-- What stands on the page of an offer, spoken by its lead, for those who do not read: one recording for each language
-- it is written in. The words stay its twin; families hear nothing in a language without them.
create table offer_recordings (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  language text not null check (length(language) between 2 and 12),
  -- Names the recording in its address; another recording has another one.
  mark text not null check (mark ~ '^[\w-]{22}$'),
  type text not null check (type in ('audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/webm', 'audio/wav')),
  bytes bytea not null check (octet_length(bytes) between 1 and 5 * 1024 * 1024),
  -- The words that were spoken, as a hash: whether they were changed since.
  words_mark text not null,
  recorded_on date not null,
  primary key (city_id, offer_id, language),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade
);
create index on offer_recordings (city_id, centre_id);
create index on offer_recordings (city_id, mark);
-- Stored unpacked, so that any part of it is read without the rest.
alter table offer_recordings alter column bytes set storage external;

alter table offer_recordings enable row level security, force row level security;
create policy own_centre on offer_recordings to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
create policy owner_publishes on offer_recordings for select to kieznetz_owner using (true);
grant select, insert, update, delete on offer_recordings to kieznetz_app;

create function mark_of_words(title text, summary text, body text) returns text
language sql immutable parallel safe as $$
  select encode(sha256(convert_to(concat_ws(E'\n', title, summary, body), 'UTF8')), 'hex')
$$;

create view published.offer_recordings as
  select r.city_id, r.offer_id, r.language, r.mark, r.type, octet_length(r.bytes) as size, r.bytes,
    r.words_mark = mark_of_words(t.title, t.summary, t.body) as is_up_to_date
  from offer_recordings r
  join offers o on o.city_id = r.city_id and o.id = r.offer_id and o.state = 'published'
  join offer_texts t on t.city_id = r.city_id and t.offer_id = r.offer_id and t.language = r.language;
grant select on published.offer_recordings to kieznetz_public, kieznetz_app;

create trigger tell_of_new after insert on offer_recordings
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on offer_recordings
  referencing old table as changed for each statement execute function tell_of_change();
create trigger tell_of_changed after update on offer_recordings
  referencing new table as changed for each statement execute function tell_of_change();
