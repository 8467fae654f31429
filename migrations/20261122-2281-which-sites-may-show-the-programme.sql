-- The sites of others that may show the programme under the name of the network: a Kita, a school, the city itself.
-- The city office decides; the address of an answer for a site is its id, so that answers can be kept.
create table embed_sites (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 120),
  -- As a browser names it: no path, and TLS except on the machine of a developer.
  origin text not null check (origin ~ '^(https://[a-z0-9.-]{1,253}(:\d{1,5})?|http://(localhost|127\.0\.0\.1)(:\d{1,5})?)$'),
  added_at timestamptz not null,
  primary key (city_id, id),
  constraint a_site_stands_once unique (city_id, origin)
);

alter table embed_sites enable row level security, force row level security;
create policy owner_publishes on embed_sites for select to kieznetz_owner using (true);
create policy city_office_decides on embed_sites to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and 'city-office' = any (acting.roles()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and 'city-office' = any (acting.roles()));
grant select, insert, delete on embed_sites to kieznetz_app;

create view published.embed_sites as select city_id, id, origin from embed_sites;
grant select on published.embed_sites to kieznetz_public, kieznetz_app;

create trigger tell_of_new after insert on embed_sites
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on embed_sites
  referencing old table as changed for each statement execute function tell_of_change();
