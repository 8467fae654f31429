-- Whom families meet at a centre: what its lead or her deputy lets them know of her, with her consent and for as long
-- as she is there, and where to go when the centre is closed.

create table introductions (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  account_id text not null,
  name text not null check (length(name) between 1 and 120),
  stands_as text not null check (stands_as in ('lead', 'deputy')),
  languages text[] not null default '{}' check (cardinality(languages) <= 20),
  consented_at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, centre_id, account_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);

create table introduction_texts (
  city_id uuid not null,
  introduction_id uuid not null,
  language text not null,
  when_there text not null check (length(when_there) between 1 and 200),
  primary key (city_id, introduction_id, language),
  foreign key (city_id, introduction_id) references introductions on delete cascade
);

create table closed_texts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  language text not null,
  words text not null check (length(words) between 1 and 600),
  primary key (city_id, centre_id, language),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);

-- Only she herself says who she is: no colleague, no provider.
alter table introductions enable row level security, force row level security;
alter table introduction_texts enable row level security, force row level security;
alter table closed_texts enable row level security, force row level security;
create policy own_entry on introductions to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system' or (acting.kind() = 'staff'
    and centre_id = any (acting.centres()) and account_id = acting.account())))
  with check (city_id = acting.city() and (acting.kind() = 'system' or (acting.kind() = 'staff'
    and centre_id = any (acting.centres()) and account_id = acting.account())));
create policy own_entry on introduction_texts to kieznetz_app
  using (city_id = acting.city() and exists (select from introductions i
    where i.city_id = introduction_texts.city_id and i.id = introduction_id))
  with check (city_id = acting.city() and exists (select from introductions i
    where i.city_id = introduction_texts.city_id and i.id = introduction_id));
create policy own_team on closed_texts to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
  with check (city_id = acting.city() and (acting.kind() = 'system'
    or (acting.kind() = 'staff' and centre_id = any (acting.centres()))));
grant select, insert, update, delete on introductions, introduction_texts, closed_texts to kieznetz_app;

create policy owner_publishes on introductions for select to kieznetz_owner using (true);
create policy owner_publishes on introduction_texts for select to kieznetz_owner using (true);
create policy owner_publishes on closed_texts for select to kieznetz_owner using (true);
create view published.introductions as select city_id, id, centre_id, name, stands_as, languages from introductions;
create view published.introduction_texts as select * from introduction_texts;
create view published.closed_texts as select * from closed_texts;
grant select on published.introductions, published.introduction_texts, published.closed_texts
  to kieznetz_public, kieznetz_app;

-- Whoever stops leading a centre is not shown there any longer.
create policy owner_takes_down on introductions for delete to kieznetz_owner using (true);
create function take_introduction_down() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from introductions
    where city_id = new.city_id and centre_id = new.centre_id and account_id = new.account_id;
  return null;
end $$;
revoke all on function take_introduction_down from public;
create trigger take_introduction_down after update of valid on memberships for each row
  when (new.role = 'centre-lead' and not upper_inf(new.valid)) execute function take_introduction_down();

do $$
declare t text;
begin
  foreach t in array array['introductions', 'introduction_texts', 'closed_texts']
  loop
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_changed after update on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
  end loop;
end $$;
