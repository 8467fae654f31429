-- An offer whose place is a room at a partner's is not at the centre, on all of its dates that say nothing else.
create view published.offers_elsewhere as
  select o.city_id, o.id as offer_id from offers o
  where o.state = 'published' and exists (
    select from rooms r join room_texts w on w.city_id = r.city_id and w.room_id = r.id
    where r.city_id = o.city_id and r.centre_id = o.centre_id and r.at_partner <> '' and not r.is_archived
      and lower(w.name) = lower(o.place));
grant select on published.offers_elsewhere to kieznetz_public, kieznetz_app;
