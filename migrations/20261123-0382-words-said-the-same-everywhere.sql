-- What words of the field are called in another language, so that all centres of a city say the same: a Träger is not a
-- carrier in one offer and a sponsor in the next. The list is the city's; whoever leads a centre keeps it.
create table glossary_terms (
  city_id uuid not null references cities,
  id uuid not null default uuidv7(),
  language text not null check (length(language) between 2 and 16),
  german text not null check (length(german) between 1 and 60),
  said text not null check (length(said) between 1 and 80),
  primary key (city_id, id)
);
create unique index on glossary_terms (city_id, language, lower(german));

alter table glossary_terms enable row level security, force row level security;
create policy leads_keep on glossary_terms to kieznetz_app
  using (city_id = acting.city() and acting.kind() = 'staff' and 'centre-lead' = any (acting.roles()))
  with check (city_id = acting.city() and acting.kind() = 'staff' and 'centre-lead' = any (acting.roles()));
grant select, insert, update, delete on glossary_terms to kieznetz_app;
