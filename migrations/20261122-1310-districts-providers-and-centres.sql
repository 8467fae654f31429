-- The map of a city: districts with dated indicators, providers with their data-protection law,
-- centres, and the quarters each centre answers for.

create table districts (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  code text not null,
  name text not null,
  geometry jsonb,
  primary key (city_id, id),
  unique (city_id, code)
);

create table district_aliases (
  city_id uuid not null,
  alias text not null,
  district_id uuid not null,
  primary key (city_id, alias),
  foreign key (city_id, district_id) references districts on delete cascade
);

create table district_indicators (
  city_id uuid not null,
  district_id uuid not null,
  indicator text not null,
  valid daterange not null check (not isempty(valid)),
  value numeric not null,
  unit text not null check (unit in ('persons', 'percent', 'euro')),
  source text not null,
  primary key (city_id, district_id, indicator, valid without overlaps),
  foreign key (city_id, district_id) references districts on delete cascade
);

create table providers (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  name text not null,
  law text not null check (law in ('DSGVO', 'KDG', 'DSG-EKD')),
  data_protection_officer text not null,
  data_protection_email text not null,
  authority text not null,
  authority_url text not null default '',
  is_example boolean not null default false,
  primary key (city_id, id),
  unique (city_id, slug)
);
comment on column providers.law is 'The data-protection law of this controller: DSGVO, KDG (Catholic) or DSG-EKD (Protestant).';

create table centres (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  district_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  name text not null,
  street text not null default '',
  postal_code text not null default '',
  town text not null default '',
  phone text not null default '',
  email text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  is_step_free boolean not null default false,
  is_example boolean not null default false,
  primary key (city_id, id),
  unique (city_id, slug),
  unique (city_id, id, provider_id),
  foreign key (city_id, provider_id) references providers,
  foreign key (city_id, district_id) references districts
);
create index on centres (city_id, provider_id);
create index on centres (city_id, district_id);

create table centre_texts (
  city_id uuid not null,
  centre_id uuid not null,
  language text not null,
  about text not null default '',
  directions text not null default '',
  note text not null default '',
  primary key (city_id, centre_id, language),
  foreign key (city_id, centre_id) references centres on delete cascade
);

create table opening_hours (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  centre_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  notes jsonb not null default '{}',
  primary key (city_id, id),
  foreign key (city_id, centre_id) references centres on delete cascade,
  exclude using gist (city_id with =, centre_id with =, weekday with =,
    tsrange('2000-01-01'::date + opens, '2000-01-01'::date + closes) with &&)
);

-- A quarter has one centre at a time, so that two centres never claim the same children.
create table quarters (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  district_id uuid not null,
  name text not null,
  children_under_3 integer check (children_under_3 >= 0),
  children_3_to_5 integer check (children_3_to_5 >= 0),
  primary key (city_id, id),
  unique (city_id, slug),
  foreign key (city_id, district_id) references districts
);
create index on quarters (city_id, district_id);

create table catchments (
  city_id uuid not null,
  quarter_id uuid not null,
  centre_id uuid not null,
  valid daterange not null check (not isempty(valid)),
  primary key (city_id, quarter_id, valid without overlaps),
  foreign key (city_id, quarter_id) references quarters on delete cascade,
  foreign key (city_id, centre_id) references centres on delete cascade
);
create index on catchments (city_id, centre_id);

create table school_holidays (
  city_id uuid not null references cities on delete cascade,
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  kind text not null check (kind in ('autumn', 'christmas', 'winter', 'easter', 'whitsun', 'summer')),
  school_year text not null,
  primary key (city_id, first_on),
  exclude using gist (city_id with =, daterange(first_on, last_on, '[]') with &&)
);

-- None of this is about a person: everybody may read it; the import writes the map,
-- a centre's own staff write its texts and opening hours.
do $$
declare t text;
begin
  foreach t in array array['districts', 'district_aliases', 'district_indicators', 'providers', 'centres',
    'centre_texts', 'opening_hours', 'quarters', 'catchments', 'school_holidays']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_publishes on %I for select to kieznetz_owner using (true)', t);
    execute format('create policy city_reads on %I for select to kieznetz_app using (city_id = acting.city())', t);
    execute format('create policy import_writes on %I to kieznetz_app
      using (acting.kind() = ''system'' and city_id = acting.city())
      with check (acting.kind() = ''system'' and city_id = acting.city())', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
  foreach t in array array['centre_texts', 'opening_hours']
  loop
    execute format('create policy staff_write on %I to kieznetz_app
      using (acting.kind() = ''staff'' and city_id = acting.city() and centre_id = any (acting.centres()))
      with check (acting.kind() = ''staff'' and city_id = acting.city() and centre_id = any (acting.centres()))', t);
  end loop;
end $$;

create view published.districts as select * from districts;
create view published.district_aliases as select * from district_aliases;
create view published.district_indicators as select * from district_indicators;
create view published.providers as select * from providers;
create view published.centres as select * from centres;
create view published.centre_texts as select * from centre_texts;
create view published.opening_hours as select * from opening_hours;
create view published.quarters as select * from quarters;
create view published.catchments as select * from catchments;
create view published.school_holidays as select * from school_holidays;
grant select on all tables in schema published to kieznetz_public, kieznetz_app;
