-- How one gets to a room at a partner's, in words; for a room of the centre that is said once, of the centre.
alter table room_texts add directions text not null default '' check (length(directions) <= 600);

create view published.ways_to_partners as
  select r.city_id, r.centre_id, lower(named.name) as place, w.language, w.directions
  from rooms r
  join room_texts named on named.city_id = r.city_id and named.room_id = r.id
  join room_texts w on w.city_id = r.city_id and w.room_id = r.id and w.directions <> ''
  where r.at_partner <> '' and not r.is_archived;
grant select on published.ways_to_partners to kieznetz_public, kieznetz_app;
