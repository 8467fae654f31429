-- What the last import of a city pack brought, by file and key, as a fingerprint. So an import changes only what
-- has changed in the pack, leaves alone what staff have changed since, and archives what is no longer in it.

create table pack_records (
  city_id uuid not null references cities on delete cascade,
  file text not null,
  key text not null,
  fingerprint text not null,
  primary key (city_id, file, key)
);
alter table pack_records enable row level security, force row level security;
create policy import_writes on pack_records to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert, update, delete on pack_records to kieznetz_app;
