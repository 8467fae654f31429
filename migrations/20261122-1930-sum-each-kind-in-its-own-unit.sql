-- Consultations are counted in conversations, courses in sessions, help in hands: figures have to know the kind.
grant select (kind) on offers to kieznetz_figures;
set local role kieznetz_figures;
create or replace view figures.session_figures with (security_barrier) as
  select s.city_id, s.provider_id, s.centre_id, s.offer_id, s.id as session_id, o.format, s.held_on, s.state,
    extract(epoch from s.ends_at - s.starts_at)::bigint / 60 as minutes,
    c.adults, c.children_under_1, c.children_1_to_2, c.children_3_to_5, c.children_6_to_10, c.children_over_10,
    c.first_time, coalesce(s.ends_at, s.starts_at) as over_at, o.kind
  from public.sessions s
  join public.offers o on o.city_id = s.city_id and o.id = s.offer_id
  left join public.head_counts c on c.city_id = s.city_id and c.session_id = s.id and not c.is_withdrawn
    and not exists (select from public.head_counts later where later.city_id = c.city_id
      and later.session_id = c.session_id and later.version = c.version + 1)
  where (select acting.kind()) = 'system' or s.centre_id = any ((select acting.centres())::uuid[])
    or s.provider_id = any ((select acting.providers())::uuid[]);
reset role;
