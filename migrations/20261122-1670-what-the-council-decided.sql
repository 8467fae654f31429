-- What the council decided about the money of the centres, and what each centre gets in each year. A figure that is
-- not publicly known may be an example, and then it says so; a year that is closed does not change any more.

create table council_decisions (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  -- The two years it decided about, such as 2020-21.
  budget text not null check (budget ~ '^\d{4}-\d{2}$'),
  -- Null where it is not publicly known.
  paper_number text check (length(paper_number) between 1 and 60),
  paper_url text check (paper_url ~ '^https?://' and length(paper_url) <= 500),
  body text not null check (body in ('magistrate', 'youth-committee', 'council')),
  decided_on date,
  source text not null check (length(source) between 1 and 400),
  is_example boolean not null,
  primary key (city_id, id),
  unique (city_id, slug)
);

-- `wording` is what was decided, `effect` what it changed, both for people who read no council papers.
create table council_decision_texts (
  city_id uuid not null,
  decision_id uuid not null,
  language text not null,
  title text not null,
  wording text not null default '',
  effect text not null default '',
  primary key (city_id, decision_id, language),
  foreign key (city_id, decision_id) references council_decisions on delete cascade
);

create table council_votes (
  city_id uuid not null,
  decision_id uuid not null,
  group_name text not null check (length(group_name) between 1 and 120),
  ayes integer not null check (ayes between 0 and 1000),
  noes integer not null check (noes between 0 and 1000),
  abstentions integer not null check (abstentions between 0 and 1000),
  source text not null check (length(source) between 1 and 400),
  is_example boolean not null,
  primary key (city_id, decision_id, group_name),
  foreign key (city_id, decision_id) references council_decisions on delete cascade
);

-- The way of a budget: § 82 (3) HGO has the district councils heard, § 71 SGB VIII the youth committee.
create table council_stations (
  city_id uuid not null,
  decision_id uuid not null,
  station text not null check (station in ('magistrate', 'district-councils', 'youth-committee', 'council',
    'supervisory-approval', 'in-force')),
  reached_on date,
  source text not null check (length(source) between 1 and 400),
  is_example boolean not null,
  primary key (city_id, decision_id, station),
  foreign key (city_id, decision_id) references council_decisions on delete cascade
);

create table fiscal_years (
  city_id uuid not null references cities on delete cascade,
  year smallint not null check (year between 1990 and 2100),
  budget text not null check (budget ~ '^\d{4}-\d{2}$'),
  lead_minutes integer not null check (lead_minutes between 0 and 3000),
  source text not null check (length(source) between 1 and 400),
  is_example boolean not null,
  closed_on date,
  primary key (city_id, year),
  check (year - left(budget, 4)::integer between 0 and 1 and right(budget, 2)::integer = (left(budget, 4)::integer + 1) % 100)
);
comment on column fiscal_years.lead_minutes is 'The post of the responsible person of each centre, in minutes a week.';

create table budget_amounts (
  city_id uuid not null,
  centre_id uuid not null,
  year smallint not null,
  cents bigint not null check (cents between 0 and 10000000000),
  source text not null check (length(source) between 1 and 400),
  is_example boolean not null,
  primary key (city_id, centre_id, year),
  foreign key (city_id, centre_id) references centres on delete cascade,
  foreign key (city_id, year) references fiscal_years on delete cascade
);
create index on budget_amounts (city_id, year);

create function refuse_closed_year() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'fiscal_years' then
    if old.closed_on is not null then
      raise exception 'the year % is closed', old.year using errcode = 'check_violation', constraint = 'closed_years_never_change';
    end if;
  elsif exists (select from fiscal_years y where y.closed_on is not null
      and (tg_op <> 'INSERT' and y.city_id = old.city_id and y.year = old.year
        or tg_op <> 'DELETE' and y.city_id = new.city_id and y.year = new.year)) then
    raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'closed_years_never_change';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger closed_years_never_change before update or delete on fiscal_years
  for each row execute function refuse_closed_year();
create trigger closed_years_never_change before insert or update or delete on budget_amounts
  for each row execute function refuse_closed_year();

-- All of it is published. The import writes; the city office corrects what is there.
do $$
declare t text;
begin
  foreach t in array array['council_decisions', 'council_decision_texts', 'council_votes', 'council_stations',
    'fiscal_years', 'budget_amounts']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_publishes on %I for select to kieznetz_owner using (true)', t);
    execute format('create policy city_reads on %I for select to kieznetz_app using (city_id = acting.city())', t);
    execute format('create policy import_writes on %I to kieznetz_app
      using (acting.kind() = ''system'' and city_id = acting.city())
      with check (acting.kind() = ''system'' and city_id = acting.city())', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
    execute format('create view published.%I as select * from %I', t, t);
    execute format('grant select on published.%I to kieznetz_public, kieznetz_app', t);
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_changed after update on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
  end loop;
  foreach t in array array['council_decisions', 'council_decision_texts', 'council_stations', 'budget_amounts']
  loop
    execute format('create policy city_office_corrects on %I for update to kieznetz_app
      using (acting.kind() = ''staff'' and city_id = acting.city() and ''city-office'' = any (acting.roles()))
      with check (city_id = acting.city())', t);
  end loop;
end $$;
create policy city_office_corrects on council_votes to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and 'city-office' = any (acting.roles()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and 'city-office' = any (acting.roles()));
