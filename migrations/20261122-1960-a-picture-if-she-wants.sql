-- The picture a lead or her deputy puts beside her name, if she wants: small, made anew from what she sent, and gone
-- with her entry.
create table introduction_pictures (
  city_id uuid not null,
  introduction_id uuid not null,
  -- Names the picture in its address; another picture has another one.
  mark text not null check (mark ~ '^[\w-]{22}$'),
  -- A JPEG of 320 by 320 pixels.
  bytes bytea not null check (octet_length(bytes) between 100 and 60000),
  primary key (city_id, introduction_id),
  foreign key (city_id, introduction_id) references introductions on delete cascade
);

alter table introduction_pictures enable row level security, force row level security;
create policy own_entry on introduction_pictures to kieznetz_app
  using (city_id = acting.city() and exists (select from introductions i
    where i.city_id = introduction_pictures.city_id and i.id = introduction_id))
  with check (city_id = acting.city() and exists (select from introductions i
    where i.city_id = introduction_pictures.city_id and i.id = introduction_id));
grant select, insert, update, delete on introduction_pictures to kieznetz_app;

create policy owner_publishes on introduction_pictures for select to kieznetz_owner using (true);
create view published.introduction_pictures as select * from introduction_pictures;
grant select on published.introduction_pictures to kieznetz_public, kieznetz_app;

create trigger tell_of_new after insert on introduction_pictures
  referencing new table as changed for each statement execute function tell_of_change();
create trigger tell_of_gone after delete on introduction_pictures
  referencing old table as changed for each statement execute function tell_of_change();
create trigger tell_of_changed after update on introduction_pictures
  referencing new table as changed for each statement execute function tell_of_change();
