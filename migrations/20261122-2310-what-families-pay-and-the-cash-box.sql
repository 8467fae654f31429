-- What families pay on their own word, and the cash box of a centre. A line in the cash book has no name in it and is
-- never changed: what was wrong is paid back, and stands beside it.

-- Who pays less needs no proof; an offer without a row has one price.
create table reduced_prices (
  city_id uuid not null,
  offer_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  cents integer not null check (cents between 0 and 100000),
  primary key (city_id, offer_id),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade
);
create index on reduced_prices (city_id, centre_id);

-- What a family has said it pays. Nobody is asked why, and without a row it pays in full. It is gone with the registration.
create table fee_choices (
  city_id uuid not null,
  registration_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  level text not null check (level in ('full', 'reduced', 'waived')),
  primary key (city_id, registration_id),
  foreign key (city_id, registration_id, provider_id, centre_id)
    references registrations (city_id, id, provider_id, centre_id) on delete cascade
);
create index on fee_choices (city_id, centre_id);

-- One box for each centre. Coins cannot be fewer than none.
create table cash_boxes (
  city_id uuid not null,
  centre_id uuid not null,
  provider_id uuid not null,
  balance_cents integer not null default 0 constraint no_more_than_is_in_it check (balance_cents >= 0),
  last_number integer not null default 0,
  -- The last line that was counted and signed, and the number of that sheet.
  counted_until integer not null default 0,
  last_sheet integer not null default 0,
  primary key (city_id, centre_id),
  unique (city_id, centre_id, provider_id),
  foreign key (city_id, centre_id, provider_id) references centres (city_id, id, provider_id)
);

create table cash_entries (
  city_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  -- Runs on without a gap; it is the number of the receipt, and the box gives it.
  number integer not null default 0 check (number > 0),
  held_on date not null,
  -- Put in and taken out are coins from and for the bank; over and short is what was found when counting.
  kind text not null check (kind in ('payment', 'refund', 'put-in', 'taken-out', 'over', 'short')),
  cents integer not null check (cents > 0),
  offer_id uuid,
  registration_id uuid,
  refunds_id uuid,
  -- How much of this payment was given back by now.
  refunded_cents integer not null default 0,
  words text not null default '' check (length(words) <= 200),
  booked_at timestamptz not null,
  -- Made once per rendering of the form: a double click is one line.
  rendering_key uuid not null,
  primary key (city_id, id),
  unique (city_id, id, centre_id, provider_id, offer_id),
  unique (city_id, centre_id, number),
  unique (city_id, rendering_key),
  foreign key (city_id, centre_id, provider_id) references cash_boxes (city_id, centre_id, provider_id),
  foreign key (city_id, offer_id, provider_id, centre_id) references offers (city_id, id, provider_id, centre_id),
  foreign key (city_id, registration_id) references registrations on delete set null (registration_id),
  foreign key (city_id, refunds_id, centre_id, provider_id, offer_id)
    references cash_entries (city_id, id, centre_id, provider_id, offer_id),
  constraint no_more_back_than_was_paid check (refunded_cents between 0 and cents),
  check ((kind in ('payment', 'refund')) = (offer_id is not null)),
  check ((kind = 'refund') = (refunds_id is not null)),
  check (registration_id is null or kind in ('payment', 'refund')),
  check (refunded_cents = 0 or kind = 'payment')
);
create index on cash_entries (city_id, centre_id, held_on);
create index on cash_entries (city_id, registration_id);
create index on cash_entries (city_id, refunds_id);

-- The box was counted: a sheet over all lines since the last one. Never changed afterwards.
create table cash_sheets (
  city_id uuid not null,
  centre_id uuid not null,
  provider_id uuid not null,
  number integer not null default 0 check (number > 0),
  -- The lines it is about; none where nothing came or went.
  first_line integer not null default 0,
  last_line integer not null default 0 check (last_line >= first_line - 1),
  counted_on date not null,
  counted_cents integer not null check (counted_cents >= 0),
  expected_cents integer not null check (expected_cents >= 0),
  counted_at timestamptz not null,
  counted_by text not null,
  primary key (city_id, centre_id, number),
  foreign key (city_id, centre_id, provider_id) references cash_boxes (city_id, centre_id, provider_id)
);

-- A line takes the next number while it keeps the box locked: two hands at one box stand in line.
create function number_cash_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select last_number + 1 into new.number from cash_boxes
    where city_id = new.city_id and centre_id = new.centre_id for no key update;
  return new;
end $$;
create trigger number_cash_entry before insert on cash_entries for each row execute function number_cash_entry();

-- Only a line that was written moves what is in the box; a form that was sent twice writes one.
create function enter_into_cash_box() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_in boolean := new.kind in ('payment', 'put-in', 'over');
begin
  update cash_boxes
    set balance_cents = balance_cents + case when is_in then new.cents else -new.cents end, last_number = new.number
    where city_id = new.city_id and centre_id = new.centre_id;
  if new.kind = 'refund' then
    update cash_entries set refunded_cents = refunded_cents + new.cents
      where city_id = new.city_id and id = new.refunds_id and kind = 'payment';
    if not found then
      raise exception 'only a payment can be given back' using errcode = 'check_violation', constraint = 'refunds_a_payment';
    end if;
  end if;
  return null;
end $$;
create trigger enter_into_cash_box after insert on cash_entries for each row execute function enter_into_cash_box();

-- A sheet holds what came since the last one, and is signed only when the book says what was counted.
create function sign_cash_sheet() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update cash_boxes set counted_until = last_number, last_sheet = last_sheet + 1
    where city_id = new.city_id and centre_id = new.centre_id and balance_cents = new.counted_cents
    returning with (old as before, new as after) after.last_sheet, before.counted_until + 1, after.counted_until
    into new.number, new.first_line, new.last_line;
  if not found then
    raise exception 'the book says something else' using errcode = 'check_violation',
      constraint = 'counted_as_it_is_written';
  end if;
  return new;
end $$;
create trigger sign_cash_sheet before insert on cash_sheets for each row execute function sign_cash_sheet();

alter table reduced_prices enable row level security, force row level security;
alter table fee_choices enable row level security, force row level security;
alter table cash_boxes enable row level security, force row level security;
alter table cash_entries enable row level security, force row level security;
alter table cash_sheets enable row level security, force row level security;

create policy owner_publishes on reduced_prices for select to kieznetz_owner
  using (exists (select from offers o where o.city_id = reduced_prices.city_id and o.id = offer_id));
create policy follow_offer on reduced_prices for select to kieznetz_app using (city_id = acting.city()
  and exists (select from offers o where o.city_id = reduced_prices.city_id and o.id = offer_id));
create policy own_team on reduced_prices to kieznetz_app
  using (city_id = acting.city() and acting.kind() in ('staff', 'system')
    and (acting.kind() = 'system' or centre_id = any (acting.centres())))
  with check (city_id = acting.city() and acting.kind() in ('staff', 'system')
    and (acting.kind() = 'system' or centre_id = any (acting.centres())));

-- What a family pays is between it and the lead: neither course leaders nor support access nor the provider see it.
create policy family_and_lead on fee_choices to kieznetz_app
  using (city_id = acting.city() and (acting.kind() = 'system' or centre_id = any (acting.centres())))
  with check (city_id = acting.city() and (acting.kind() = 'system' or centre_id = any (acting.centres())));

-- The cash book is the lead's to write; her provider reads it. Nobody changes a line.
create policy owner_moves on cash_boxes to kieznetz_owner using (true) with check (true);
create policy owner_moves on cash_entries to kieznetz_owner using (true) with check (true);
do $$
declare t text;
begin
  foreach t in array array['cash_boxes', 'cash_entries', 'cash_sheets']
  loop
    execute format($policy$create policy lead_and_provider_read on %I for select to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = 'system' or (acting.kind() = 'staff'
        and (centre_id = any (acting.centres()) or provider_id = any (acting.providers())))))$policy$, t);
    execute format($policy$create policy lead_enters on %I for insert to kieznetz_app
      with check (city_id = acting.city() and (acting.kind() = 'system'
        or (acting.kind() = 'staff' and centre_id = any (acting.centres()))))$policy$, t);
  end loop;
end $$;

grant select, insert, update, delete on reduced_prices, fee_choices to kieznetz_app;
grant select on cash_boxes, cash_entries, cash_sheets to kieznetz_app;
grant insert (city_id, centre_id, provider_id) on cash_boxes to kieznetz_app;
grant insert (city_id, id, provider_id, centre_id, held_on, kind, cents, offer_id, registration_id, refunds_id, words,
  booked_at, rendering_key) on cash_entries to kieznetz_app;
grant insert (city_id, centre_id, provider_id, counted_on, counted_cents, expected_cents, counted_at, counted_by)
  on cash_sheets to kieznetz_app;

create view published.reduced_prices as
  select r.city_id, r.offer_id, r.cents from reduced_prices r
  join offers o on o.city_id = r.city_id and o.id = r.offer_id where o.state = 'published' and o.price_cents > r.cents;
grant select on published.reduced_prices to kieznetz_public, kieznetz_app;

create trigger tell_of_new after insert on reduced_prices
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on reduced_prices
  referencing old table as changed for each statement execute function tell_of_change();
create trigger tell_of_changed after update on reduced_prices
  referencing new table as changed for each statement execute function tell_of_change();
