-- What a family asks a centre, without a name. The team of the centre answers; nobody else reads it.
create table questions (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  -- The language in which she read the page: the one to answer in, if nothing else is known.
  language text not null,
  body text not null check (length(body) between 1 and 2000),
  -- How the question came, and how the answer goes back.
  channel text not null check (channel in ('web', 'desk', 'phone')),
  answer_by text not null check (answer_by in ('call', 'sms', 'email', 'visit')),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  reachable text not null default '' check (length(reachable) <= 120),
  asked_at timestamptz not null,
  -- From then on it waits too long: two working days after it was asked.
  overdue_at timestamptz not null,
  answered_at timestamptz,
  answer text not null default '' check (length(answer) <= 4000),
  delete_on date not null,
  -- Made once per rendering of the form: a double click is one question.
  rendering_key uuid not null,
  -- What opens it to the family; only the hashes are kept.
  link_hash bytea not null,
  code_hash bytea not null,
  primary key (city_id, id),
  unique (city_id, rendering_key),
  unique (city_id, link_hash),
  unique (city_id, code_hash),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check ((phone <> '') = (answer_by in ('call', 'sms'))),
  check ((email <> '') = (answer_by = 'email'))
);
create index on questions (city_id, centre_id, answered_at, asked_at);
create index on questions (city_id, delete_on);

-- What remains: how often which topic came by which way, in which language, and where the family was sent. Only sums
-- of a month, so that nothing leads back from a line to a question.
create table question_tallies (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  month date not null check (extract(day from month) = 1),
  topic text not null check (topic in ('daycare', 'school', 'forms', 'money', 'housing', 'health', 'pregnancy',
    'upbringing', 'separation', 'violence', 'language', 'work', 'leisure', 'other')),
  channel text not null check (channel in ('web', 'desk', 'phone')),
  language text not null check (language in ('de', 'en', 'ar', 'tr', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr', 'und')),
  referred_to text not null check (referred_to in ('nowhere', 'own-offer', 'other-centre', 'counselling',
    'social-services', 'authority', 'health', 'daycare-or-school', 'housing', 'protection', 'other')),
  amount integer not null check (amount > 0),
  primary key (city_id, centre_id, month, topic, channel, language, referred_to),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id)
);

alter table questions enable row level security, force row level security;
alter table question_tallies enable row level security, force row level security;

-- The desk takes a question in and cannot read it again: an answer of the public side can give none away.
create policy desk_takes_in on questions for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and answered_at is null);
create policy own_team on questions to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
create policy own_team on question_tallies to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
grant select, insert, update, delete on questions to kieznetz_app;
grant select, insert, update on question_tallies to kieznetz_app;

-- From an unguessable link, or the short code, to what the family asked and was answered; nothing else comes out.
create policy owner_opens on questions for select to kieznetz_owner using (true);
create policy owner_takes_back on questions for delete to kieznetz_owner using (true);
create function question_behind(city uuid, key_hash bytea)
returns table (centre_id uuid, language text, body text, answer_by text, phone text, email text, asked_at timestamptz,
  answered_at timestamptz, answer text, delete_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.centre_id, q.language, q.body, q.answer_by, q.phone, q.email, q.asked_at, q.answered_at, q.answer, q.delete_on
  from questions q where q.city_id = city and (q.link_hash = key_hash or q.code_hash = key_hash)
$$;
-- What a family takes back is gone at once.
create function take_question_back(city uuid, key_hash bytea) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from questions q where q.city_id = city and q.link_hash = key_hash returning true)
  select exists (select from gone)
$$;
revoke all on function question_behind, take_question_back from public;
grant execute on function question_behind, take_question_back to kieznetz_app;
