-- The post of the responsible person of each centre: how large it is, who pays for it, who holds it. Names stay with
-- the provider; the city reads in released_posts how much is funded and how many months were vacant.

create table posts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  -- Of a full-time post, in thousandths; a full week in minutes as the tariff of the provider has it.
  funded_permille integer not null check (funded_permille between 1 and 3000),
  full_time_minutes integer not null check (full_time_minutes between 1800 and 2700),
  funded_by text not null check (length(funded_by) between 1 and 120),
  primary key (city_id, centre_id, valid without overlaps),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);

create table employees (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  primary key (city_id, id),
  unique (city_id, id, provider_id),
  foreign key (city_id, provider_id) references providers on delete cascade
);
create index on employees (city_id, provider_id);

create table contract_hours (
  city_id uuid not null,
  provider_id uuid not null,
  employee_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  minutes integer not null check (minutes between 1 and 3000),
  primary key (city_id, employee_id, valid without overlaps),
  foreign key (city_id, employee_id, provider_id) references employees (city_id, id, provider_id) on delete cascade
);
comment on column contract_hours.minutes is 'What the contract says, in minutes a week.';

create table post_assignments (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  employee_id uuid not null,
  kind text not null check (kind in ('holder', 'deputy')),
  -- A deputy stands in with the hours she has elsewhere, so none are counted here.
  minutes integer not null check (minutes between 0 and 3000 and (kind = 'deputy') = (minutes = 0)),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  -- Claims from work end three years after the end of the year in which they arose (§§ 195, 199 BGB); then the name goes.
  delete_on date generated always as (make_date(extract(year from upper(valid) - 1)::integer + 4, 1, 1)) stored,
  primary key (city_id, id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade,
  foreign key (city_id, employee_id, provider_id) references employees (city_id, id, provider_id) on delete cascade,
  -- The post is there for as long as somebody holds it. Deferred, so that a new size of the post can take its place.
  constraint held_while_there_is_a_post
    foreign key (city_id, centre_id, period valid) references posts (city_id, centre_id, period valid)
    deferrable initially deferred,
  constraint once_on_a_post_at_a_time
    exclude using gist (city_id with =, centre_id with =, employee_id with =, valid with &&),
  constraint one_deputy_at_a_time
    exclude using gist (city_id with =, centre_id with =, valid with &&) where (kind = 'deputy')
);
create index on post_assignments (city_id, employee_id);
create index on post_assignments (city_id, delete_on);

-- No hour is counted twice: on no day do the posts of a person add up to more than her contract. The check locks the
-- person, so that two posts given to her at the same moment are checked one after the other.
create function check_contract_covers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  city uuid := case tg_op when 'DELETE' then old.city_id else new.city_id end;
  person uuid := case tg_op when 'DELETE' then old.employee_id else new.employee_id end;
begin
  perform 1 from employees where city_id = city and id = person for no key update;
  if exists (
    select from (
        select lower(valid) as day from post_assignments where city_id = city and employee_id = person
        union select upper(valid) from contract_hours where city_id = city and employee_id = person and not upper_inf(valid)
        union select lower(valid) from contract_hours where city_id = city and employee_id = person
      ) days
    where (select coalesce(sum(minutes), 0) from post_assignments
        where city_id = city and employee_id = person and valid @> day)
      > (select coalesce(sum(minutes), 0) from contract_hours
        where city_id = city and employee_id = person and valid @> day)
  ) then
    raise exception 'the posts add up to more than the contract'
      using errcode = 'check_violation', constraint = 'no_hour_counted_twice';
  end if;
  return null;
end $$;
revoke all on function check_contract_covers from public;
create constraint trigger no_hour_counted_twice after insert or update on post_assignments
  deferrable initially deferred for each row execute function check_contract_covers();
create constraint trigger no_hour_counted_twice after insert or update or delete on contract_hours
  deferrable initially deferred for each row execute function check_contract_covers();

create table released_posts (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  year smallint not null,
  funded_permille integer not null check (funded_permille >= 0),
  vacant_months smallint not null check (vacant_months between 0 and 12),
  released_at timestamptz not null,
  primary key (city_id, centre_id, year),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id) on delete cascade
);

-- Names are the provider's. Its manager sees and changes all of its posts, the lead what concerns her own centre.
create policy owner_checks_hours on employees for select to kieznetz_owner using (true);
create policy owner_locks on employees for update to kieznetz_owner using (true);
create policy owner_checks_hours on contract_hours for select to kieznetz_owner using (true);
create policy owner_checks_hours on post_assignments for select to kieznetz_owner using (true);
do $$
declare
  t text;
  mine text;
begin
  foreach t in array array['posts', 'post_assignments', 'employees', 'contract_hours']
  loop
    mine := case t
      when 'employees' then 'exists (select from post_assignments a where a.city_id = employees.city_id
        and a.employee_id = employees.id and a.centre_id = any (acting.centres()))'
      when 'contract_hours' then 'exists (select from post_assignments a where a.city_id = contract_hours.city_id
        and a.employee_id = contract_hours.employee_id and a.centre_id = any (acting.centres()))'
      else 'centre_id = any (acting.centres())' end;
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy provider_manages on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = ''system''
        or acting.kind() = ''staff'' and (provider_id = any (acting.providers()) or %s)))
      with check (city_id = acting.city() and (acting.kind() = ''system''
        or acting.kind() = ''staff'' and (provider_id = any (acting.providers()) or %s)))', t, mine, mine);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
  end loop;
end $$;

-- A lead may enter who helps her before that person has a place at her centre.
do $$
declare t text;
begin
  foreach t in array array['employees', 'contract_hours']
  loop
    execute format('create policy lead_enters on %I for insert to kieznetz_app
      with check (acting.kind() = ''staff'' and city_id = acting.city() and exists (select from centres c
        where c.city_id = %I.city_id and c.provider_id = %I.provider_id and c.id = any (acting.centres())))', t, t, t);
  end loop;
end $$;

alter table released_posts enable row level security, force row level security;
create policy city_office_reads on released_posts for select to kieznetz_app
  using (city_id = acting.city() and ('city-office' = any (acting.roles()) or provider_id = any (acting.providers())
    or centre_id = any (acting.centres()) or acting.kind() = 'system'));
create policy release_job_writes on released_posts to kieznetz_app
  using (acting.kind() = 'system' and city_id = acting.city())
  with check (acting.kind() = 'system' and city_id = acting.city());
grant select, insert, update, delete on released_posts to kieznetz_app;

-- What the city may know of a month: how large the post was in its middle, and whether anybody held it then. The role
-- that makes it can read neither who nor how many hours.
grant select (city_id, provider_id, centre_id, valid, funded_permille) on posts to kieznetz_figures;
grant select (city_id, centre_id, kind, valid) on post_assignments to kieznetz_figures;
create policy figures_reads on posts for select to kieznetz_figures using (city_id = acting.city());
create policy figures_reads on post_assignments for select to kieznetz_figures using (city_id = acting.city());
set local role kieznetz_figures;
create view figures.post_months with (security_barrier) as
  select p.city_id, p.provider_id, p.centre_id, month.middle, p.funded_permille,
    not exists (select from public.post_assignments a where a.city_id = p.city_id and a.centre_id = p.centre_id
      and a.kind = 'holder' and a.valid @> month.middle) as is_vacant
  from public.posts p
  cross join lateral (select first::date + 14 as middle
    from generate_series(date_trunc('month', lower(p.valid)), coalesce(upper(p.valid), current_date + 400), '1 month') first) month
  where p.valid @> month.middle and (acting.kind() = 'system' or p.provider_id = any (acting.providers())
    or p.centre_id = any (acting.centres()));
grant select on figures.post_months to kieznetz_app;
reset role;
