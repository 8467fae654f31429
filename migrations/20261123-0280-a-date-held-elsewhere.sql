-- A date may be held elsewhere: then the address of the centre would lead astray. What is neither a room of the centre
-- nor the place of one of its offers is not at the centre, and neither is a room at a partner's.
-- By name alone; what is not let to others shows nothing else of itself.
create policy owner_knows_names on rooms for select to kieznetz_owner using (not is_archived);
create policy owner_knows_names on room_texts for select to kieznetz_owner using (true);
create view published.dates_elsewhere as
  select s.city_id, s.id as session_id from sessions s
  where s.own_place is not null
    and not exists (
      select from rooms r join room_texts w on w.city_id = r.city_id and w.room_id = r.id
      where r.city_id = s.city_id and r.centre_id = s.centre_id and r.at_partner = '' and not r.is_archived
        and lower(w.name) = lower(s.own_place))
    and not exists (
      select from offers o
      where o.city_id = s.city_id and o.centre_id = s.centre_id and o.state = 'published'
        and lower(o.place) = lower(s.own_place));
grant select on published.dates_elsewhere to kieznetz_public, kieznetz_app;
