-- What a lead asks the families of an offer besides: at most three questions, each with what the answer is good for.
-- Only whoever has a place is asked, nobody has to answer, and answers are deleted when the last date is over.
create table offer_questions (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  place integer not null check (place between 1 and 3),
  words text not null check (length(words) between 3 and 160),
  purpose text not null check (length(purpose) between 3 and 160),
  kind text not null check (kind in ('text', 'yes-no', 'choice')),
  choices text[] not null default '{}' check (cardinality(choices) <= 8),
  language text not null,
  primary key (city_id, id),
  -- Two may change places.
  unique (city_id, offer_id, place) deferrable initially deferred,
  foreign key (city_id, offer_id, provider_id, centre_id) references offers (city_id, id, provider_id, centre_id)
    on delete cascade,
  constraint something_to_choose check (case kind when 'choice' then cardinality(choices) >= 2 else choices = '{}' end)
);

create table offer_answers (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  registration_id uuid not null,
  question_id uuid not null,
  words text not null check (length(words) between 1 and 200),
  answered_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, registration_id, question_id),
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, question_id) references offer_questions on delete cascade
);
create index on offer_answers (city_id, question_id);

alter table offer_questions enable row level security, force row level security;
alter table offer_answers enable row level security, force row level security;

-- The desk shows them to families, and whoever reads the list of the offer reads what was asked; the team writes them.
create policy follow_offer on offer_questions for select to kieznetz_app
  using (city_id = acting.city() and (centre_id = any (acting.centres())
    or centre_id = any (acting.household_centres()) or offer_id = any (acting.offers())));
create policy own_team on offer_questions to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));

-- Whoever sees the family by name reads what it answered; the desk of the centre writes for it.
create policy follow_registration on offer_answers for select to kieznetz_app
  using (city_id = acting.city() and exists (select from registrations r
    where r.city_id = offer_answers.city_id and r.id = registration_id));
create policy desk_writes on offer_answers to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'desk' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'desk' and centre_id = any (acting.centres()))));
-- A question that is asked anew takes its answers along, whoever wrote them.
grant select, insert, update, delete on offer_questions, offer_answers to kieznetz_app;
