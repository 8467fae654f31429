-- What an offer said when it was published, and at each change that families were shown: compared with what it says
-- now, it tells what has changed. Rows are only ever added; publishing anew begins afresh.
create table announced_offers (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  announced_at timestamptz not null,
  -- Place, times, price, ages, languages and how one joins; nothing of the words, and no person.
  facts jsonb not null,
  primary key (city_id, offer_id, announced_at),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade
);
create index on announced_offers (city_id, announced_at);

alter table announced_offers enable row level security, force row level security;
create policy own_team on announced_offers to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
grant select, insert, delete on announced_offers to kieznetz_app;

create policy owner_publishes on announced_offers for select to kieznetz_owner
  using (exists (select from offers o where o.city_id = announced_offers.city_id and o.id = offer_id));
create view published.announced_offers as
  select a.city_id, a.offer_id, a.announced_at, a.facts
  from announced_offers a join offers o on o.city_id = a.city_id and o.id = a.offer_id and o.state = 'published';
grant select on published.announced_offers to kieznetz_public, kieznetz_app;

-- Pages of the programme show it (docs/decisions/0009-what-a-kept-page-knows.md).
create trigger tell_of_new after insert on announced_offers
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on announced_offers
  referencing old table as changed for each statement execute function tell_of_change();
