-- Kits that a centre brings to families, and the rounds on which it does. An address lives as long as its round: a round
-- that is closed cannot have one.
create table doorstep_kits (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  -- For which age, in months.
  age_from integer check (age_from >= 0),
  age_until integer check (age_until > 0),
  -- What lies in the cupboard and is promised to nobody.
  stock integer not null default 0 constraint stock_never_below_zero check (stock >= 0),
  is_offered boolean not null default true,
  is_example boolean not null default false,
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check (age_until is null or age_from is null or age_until > age_from)
);
create index on doorstep_kits (city_id, centre_id);

create table doorstep_kit_texts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  kit_id uuid not null,
  language text not null,
  name text not null check (length(name) between 1 and 80),
  contents text not null default '' check (length(contents) <= 600),
  primary key (city_id, kit_id, language),
  foreign key (city_id, kit_id, centre_id, provider_id) references doorstep_kits (city_id, id, centre_id, provider_id)
);

create table doorstep_rounds (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  held_on date not null,
  -- Who goes, for the colleagues; forgotten with the addresses.
  goes text not null default '' check (length(goes) <= 80),
  -- Nobody may forget a round for longer: then it is closed by itself.
  delete_on date not null generated always as (held_on + 3) stored,
  is_open boolean not null default true,
  closed_at timestamptz,
  is_example boolean not null default false,
  -- What stays: households whose kits hang, who were not found, to whom nobody came, who never want the bell.
  reached integer check (reached >= 0),
  not_found integer check (not_found >= 0),
  not_visited integer check (not_visited >= 0),
  never_ring integer check (never_ring >= 0),
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id),
  unique (city_id, id, centre_id, provider_id, is_open),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id),
  check (is_open = (closed_at is null)),
  constraint sums_of_a_closed_round check (
    num_nonnulls(reached, not_found, not_visited, never_ring) = case when is_open then 0 else 4 end),
  constraint a_closed_round_forgets_who_went check (is_open or goes = '')
);
create unique index one_open_round on doorstep_rounds (city_id, centre_id) where is_open;
create index on doorstep_rounds (city_id, centre_id, held_on);

create table doorstep_requests (
  city_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  round_id uuid not null,
  -- Together with the key below: while there is a request, its round cannot be closed.
  round_is_open boolean not null default true check (round_is_open),
  -- What stands at the bell.
  called text not null check (length(called) between 1 and 60),
  street text not null check (length(street) between 2 and 80),
  house_number text not null check (length(house_number) between 1 and 20),
  hint text not null default '' check (length(hint) <= 200),
  never_ring boolean not null default false,
  language text not null check (length(language) between 2 and 8),
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  outcome text check (outcome in ('hung-up', 'not-found')),
  -- Made once per rendering of the form: a double click is one request.
  rendering_key uuid not null,
  -- What opens it to the family; only the hash is kept.
  link_hash bytea not null,
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id),
  unique (city_id, rendering_key),
  unique (city_id, link_hash),
  constraint only_in_an_open_round foreign key (city_id, round_id, centre_id, provider_id, round_is_open)
    references doorstep_rounds (city_id, id, centre_id, provider_id, is_open),
  check (phone = '' or email = '')
);
create index on doorstep_requests (city_id, round_id);

-- One kit for each child.
create table doorstep_request_kits (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  request_id uuid not null,
  kit_id uuid not null,
  amount integer not null check (amount between 1 and 6),
  primary key (city_id, request_id, kit_id),
  foreign key (city_id, request_id, centre_id, provider_id)
    references doorstep_requests (city_id, id, centre_id, provider_id) on delete cascade,
  foreign key (city_id, kit_id, centre_id, provider_id) references doorstep_kits (city_id, id, centre_id, provider_id)
);
create index on doorstep_request_kits (city_id, kit_id);

-- What stays of a round, by kit: how many hang at a door, how many came back. No person in it.
create table doorstep_tallies (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  round_id uuid not null,
  kit_id uuid not null,
  hung_up integer not null check (hung_up >= 0),
  came_back integer not null check (came_back >= 0),
  primary key (city_id, round_id, kit_id),
  foreign key (city_id, round_id, centre_id, provider_id)
    references doorstep_rounds (city_id, id, centre_id, provider_id),
  foreign key (city_id, kit_id, centre_id, provider_id) references doorstep_kits (city_id, id, centre_id, provider_id)
);

do $$
declare t text;
begin
  foreach t in array array['doorstep_kits', 'doorstep_kit_texts', 'doorstep_rounds', 'doorstep_requests',
    'doorstep_request_kits', 'doorstep_tallies']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format($policy$create policy own_team on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))$policy$, t);
  end loop;
end $$;

-- The desk sees the kits and rounds of its centre, may lock a kit and change none of it. It takes requests in and cannot
-- read them again: an answer of the public side can give no address away.
create policy desk_reads on doorstep_kits for select to kieznetz_app
  using (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()));
create policy desk_locks on doorstep_kits for update to kieznetz_app
  using (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())) with check (false);
create policy desk_reads on doorstep_rounds for select to kieznetz_app
  using (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()));
create policy desk_takes_in on doorstep_requests for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and outcome is null);
create policy desk_takes_in on doorstep_request_kits for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres()));

grant select, insert on doorstep_kits to kieznetz_app;
grant update (age_from, age_until, stock, is_offered) on doorstep_kits to kieznetz_app;
grant select, insert, delete on doorstep_kit_texts to kieznetz_app;
grant select, insert on doorstep_rounds to kieznetz_app;
grant update (held_on, goes, is_open, closed_at, reached, not_found, not_visited, never_ring)
  on doorstep_rounds to kieznetz_app;
grant select, insert, delete on doorstep_requests to kieznetz_app;
grant update (outcome, never_ring) on doorstep_requests to kieznetz_app;
grant select, insert on doorstep_request_kits to kieznetz_app;
grant select, insert on doorstep_tallies to kieznetz_app;

-- A request takes its kits out of the stock; whatever does not hang at a door when the request goes comes back to it.
create policy owner_publishes on doorstep_kits for select to kieznetz_owner using (true);
create policy owner_moves on doorstep_kits for update to kieznetz_owner using (true);
create policy owner_moves on doorstep_request_kits for select to kieznetz_owner using (true);
create function reserve_kits() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update doorstep_kits set stock = stock - new.amount where city_id = new.city_id and id = new.kit_id;
  return null;
end $$;
create trigger reserve_kits after insert on doorstep_request_kits for each row execute function reserve_kits();
create function give_kits_back() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update doorstep_kits k set stock = k.stock + r.amount from doorstep_request_kits r
    where r.city_id = old.city_id and r.request_id = old.id and k.city_id = r.city_id and k.id = r.kit_id
      and old.outcome is distinct from 'hung-up';
  return old;
end $$;
create trigger give_kits_back before delete on doorstep_requests for each row execute function give_kits_back();

-- A centre brings kits where it has switched that on.
create policy owner_publishes_doorsteps on centre_parts for select to kieznetz_owner using (part = 'doorstep');
create policy owner_publishes on doorstep_kit_texts for select to kieznetz_owner using (true);
create policy owner_publishes on doorstep_rounds for select to kieznetz_owner using (true);
create policy owner_publishes on doorstep_tallies for select to kieznetz_owner using (true);
create view published.doorsteps as
  select city_id, centre_id from centre_parts where part = 'doorstep' and switched_on_at is not null;
create view published.doorstep_rounds as
  select r.city_id, r.centre_id, r.held_on
  from doorstep_rounds r join published.doorsteps d on d.city_id = r.city_id and d.centre_id = r.centre_id
  where r.is_open;
-- None, the last three by number, or simply some: nobody can count a neighbour's request.
create view published.doorstep_kits as
  select k.city_id, k.id, k.centre_id, k.age_from, k.age_until, visible_room('kit', k.stock) as left_over, k.is_offered,
    k.is_example
  from doorstep_kits k join published.doorsteps d on d.city_id = k.city_id and d.centre_id = k.centre_id;
create view published.doorstep_kit_texts as
  select t.city_id, t.kit_id, t.language, t.name, t.contents
  from doorstep_kit_texts t join published.doorsteps d on d.city_id = t.city_id and d.centre_id = t.centre_id;
-- Of all centres together, for each year. A year with fewer than five kits is not told.
create view published.doorstep_years as
  select r.city_id, extract(year from r.held_on)::integer as year, sum(t.hung_up)::integer as kits,
    bool_or(r.is_example) as has_examples
  from doorstep_tallies t join doorstep_rounds r on r.city_id = t.city_id and r.id = t.round_id
  group by r.city_id, extract(year from r.held_on)
  having sum(t.hung_up) >= 5;
grant select on published.doorsteps, published.doorstep_rounds, published.doorstep_kits, published.doorstep_kit_texts,
  published.doorstep_years to kieznetz_public, kieznetz_app;

-- From an unguessable link to one's own request; nothing else comes out.
create policy owner_opens on doorstep_requests for select to kieznetz_owner using (true);
create policy owner_takes_back on doorstep_requests for delete to kieznetz_owner using (true);
create function doorstep_request_behind(city uuid, key_hash bytea)
returns table (centre_id uuid, called text, street text, house_number text, hint text, never_ring boolean,
  outcome text, held_on date, kits jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.centre_id, q.called, q.street, q.house_number, q.hint, q.never_ring, q.outcome, r.held_on,
    (select jsonb_object_agg(k.kit_id, k.amount) from doorstep_request_kits k
      where k.city_id = q.city_id and k.request_id = q.id)
  from doorstep_requests q join doorstep_rounds r on r.city_id = q.city_id and r.id = q.round_id
  where q.city_id = city and q.link_hash = key_hash
$$;
-- What a family takes back before anybody was at its door is gone at once, and its kits are free again.
create function take_doorstep_request_back(city uuid, key_hash bytea) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (delete from doorstep_requests where city_id = city and link_hash = key_hash and outcome is null
    returning true)
  select exists (select from gone)
$$;
revoke all on function doorstep_request_behind, take_doorstep_request_back, reserve_kits, give_kits_back from public;
grant execute on function doorstep_request_behind, take_doorstep_request_back to kieznetz_app;

-- Kept pages say when the next round is, and whether a kit is left: they hear when that changes.
create trigger tell_of_new after insert on doorstep_rounds
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_changed after update on doorstep_rounds
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_new after insert on doorstep_kits
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_places after update on doorstep_kits for each row
  when (visible_room('kit', old.stock) is distinct from visible_room('kit', new.stock)
    or old.is_offered is distinct from new.is_offered)
  execute function tell_of_places();
create trigger tell_of_doorstep after insert or update on centre_parts
  for each row when (new.part = 'doorstep') execute function tell_of_part();
