-- What a centre has switched on beyond the basics. A part that was never decided has no row; one that was switched
-- off again keeps it, so that nobody switches it on for them a second time.
create table centre_parts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  part text not null check (part ~ '^[a-z-]{1,30}$'),
  switched_on_at timestamptz,
  primary key (city_id, centre_id, part),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);
alter table centre_parts enable row level security, force row level security;
create policy own_centre on centre_parts to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
grant select, insert, update on centre_parts to kieznetz_app;
