-- Every row belongs to a city, and every statement is made by somebody.
-- Who that is stands in settings of the transaction (set by inTransaction); policies read them here.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema acting;
create schema published;
create schema identity;

grant usage on schema acting to kieznetz_app, kieznetz_public, kieznetz_figures;
grant usage on schema published to kieznetz_app, kieznetz_public;

-- 'desk'   the public desk of one centre, working for a family without an account
-- 'staff'  a signed-in person
-- 'system' a job or an import of one city
create function acting.kind() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('app.kind', true), '') $$;
create function acting.city() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.city', true), '')::uuid $$;
create function acting.account() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('app.account', true), '') $$;
-- Providers for which somebody answers, centres in which she works, offers she leads.
create function acting.providers() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.providers', true), ''), '{}')::uuid[] $$;
create function acting.centres() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.centres', true), ''), '{}')::uuid[] $$;
create function acting.offers() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.offers', true), ''), '{}')::uuid[] $$;
-- Centres whose families may be seen by name. Never filled for administrators or the city office.
create function acting.household_centres() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.household_centres', true), ''), '{}')::uuid[] $$;
-- Roles of the acting person in this city, such as {administrator,city-office}.
create function acting.roles() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.roles', true), ''), '{}')::text[] $$;

create table cities (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,60}$'),
  time_zone text not null,
  country text not null default 'DE',
  state text not null,
  languages text[] not null check (cardinality(languages) > 0),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  office jsonb not null default '{}',
  attributions jsonb not null default '[]'
);
comment on table cities is 'A city with its network; the host name of a request leads here.';

create table city_hosts (
  host text primary key check (host = lower(host)),
  city_id uuid not null references cities on delete cascade
);
create index on city_hosts (city_id);

create table city_texts (
  city_id uuid not null references cities on delete cascade,
  language text not null,
  name text not null,
  place text not null,
  imprint text not null default '',
  primary key (city_id, language)
);

-- A city is no secret: both roles read them, only the import (as system) writes its own.
alter table cities enable row level security, force row level security;
alter table city_hosts enable row level security, force row level security;
alter table city_texts enable row level security, force row level security;
create policy everyone_reads on cities for select using (true);
create policy everyone_reads on city_hosts for select using (true);
create policy everyone_reads on city_texts for select using (true);
create policy import_writes on cities to kieznetz_app
  using (acting.kind() = 'system' and id = acting.city()) with check (acting.kind() = 'system' and id = acting.city());
create policy import_writes on city_hosts to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy import_writes on city_texts to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert, update, delete on cities, city_hosts, city_texts to kieznetz_app;

create view published.cities as select * from cities;
create view published.city_hosts as select * from city_hosts;
create view published.city_texts as select * from city_texts;
grant select on published.cities, published.city_hosts, published.city_texts to kieznetz_public, kieznetz_app;
