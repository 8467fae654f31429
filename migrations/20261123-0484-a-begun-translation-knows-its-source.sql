-- What somebody has begun was made from a version of the source; when that changes before it is shown, the difference is
-- shown beside it, as for what families read.
alter table begun_translations no force row level security;
alter table offers no force row level security;
alter table begun_translations add source_version integer;
update begun_translations b set source_version = o.text_version
  from offers o where o.city_id = b.city_id and o.id = b.offer_id;
alter table begun_translations alter source_version set not null;
alter table offers force row level security;
alter table begun_translations force row level security;

create or replace function keep_source_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into offer_text_versions (city_id, offer_id, version, title, summary, body)
    values (old.city_id, old.offer_id, old.source_version, old.title, old.summary, old.body) on conflict do nothing;
  delete from offer_text_versions v where v.city_id = old.city_id and v.offer_id = old.offer_id
    and not exists (select from offer_texts t where t.city_id = v.city_id and t.offer_id = v.offer_id
      and t.language <> old.language and t.source_version = v.version)
    and not exists (select from begun_translations b where b.city_id = v.city_id and b.offer_id = v.offer_id
      and b.source_version = v.version);
  return null;
end $$;

-- An import changes sources, too, and has to know what rests on them.
create policy import_reads on begun_translations for select to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city());
