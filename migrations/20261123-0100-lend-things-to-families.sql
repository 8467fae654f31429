-- Things a centre lends: a toy chest, a beamer. How many pieces are out is counted by the tables themselves, and no
-- more can be out than there are. Who has one is for the team alone, and is forgotten after it came back.
create table lending_things (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{1,120}$'),
  pieces integer not null check (pieces between 1 and 500),
  pieces_out integer not null default 0,
  deposit_cents integer not null default 0 check (deposit_cents between 0 and 1000000),
  -- For so many days at most.
  most_days integer not null default 14 check (most_days between 1 and 365),
  -- Everybody sees it and may ask for it.
  is_offered boolean not null default false,
  is_archived boolean not null default false,
  is_example boolean not null default false,
  primary key (city_id, id),
  unique (city_id, slug),
  unique (city_id, id, provider_id, centre_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  constraint never_more_out_than_there_are check (pieces_out between 0 and pieces)
);
create index on lending_things (city_id, centre_id);

create table lending_thing_texts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  thing_id uuid not null,
  language text not null,
  name text not null check (length(name) between 1 and 60),
  about text not null default '' check (length(about) <= 600),
  rules text not null default '' check (length(rules) <= 1000),
  primary key (city_id, thing_id, language),
  foreign key (city_id, thing_id, provider_id, centre_id)
    references lending_things (city_id, id, provider_id, centre_id) on delete cascade
);

-- Somebody asks for pieces of a thing, is promised them, has them and brings them back.
create table loans (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  thing_id uuid not null,
  pieces integer not null check (pieces between 1 and 500),
  language text not null,
  called text not null check (length(called) between 1 and 80),
  reach_by text not null check (reach_by in ('call', 'sms', 'email', 'visit')),
  phone text not null default '' check (length(phone) <= 40),
  email text not null default '' check (length(email) <= 254),
  -- From when on it is wanted, and on which day it comes back.
  from_on date not null,
  due_on date not null check (due_on >= from_on),
  entered_at timestamptz not null,
  state text not null check (state in ('asked', 'declined', 'promised', 'lent', 'returned')),
  reason text not null default '' check (length(reason) <= 500),
  returned_on date,
  -- What was agreed, in cents, and whether it was taken and given back.
  deposit_cents integer not null default 0 check (deposit_cents >= 0),
  deposit_taken boolean not null default false,
  deposit_returned boolean not null default false,
  delete_on date not null,
  rendering_key uuid not null,
  -- What opens it to whoever asked; the team opens it without.
  link_hash bytea,
  code_hash bytea,
  primary key (city_id, id),
  unique (city_id, rendering_key),
  unique (city_id, link_hash),
  unique (city_id, code_hash),
  foreign key (city_id, thing_id, provider_id, centre_id)
    references lending_things (city_id, id, provider_id, centre_id),
  check ((phone <> '') = (reach_by in ('call', 'sms'))),
  check ((email <> '') = (reach_by = 'email')),
  check ((state = 'returned') = (returned_on is not null))
);
create index on loans (city_id, centre_id, state, due_on);
create index on loans (city_id, thing_id, state);
create index on loans (city_id, delete_on);

create function count_pieces_out() returns trigger language plpgsql as $$
declare
  before integer := case when tg_op <> 'INSERT' and old.state = 'lent' then old.pieces else 0 end;
  after integer := case when tg_op <> 'DELETE' and new.state = 'lent' then new.pieces else 0 end;
begin
  if before <> after then
    update lending_things t set pieces_out = t.pieces_out + after - before
      where t.city_id = coalesce(new.city_id, old.city_id) and t.id = coalesce(new.thing_id, old.thing_id);
  end if;
  return null;
end $$;
create trigger count_pieces_out after insert or update of state, pieces or delete on loans
  for each row execute function count_pieces_out();

do $$
declare t text;
begin
  foreach t in array array['lending_things', 'lending_thing_texts', 'loans']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format($policy$create policy own_team on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))$policy$, t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
end $$;
-- The desk takes a wish in and cannot read it again.
create policy desk_takes_in on loans for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and state = 'asked');

-- Everybody sees what can be borrowed and when pieces are out; who has them stays with the team.
create policy owner_publishes on lending_things for select to kieznetz_owner using (true);
create policy owner_publishes on lending_thing_texts for select to kieznetz_owner using (true);
create policy owner_opens on loans for select to kieznetz_owner using (true);
create policy owner_takes_back on loans for delete to kieznetz_owner using (true);
create view published.lending_things as
  select city_id, id, provider_id, centre_id, slug, pieces, deposit_cents, most_days, is_example
  from lending_things where is_offered and not is_archived;
create view published.lending_thing_texts as
  select w.city_id, w.thing_id, w.language, w.name, w.about, w.rules
  from lending_thing_texts w join lending_things t on t.city_id = w.city_id and t.id = w.thing_id
  where t.is_offered and not t.is_archived;
create view published.lent_pieces as
  select l.city_id, l.thing_id, l.pieces, l.from_on, l.due_on, l.state = 'lent' as is_out
  from loans l join lending_things t on t.city_id = l.city_id and t.id = l.thing_id
  where l.state in ('promised', 'lent') and t.is_offered and not t.is_archived;
grant select on published.lending_things, published.lending_thing_texts, published.lent_pieces
  to kieznetz_public, kieznetz_app;

-- From an unguessable link, or the short code, to what somebody asked for and was answered; nothing else comes out.
create function loan_behind(city uuid, key_hash bytea, reading text)
returns table (centre_id uuid, thing_slug text, thing text, thing_language text, rules text, pieces integer,
  reach_by text, from_on date, due_on date, state text, reason text, deposit_cents integer, delete_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.centre_id, t.slug, w.name, w.language, w.rules, l.pieces, l.reach_by, l.from_on, l.due_on, l.state, l.reason,
    l.deposit_cents, l.delete_on
  from loans l join lending_things t on t.city_id = l.city_id and t.id = l.thing_id
  join lateral (select * from lending_thing_texts x where x.city_id = t.city_id and x.thing_id = t.id
    order by x.language = reading desc, x.language = 'de' desc, x.language limit 1) w on true
  where l.city_id = city and (l.link_hash = key_hash or l.code_hash = key_hash)
$$;
-- As long as nothing was handed out, whoever asked may take it back; then it is gone at once.
create function take_loan_back(city uuid, key_hash bytea) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from loans l where l.city_id = city and (l.link_hash = key_hash or l.code_hash = key_hash)
    and l.state in ('asked', 'promised') returning true)
  select exists (select from gone)
$$;
revoke all on function loan_behind, take_loan_back from public;
grant execute on function loan_behind, take_loan_back to kieznetz_app;

-- Kept pages hear of the things, and of pieces that went out or came back.
do $$
declare t text;
begin
  foreach t in array array['lending_things', 'lending_thing_texts']
  loop
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
  end loop;
end $$;
create trigger tell_of_changed after update on lending_things
  referencing new table as changed for each statement execute function tell_of_change();
create function tell_of_promises() returns trigger language plpgsql as $$
begin
  perform pg_notify('kieznetz_changes',
    concat_ws(' ', 'availability', coalesce(new.city_id, old.city_id), pg_current_xact_id()));
  return null;
end $$;
create trigger tell_of_promises after update on loans for each row
  when ((old.state, old.due_on, old.from_on) is distinct from (new.state, new.due_on, new.from_on))
  execute function tell_of_promises();
create trigger tell_of_promises_gone after delete on loans for each row
  when (old.state in ('promised', 'lent')) execute function tell_of_promises();
create trigger tell_of_lent after insert on loans for each row
  when (new.state in ('promised', 'lent')) execute function tell_of_promises();
