-- Partners propose offers by a link of their own. What they send lies beside the programme until the lead decides, so
-- the last approved state stays public meanwhile.

-- What opens the page of a partner to it, kept as a hash. A partner may hold several: each letter carries one of its own.
create table partner_links (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  partner_id uuid not null,
  link_hash bytea not null,
  -- In which language, and by which address, its letters go; no address, no letters.
  language text not null,
  email text not null default '' check (length(email) <= 254),
  made_at timestamptz not null,
  -- The first day on which it opens nothing any more.
  expires_on date not null,
  primary key (city_id, id),
  unique (city_id, link_hash),
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade
);
create index on partner_links (city_id, partner_id);
create index on partner_links (city_id, expires_on);

-- Which offers are a partner's: it is asked whether they are still right, and proposes their changes.
create table partner_offers (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  partner_id uuid not null,
  offer_id uuid not null,
  primary key (city_id, offer_id),
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade,
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade
);
create index on partner_offers (city_id, partner_id);

create table offer_proposals (
  city_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  centre_id uuid not null,
  partner_id uuid not null,
  -- The offer it would change; of a new one, the offer it has become.
  offer_id uuid,
  is_new boolean not null,
  -- The answers of a plan, step by step, as planning asks them.
  answers jsonb not null,
  -- What the partner says to the team; never published.
  note text not null default '' check (length(note) <= 1000),
  language text not null,
  state text not null default 'sent' check (state in ('sent', 'sent-back', 'approved')),
  reason text not null default '' check (length(reason) <= 1000),
  sent_at timestamptz not null,
  decided_at timestamptz,
  -- The plan that the lead made of it, to mend before she approves.
  draft_id uuid,
  delete_on date not null,
  -- Made once per rendering of the form: a double click is one proposal.
  rendering_key uuid not null,
  primary key (city_id, id),
  constraint each_proposal_once unique (city_id, rendering_key),
  foreign key (city_id, partner_id, centre_id, provider_id)
    references network_partners (city_id, id, centre_id, provider_id) on delete cascade,
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade,
  check ((state = 'sent') = (decided_at is null)),
  check ((state = 'sent-back') = (reason <> ''))
);
create unique index one_open_proposal_per_offer on offer_proposals (city_id, offer_id)
  where state <> 'approved' and offer_id is not null;
create index on offer_proposals (city_id, centre_id, state, sent_at);
create index on offer_proposals (city_id, partner_id);
create index on offer_proposals (city_id, draft_id);
create index on offer_proposals (city_id, delete_on);

do $$
declare t text;
begin
  foreach t in array array['partner_links', 'partner_offers', 'offer_proposals']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy own_team on %I to kieznetz_app
      using (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))
      with check (city_id = acting.city() and (acting.kind() = ''system''
        or (acting.kind() = ''staff'' and centre_id = any (acting.centres()))))', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
    execute format('create policy owner_opens on %I for select to kieznetz_owner using (true)', t);
  end loop;
end $$;

-- The desk takes a proposal in and cannot read it again; what a partner sees again comes by its own link alone.
create policy desk_takes_in on offer_proposals for insert to kieznetz_app
  with check (acting.kind() = 'desk' and city_id = acting.city() and centre_id = any (acting.centres())
    and state = 'sent' and draft_id is null);
create policy owner_mends on offer_proposals for update to kieznetz_owner using (true);
create policy owner_takes_back on offer_proposals for delete to kieznetz_owner using (true);
create policy owner_names_partner on network_partners for select to kieznetz_owner using (exists (
  select from partner_links l where l.city_id = network_partners.city_id and l.partner_id = network_partners.id));

create function partner_behind(city uuid, key_hash bytea, today date)
returns table (partner_id uuid, centre_id uuid, provider_id uuid, name text, expires_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.partner_id, l.centre_id, l.provider_id, p.name, l.expires_on
  from partner_links l join network_partners p on p.city_id = l.city_id and p.id = l.partner_id
  where l.city_id = city and l.link_hash = key_hash and l.expires_on > today
$$;
create function proposals_behind(city uuid, key_hash bytea, today date)
returns table (id uuid, offer_id uuid, is_new boolean, answers jsonb, note text, state text, reason text,
  sent_at timestamptz, decided_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.offer_id, o.is_new, o.answers, o.note, o.state, o.reason, o.sent_at, o.decided_at
  from partner_behind(city, key_hash, today) b
  join offer_proposals o on o.city_id = city and o.partner_id = b.partner_id
  order by o.sent_at desc
$$;
create function offers_behind(city uuid, key_hash bytea, today date) returns table (offer_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.offer_id from partner_behind(city, key_hash, today) b
  join partner_offers o on o.city_id = city and o.partner_id = b.partner_id
$$;
-- Only what the lead has not approved can be mended and sent again, or taken back.
create function mend_proposal(city uuid, key_hash bytea, today date, proposal uuid, said jsonb, words text,
  at timestamptz, ends date) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with mended as (
    update offer_proposals o
    set answers = said, note = words, state = 'sent', reason = '', sent_at = at, decided_at = null, draft_id = null,
      delete_on = ends
    from partner_behind(city, key_hash, today) b
    where o.city_id = city and o.id = proposal and o.partner_id = b.partner_id and o.state <> 'approved'
    returning true)
  select exists (select from mended)
$$;
create function take_proposal_back(city uuid, key_hash bytea, today date, proposal uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from offer_proposals o using partner_behind(city, key_hash, today) b
    where o.city_id = city and o.id = proposal and o.partner_id = b.partner_id and o.state <> 'approved'
    returning true)
  select exists (select from gone)
$$;
revoke all on function partner_behind, proposals_behind, offers_behind, mend_proposal, take_proposal_back from public;
grant execute on function partner_behind, proposals_behind, offers_behind, mend_proposal, take_proposal_back
  to kieznetz_app;
