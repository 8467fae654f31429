-- Offers at which children stay without their parents: somebody decides about the permit, plans carers, and looks at
-- the certificate of good conduct of each (SGB VIII §§ 45, 72a).

alter table offers add is_without_parents boolean not null default false;

-- What a lead decided, on which day: whether a permit is needed, for how many children at most, with how many carers.
create table care_decisions (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  permit text not null check (permit in ('not-needed', 'held')),
  decided_on date not null,
  children integer not null check (children between 1 and 200),
  carers integer not null check (carers between 1 and 50),
  primary key (city_id, offer_id),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade
);
create index on care_decisions (city_id, centre_id);

-- That a certificate was seen, its date, when and by whom it was seen; never what it says (§ 72a Abs. 5).
create table certificates_seen (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  issued_on date not null,
  seen_on date not null check (seen_on >= issued_on),
  seen_by text not null,
  primary key (city_id, id),
  -- Whoever shows a newer one: it takes the place of the older.
  constraint one_certificate_each unique (city_id, offer_id, name),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade
);
create index on certificates_seen (city_id, centre_id);
create index on certificates_seen (city_id, seen_on);

do $$
declare t text;
begin
  foreach t in array array['care_decisions', 'certificates_seen']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy own_lead on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
end $$;

-- Families never find such an offer before somebody has decided, whichever way it would be published.
create policy owner_asks on care_decisions for select to kieznetz_owner using (true);
create function decided_before_shown() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from care_decisions d where d.city_id = new.city_id and d.offer_id = new.id) then
    raise exception 'nobody has decided about the care of children in offer %', new.id
      using errcode = 'check_violation', constraint = 'decided_before_shown';
  end if;
  return new;
end $$;
create trigger decided_before_shown before insert or update of state, is_without_parents on offers for each row
  when (new.state = 'published' and new.is_without_parents) execute function decided_before_shown();

create view published.offers_without_parents as
  select city_id, id as offer_id from offers where state = 'published' and is_without_parents;
grant select on published.offers_without_parents to kieznetz_public, kieznetz_app;
