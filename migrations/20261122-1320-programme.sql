-- Offers, their texts in every language, the series that make dates, and the dates as stored rows.

create table offers (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{1,120}$'),
  state text not null default 'draft' check (state in ('draft', 'published', 'archived')),
  kind text not null check (kind in ('counselling', 'education', 'encounter', 'activity', 'neighbourly')),
  format text not null check (format in ('drop-in', 'course', 'event', 'consultation', 'outreach')),
  way text not null default 'on-site' check (way in ('on-site', 'online', 'phone', 'door')),
  topics text[] not null default '{}',
  languages text[] not null default '{de}',
  audience text not null default 'everyone' check (audience in ('everyone', 'fathers', 'mothers', 'grandparents')),
  -- Ages of children in months, the upper bound excluded; null has no limit.
  age_from integer check (age_from >= 0),
  age_until integer check (age_until > 0),
  is_from_pregnancy boolean not null default false,
  price_cents integer not null default 0 check (price_cents >= 0),
  price_per text check (price_per in ('session', 'course', 'family-session')),
  is_step_free boolean not null default false,
  place text not null default '',
  leader text not null default '',
  -- How families join: 'none' just come; 'session' each date has its places; 'course' one place for all dates.
  registration text not null default 'none' check (registration in ('none', 'session', 'course')),
  counts text check (counts in ('child', 'adult', 'household', 'person')),
  places integer check (places >= 0),
  baby_places integer check (baby_places >= 0),
  opens_days_before integer check (opens_days_before >= 0),
  closes_hours_before integer not null default 0 check (closes_hours_before >= 0),
  closes_on date,
  waiting_rule text not null default 'first-that-fits' check (waiting_rule in ('first-that-fits', 'strict-order')),
  offer_hours integer not null default 48 check (offer_hours between 1 and 336),
  source_language text not null default 'de',
  text_version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (city_id, id),
  unique (city_id, slug),
  unique (city_id, id, provider_id, centre_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check (age_until is null or age_from is null or age_until > age_from),
  check ((price_cents = 0) = (price_per is null)),
  check ((registration = 'none') = (counts is null and places is null)),
  check (registration <> 'none' or baby_places is null)
);
create index on offers (city_id, centre_id);
create index on offers (city_id, state);

create table offer_texts (
  city_id uuid not null,
  offer_id uuid not null,
  language text not null,
  title text not null check (length(title) between 1 and 120),
  summary text not null default '',
  body text not null default '',
  state text not null default 'translated' check (state in ('original', 'translated', 'machine')),
  source_version integer not null default 1,
  primary key (city_id, offer_id, language),
  foreign key (city_id, offer_id) references offers on delete cascade
);

create table series (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  offer_id uuid not null,
  rule text not null check (rule in ('weekly', 'fortnightly', 'monthly', 'dates')),
  weekday smallint check (weekday between 1 and 7),
  nth smallint check (nth in (-1, 1, 2, 3, 4)),
  starts time not null,
  ends time check (ends > starts),
  first_on date not null,
  last_on date check (last_on >= first_on),
  units integer check (units > 0),
  skips_school_holidays boolean not null default false,
  skips_public_holidays boolean not null default true,
  except_on date[] not null default '{}',
  dates date[] not null default '{}',
  primary key (city_id, id),
  foreign key (city_id, offer_id) references offers on delete cascade,
  check ((rule = 'dates') = (cardinality(dates) > 0)),
  check ((rule = 'dates') = (weekday is null)),
  check ((rule = 'monthly') = (nth is not null))
);
create index on series (city_id, offer_id);

create table sessions (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  series_id uuid,
  held_on date not null,
  starts time not null,
  ends time check (ends > starts),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  state text not null default 'planned' check (state in ('planned', 'cancelled')),
  cancel_reason text check (cancel_reason in ('illness', 'no-leader', 'too-few', 'building', 'weather', 'other')),
  cancel_note text not null default '',
  cancelled_at timestamptz,
  primary key (city_id, id),
  unique (city_id, offer_id, starts_at),
  unique (city_id, id, offer_id),
  foreign key (city_id, offer_id, provider_id, centre_id) references offers (city_id, id, provider_id, centre_id),
  foreign key (city_id, series_id) references series on delete set null (series_id),
  check ((state = 'cancelled') = (cancel_reason is not null and cancelled_at is not null))
);
create index on sessions (city_id, held_on, starts);
create index on sessions (city_id, offer_id, held_on);
create index on sessions (city_id, centre_id, held_on);
create index on sessions (city_id, series_id);

-- Who leads an offer among the signed-in people; that alone opens its lists to a course leader.
create table offer_leaders (
  city_id uuid not null,
  offer_id uuid not null,
  account_id text not null,
  provider_id uuid not null,
  centre_id uuid not null,
  primary key (city_id, offer_id, account_id),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade
);
create index on offer_leaders (city_id, account_id);

-- A half-filled plan of an offer; never a half-valid offer.
create table offer_drafts (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  centre_id uuid not null,
  provider_id uuid not null,
  account_id text not null,
  offer_id uuid,
  answers jsonb not null default '{}',
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);
create index on offer_drafts (city_id, account_id);

alter table offers enable row level security, force row level security;
alter table offer_texts enable row level security, force row level security;
alter table series enable row level security, force row level security;
alter table sessions enable row level security, force row level security;
alter table offer_leaders enable row level security, force row level security;
alter table offer_drafts enable row level security, force row level security;

-- The views of the public role run as the owner, who by policy sees published rows and nothing else.
create policy owner_publishes on offers for select to kieznetz_owner using (state = 'published');
create policy owner_publishes on offer_texts for select to kieznetz_owner
  using (exists (select from offers o where o.city_id = offer_texts.city_id and o.id = offer_id));
create policy owner_publishes on series for select to kieznetz_owner
  using (exists (select from offers o where o.city_id = series.city_id and o.id = offer_id));
create policy owner_publishes on sessions for select to kieznetz_owner
  using (exists (select from offers o where o.city_id = sessions.city_id and o.id = offer_id));

create policy city_reads on offers for select to kieznetz_app using (
  city_id = acting.city() and (state = 'published' or acting.kind() = 'system'
    or centre_id = any (acting.centres()) or id = any (acting.offers())));
create policy import_writes on offers to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy staff_write on offers to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()));

-- Texts, series and sessions follow their offer: whoever sees or may change the one, may the other.
create policy follow_offer on offer_texts for select to kieznetz_app using (city_id = acting.city()
  and exists (select from offers o where o.city_id = offer_texts.city_id and o.id = offer_id));
create policy follow_offer on series for select to kieznetz_app using (city_id = acting.city()
  and exists (select from offers o where o.city_id = series.city_id and o.id = offer_id));
create policy import_writes on offer_texts to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy import_writes on series to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy staff_write on offer_texts to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = offer_texts.city_id and o.id = offer_id and o.centre_id = any (acting.centres())))
  with check (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = offer_texts.city_id and o.id = offer_id and o.centre_id = any (acting.centres())));
create policy staff_write on series to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = series.city_id and o.id = offer_id and o.centre_id = any (acting.centres())))
  with check (acting.kind() = 'staff' and city_id = acting.city() and exists (select from offers o
    where o.city_id = series.city_id and o.id = offer_id and o.centre_id = any (acting.centres())));

create policy follow_offer on sessions for select to kieznetz_app using (city_id = acting.city()
  and (centre_id = any (acting.centres()) or offer_id = any (acting.offers()) or acting.kind() = 'system'
    or exists (select from offers o where o.city_id = sessions.city_id and o.id = offer_id)));
create policy import_writes on sessions to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy staff_write on sessions to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()));

create policy import_writes on offer_leaders to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
create policy staff_write on offer_leaders to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()));
create policy own_offers on offer_leaders for select to kieznetz_app
  using (city_id = acting.city() and account_id = acting.account());

create policy own_drafts on offer_drafts to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and account_id = acting.account()
    and centre_id = any (acting.centres()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and account_id = acting.account()
    and centre_id = any (acting.centres()));
create policy expiry on offer_drafts to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city());

grant select, insert, update, delete on offers, offer_texts, series, sessions, offer_leaders, offer_drafts
  to kieznetz_app;

create view published.offers as select * from offers where state = 'published';
create view published.offer_texts as select t.* from offer_texts t join offers o using (city_id)
  where o.id = t.offer_id and o.state = 'published';
create view published.series as select s.* from series s join offers o using (city_id)
  where o.id = s.offer_id and o.state = 'published';
create view published.sessions as select s.* from sessions s join offers o using (city_id)
  where o.id = s.offer_id and o.state = 'published';
grant select on published.offers, published.offer_texts, published.series, published.sessions
  to kieznetz_public, kieznetz_app;
