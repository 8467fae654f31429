-- How many came. A correction is a new version; the first count stays readable.

create table head_counts (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  session_id uuid not null,
  version integer not null check (version > 0),
  adults integer not null check (adults between 0 and 1000),
  children_under_1 integer not null check (children_under_1 between 0 and 1000),
  children_1_to_2 integer not null check (children_1_to_2 between 0 and 1000),
  children_3_to_5 integer not null check (children_3_to_5 between 0 and 1000),
  children_6_to_10 integer not null check (children_6_to_10 between 0 and 1000),
  children_over_10 integer not null check (children_over_10 between 0 and 1000),
  first_time integer not null check (first_time between 0 and 1000),
  counted_by text not null,
  counted_at timestamptz not null,
  -- Made once per rendering of the counter: sent twice, counted once.
  rendering_key uuid not null,
  primary key (city_id, id),
  unique (city_id, session_id, version),
  unique (city_id, rendering_key),
  foreign key (city_id, session_id, offer_id) references sessions (city_id, id, offer_id)
);
create index on head_counts (city_id, centre_id, counted_at);

alter table head_counts enable row level security, force row level security;
create policy count_in_own_centre on head_counts to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.centres()) or acting.kind() = 'system'))
  with check (city_id = acting.city() and (centre_id = any (acting.centres()) or acting.kind() = 'system'));
create policy count_led_offers on head_counts to kieznetz_app
  using (city_id = acting.city() and offer_id = any (acting.offers()))
  with check (city_id = acting.city() and offer_id = any (acting.offers()));
-- Counts are added, never changed or deleted.
grant select, insert on head_counts to kieznetz_app;

-- What leaves a provider for the city: sums without a name, frozen by a job under the role 'figures'.
create table released_cells (
  city_id uuid not null,
  centre_id uuid not null,
  provider_id uuid not null,
  quarter date not null check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10)),
  format text not null,
  measure text not null,
  value bigint not null check (value >= 0),
  released_at timestamptz not null,
  primary key (city_id, centre_id, quarter, format, measure),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);
alter table released_cells enable row level security, force row level security;
create policy city_office_reads on released_cells for select to kieznetz_app
  using (city_id = acting.city() and ('city-office' = any (acting.roles())
    or provider_id = any (acting.providers()) or centre_id = any (acting.centres()) or acting.kind() = 'system'));
create policy release_job_writes on released_cells to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert, update, delete on released_cells to kieznetz_app;

-- The role 'figures' reads columns without names and owns the sums made of them.
create schema figures;
grant usage on schema figures to kieznetz_app;
grant usage, create on schema figures to kieznetz_figures;
grant usage on schema public to kieznetz_figures;
grant select (city_id, id, provider_id, centre_id, offer_id, held_on, starts_at, ends_at, state) on sessions to kieznetz_figures;
grant select (city_id, id, provider_id, centre_id, format) on offers to kieznetz_figures;
grant select (city_id, id, provider_id, centre_id, offer_id, session_id, version, adults, children_under_1,
  children_1_to_2, children_3_to_5, children_6_to_10, children_over_10, first_time) on head_counts to kieznetz_figures;
create policy figures_reads on sessions for select to kieznetz_figures using (city_id = acting.city());
create policy figures_reads on offers for select to kieznetz_figures using (city_id = acting.city());
create policy figures_reads on head_counts for select to kieznetz_figures using (city_id = acting.city());

set local role kieznetz_figures;
create view figures.session_figures with (security_barrier) as
  select s.city_id, s.provider_id, s.centre_id, s.offer_id, s.id as session_id, o.format, s.held_on, s.state,
    extract(epoch from s.ends_at - s.starts_at)::bigint / 60 as minutes,
    c.adults, c.children_under_1, c.children_1_to_2, c.children_3_to_5, c.children_6_to_10, c.children_over_10,
    c.first_time
  from public.sessions s
  join public.offers o on o.city_id = s.city_id and o.id = s.offer_id
  left join lateral (select h.* from (select city_id, session_id, version, adults, children_under_1, children_1_to_2,
      children_3_to_5, children_6_to_10, children_over_10, first_time from public.head_counts) h
    where h.city_id = s.city_id and h.session_id = s.id order by h.version desc limit 1) c on true;
grant select on figures.session_figures to kieznetz_app;
reset role;
