-- What an offer said before its source was changed, so that whoever translates it sees what is new; and translations
-- that somebody has begun, which no family reads yet.

create table offer_text_versions (
  city_id uuid not null,
  offer_id uuid not null,
  version integer not null,
  title text not null,
  summary text not null,
  body text not null,
  primary key (city_id, offer_id, version),
  foreign key (city_id, offer_id) references offers on delete cascade
);

create table begun_translations (
  city_id uuid not null,
  offer_id uuid not null,
  language text not null,
  title text not null check (length(title) <= 120),
  summary text not null,
  body text not null,
  -- Nobody has looked at it yet.
  is_by_machine boolean not null,
  kept_at timestamptz not null,
  primary key (city_id, offer_id, language),
  foreign key (city_id, offer_id) references offers on delete cascade
);

alter table offer_text_versions enable row level security, force row level security;
alter table begun_translations enable row level security, force row level security;

create policy import_writes on offer_text_versions to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy staff_write on offer_text_versions to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = offer_text_versions.city_id and o.id = offer_id and o.centre_id = any (acting.centres())))
  with check (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = offer_text_versions.city_id and o.id = offer_id and o.centre_id = any (acting.centres())));
create policy staff_write on begun_translations to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = begun_translations.city_id and o.id = offer_id and o.centre_id = any (acting.centres())))
  with check (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = begun_translations.city_id and o.id = offer_id and o.centre_id = any (acting.centres())));
grant select, insert, update, delete on offer_text_versions, begun_translations to kieznetz_app;

-- A trigger, so that no way of changing a source forgets it. Nothing rests on a version once every translation is newer.
create function keep_source_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into offer_text_versions (city_id, offer_id, version, title, summary, body)
    values (old.city_id, old.offer_id, old.source_version, old.title, old.summary, old.body) on conflict do nothing;
  delete from offer_text_versions v where v.city_id = old.city_id and v.offer_id = old.offer_id
    and not exists (select from offer_texts t where t.city_id = v.city_id and t.offer_id = v.offer_id
      and t.language <> old.language and t.source_version = v.version);
  return null;
end $$;
create trigger keep_source_text after update on offer_texts for each row
  when (old.state = 'original' and (old.title, old.summary, old.body) is distinct from (new.title, new.summary, new.body))
  execute function keep_source_text();
