-- A group that takes only whoever was invited: its page says so, and the form answers as unknown without the link that
-- the lead hands out. The link is kept as a hash; taken back, nobody but the centre enters anybody.
alter table offers
  add column is_closed_group boolean not null default false,
  add column invite_hash bytea check (length(invite_hash) = 32),
  add constraint invites_to_closed_groups check (is_closed_group or invite_hash is null);
create unique index on offers (city_id, invite_hash) where invite_hash is not null;

create view published.closed_groups as
  select city_id, id as offer_id from offers where state = 'published' and is_closed_group;
grant select on published.closed_groups to kieznetz_public, kieznetz_app;
