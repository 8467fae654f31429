-- Who gets a place when there are not enough for all: chosen by the lead for each offer, and read by families on its
-- page (docs/decisions/0032-who-gets-a-place.md).

alter table offers
  add column priority text not null default 'first-come'
    check (priority in ('first-come', 'siblings', 'first-timers', 'referred')),
  add column giving text not null default 'by-rule' check (giving in ('by-rule', 'by-hand', 'after-approval')),
  -- What a partner tells the families it sends; it stands on no page.
  add column referral_word text check (length(referral_word) between 3 and 40),
  add constraint referred_by_a_word check ((priority = 'referred') = (referral_word is not null));

alter table registrations
  -- What the family says of itself; asked only where the offer has that rule, and never proved.
  add column comes_as text check (comes_as in ('siblings', 'first-timers', 'referred')),
  -- Why the lead let this family pass others that waited longer.
  add column chosen_because text check (length(chosen_because) between 1 and 200);

create view published.place_rules as
  select city_id, id as offer_id, priority, giving, waiting_rule from offers
  where state = 'published' and registration <> 'none';
grant select on published.place_rules to kieznetz_public, kieznetz_app;
