-- Days on which a centre is closed, or a partner whose days an offer follows: a Kita in whose rooms it is held.

create table closing_days (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  -- The partner that is closed; null for the centre itself.
  partner_id uuid,
  first_on date not null,
  last_on date not null check (last_on between first_on and first_on + 60),
  reason text not null check (reason in ('holidays', 'team-day', 'training', 'works', 'other')),
  primary key (city_id, id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade,
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade,
  constraint closed_once exclude using gist (city_id with =, centre_id with =,
    (coalesce(partner_id, centre_id)) with =, daterange(first_on, last_on, '[]') with &&)
);
create index on closing_days (city_id, centre_id, last_on);
create index on closing_days (city_id, partner_id);

alter table closing_days enable row level security, force row level security;
create policy own_team on closing_days to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
-- When the centre itself is closed, everybody may know.
create policy owner_publishes on closing_days for select to kieznetz_owner using (partner_id is null);
grant select, insert, update, delete on closing_days to kieznetz_app;

create view published.closing_days as select * from closing_days where partner_id is null;
grant select on published.closing_days to kieznetz_public, kieznetz_app;

create trigger tell_of_new after insert on closing_days
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on closing_days
  referencing old table as changed for each statement execute function tell_of_change();
create trigger tell_of_changed after update on closing_days
  referencing new table as changed for each statement execute function tell_of_change();

alter table series
  add skips_closing_days boolean not null default true,
  add partner_id uuid,
  add foreign key (city_id, partner_id) references network_partners on delete set null (partner_id);
create index on series (city_id, partner_id) where partner_id is not null;

create or replace view published.series as select s.* from series s join offers o using (city_id)
  where o.id = s.offer_id and o.state = 'published';

-- Schools choose some free days themselves (bewegliche Ferientage); a city pack brings them like holidays.
alter table school_holidays drop constraint school_holidays_kind_check;
alter table school_holidays add check (kind in ('autumn', 'christmas', 'winter', 'easter', 'whitsun', 'summer', 'movable'));
