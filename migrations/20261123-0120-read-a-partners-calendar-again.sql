-- Calendars of partners that are read again and again from an address, and what stood in them when they were read last.

create table calendar_sources (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  address text not null check (length(address) <= 2000 and address ~ '^https?://'),
  -- Only events that say one of them; nothing means all.
  words text not null default '' check (length(words) <= 200),
  added_at timestamptz not null,
  tried_at timestamptz not null,
  read_at timestamptz,
  -- When all of it was sent last, and not only that nothing has changed.
  whole_at timestamptz,
  next_at timestamptz not null,
  etag text check (length(etag) <= 500),
  last_modified text check (length(last_modified) <= 100),
  -- Why the last reading failed; what was read before stays.
  fault text,
  fault_about text not null default '',
  failed_times integer not null default 0,
  -- What in it nobody could read, event by event.
  broken jsonb not null default '[]',
  -- When somebody of the team last looked: what came later is new.
  looked_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, id, provider_id, centre_id),
  constraint read_by_a_centre_once unique (city_id, centre_id, address),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);
create index on calendar_sources (city_id, next_at);

create table calendar_source_events (
  city_id uuid not null,
  source_id uuid not null,
  -- The plan that it becomes, and the offer.
  id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  event jsonb not null,
  first_read_at timestamptz not null,
  -- Since when it stands there no longer.
  gone_at timestamptz,
  -- What its plan was last brought in line with; null while nobody has taken it.
  said jsonb,
  -- What the source says otherwise now, and a lead had written herself.
  kept text[] not null default '{}',
  primary key (city_id, source_id, id),
  foreign key (city_id, source_id, provider_id, centre_id)
    references calendar_sources (city_id, id, provider_id, centre_id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['calendar_sources', 'calendar_source_events']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy own_team on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
end $$;
