-- A date may differ from its offer, and says so: it was moved, is held elsewhere, led by somebody else, or has its own
-- number of places. Null is what the offer says. Whoever read the date before learns from `sequence` that it changed
-- (RFC 5545, 3.8.7.4) and from `changed_at` when.

alter table sessions
  add sequence integer not null default 0 check (sequence >= 0),
  add changed_at timestamptz,
  -- When it was to begin as first announced.
  add moved_from timestamptz check (moved_from <> starts_at),
  add own_place text check (own_place <> '' and length(own_place) <= 200),
  add own_leader text check (own_leader <> '' and length(own_leader) <= 120),
  add own_places integer check (own_places > 0);

alter table sessions no force row level security;
update sessions set sequence = 1, changed_at = cancelled_at where state = 'cancelled';
alter table sessions force row level security;

-- Time, place and state are what a calendar keeps of a date; whoever leads it is said, but moves nobody's evening.
create function note_change_of_session() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.sequence := greatest(new.sequence, 1);
    new.changed_at := coalesce(new.changed_at, new.cancelled_at);
    return new;
  end if;
  if (new.starts_at, new.ends_at, new.state, new.own_place)
    is distinct from (old.starts_at, old.ends_at, old.state, old.own_place) then
    new.sequence := old.sequence + 1;
  end if;
  if new.changed_at is not distinct from old.changed_at then
    new.changed_at := now();
  end if;
  return new;
end $$;
create trigger note_cancelled before insert on sessions for each row when (new.state = 'cancelled')
  execute function note_change_of_session();
create trigger note_change before update on sessions for each row
  when ((old.starts_at, old.ends_at, old.state, old.own_place, old.own_leader, old.own_places, old.cancel_note)
    is distinct from
    (new.starts_at, new.ends_at, new.state, new.own_place, new.own_leader, new.own_places, new.cancel_note))
  execute function note_change_of_session();

-- An offer that goes to another room takes its coming dates with it, except those that are elsewhere already.
create function note_change_of_place() returns trigger language plpgsql as $$
begin
  update sessions set sequence = sequence + 1, changed_at = new.updated_at
  where city_id = new.city_id and offer_id = new.id and starts_at > new.updated_at and own_place is null;
  return null;
end $$;
create trigger note_change_of_place after update of place on offers for each row
  when (old.place is distinct from new.place) execute function note_change_of_place();

create or replace view published.sessions as select s.* from sessions s join offers o using (city_id)
  where o.id = s.offer_id and o.state = 'published';
