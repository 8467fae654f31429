-- What lets somebody come who would stay away otherwise: no papers, no German, room for the pram, something to eat. An
-- offer says it; a date may have its own, and languages of its own, null is as the offer says. `women-only` is a place
-- without men, which is more than an offer for mothers.

alter table offers add eases text[] not null default '{}' check (
  eases <@ array['no-papers', 'no-german', 'women-only', 'pram', 'sibling-care', 'food']);
alter table series
  add own_languages text[] check (cardinality(own_languages) > 0),
  add own_eases text[] check (
    own_eases <@ array['no-papers', 'no-german', 'women-only', 'pram', 'sibling-care', 'food']);
alter table sessions
  add own_languages text[] check (cardinality(own_languages) > 0),
  add own_eases text[] check (
    own_eases <@ array['no-papers', 'no-german', 'women-only', 'pram', 'sibling-care', 'food']);
-- Few dates have anything of this: a list of dates looks into a small index and finds nothing.
create index sessions_with_own_eases on sessions (city_id, id)
  where own_languages is not null or own_eases is not null;

create view published.offer_eases as
  select city_id, id as offer_id, eases from offers where state = 'published';
create view published.own_eases as
  select s.city_id, s.id as session_id, s.offer_id, s.starts_at, s.own_languages, s.own_eases
  from sessions s join offers o on o.city_id = s.city_id and o.id = s.offer_id
  where o.state = 'published' and (s.own_languages is not null or s.own_eases is not null);
-- Whether one gets into a room without a step is known of the room; whoever is held there need not say it again.
create view published.steps_of_rooms as
  select distinct on (r.city_id, r.centre_id, lower(w.name))
    r.city_id, r.centre_id, lower(w.name) as place, r.is_step_free
  from rooms r join room_texts w on w.city_id = r.city_id and w.room_id = r.id and w.language = 'de'
  where r.at_partner = '' and not r.is_archived
  order by r.city_id, r.centre_id, lower(w.name), r.id;
grant select on published.offer_eases, published.own_eases, published.steps_of_rooms
  to kieznetz_public, kieznetz_app;

-- Pages of offers now show something of rooms: whoever keeps them hears when that changes.
create trigger pages_hear_of_rooms after update on rooms
  referencing new table as changed for each statement execute function tell_of_change();
create trigger pages_hear_of_new_rooms after insert on room_texts
  referencing new table as changed for each statement execute function tell_of_change();
create trigger pages_hear_of_renamed_rooms after update on room_texts
  referencing new table as changed for each statement execute function tell_of_change();
create trigger pages_hear_of_gone_rooms after delete on room_texts
  referencing old table as changed for each statement execute function tell_of_change();
