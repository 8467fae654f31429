-- Whoever finds something wrong on a page says so in two taps, without a name; the team of the centre mends it and ticks
-- it off. Nothing is kept of who said it.
create table corrections (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  -- The page, without its language, and what it is called.
  page text not null check (page ~ '^/(offers|sessions|centres)/[a-z0-9-]{1,120}$'),
  title text not null check (length(title) between 1 and 300),
  what text not null check (what in ('time', 'place', 'price', 'over', 'contact', 'words', 'other')),
  words text not null default '' check (length(words) <= 500),
  -- In which the page was read: the words are likely to be of it.
  language text not null,
  sent_at timestamptz not null,
  delete_on date not null,
  -- Made once per rendering of the form: a double click is one.
  rendering_key uuid not null,
  primary key (city_id, id),
  unique (city_id, rendering_key),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id)
);
create index on corrections (city_id, centre_id, sent_at);
create index on corrections (city_id, delete_on);

alter table corrections enable row level security, force row level security;
-- The desk takes it in and cannot read it again.
create policy desk_takes_in on corrections for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()));
create policy own_team on corrections to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
grant select, insert, delete on corrections to kieznetz_app;
