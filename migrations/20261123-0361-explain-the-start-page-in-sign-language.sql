-- What the start page offers, explained in German sign language (BITV 2.0, § 4): a film and its captions, which come
-- with the city pack. Stored unpacked, so that any part of it is read without the rest.

create table sign_language_films (
  city_id uuid primary key references cities on delete cascade,
  bytes bytea not null check (octet_length(bytes) between 1 and 10 * 1024 * 1024),
  -- WebVTT, in German.
  captions text not null check (captions like 'WEBVTT%'),
  -- Changes with both, so that browsers keep them for ever.
  mark text not null check (mark ~ '^[A-Za-z0-9_-]{11}$')
);
alter table sign_language_films alter column bytes set storage external;

alter table sign_language_films enable row level security, force row level security;
create policy owner_publishes on sign_language_films for select to kieznetz_owner using (true);
create policy city_reads on sign_language_films for select to kieznetz_app using (city_id = acting.city());
create policy import_writes on sign_language_films to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert, update, delete on sign_language_films to kieznetz_app;

create view published.sign_language_films as
  select city_id, mark, octet_length(bytes) as size, bytes, captions from sign_language_films;
grant select on published.sign_language_films to kieznetz_public, kieznetz_app;

create trigger tell_of_new after insert on sign_language_films
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_changed after update on sign_language_films
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on sign_language_films
  referencing old table as changed for each statement execute function tell_of_change();
