-- A count of the wrong session is taken back by one more version; the session is uncounted again.
alter table head_counts add column is_withdrawn boolean not null default false;
-- In which role somebody counted, because the history says so and never names a person.
alter table head_counts add column counted_as text not null default 'centre-lead'
  check (counted_as in ('centre-lead', 'course-leader'));
alter table head_counts alter column counted_as drop default;
grant select (is_withdrawn) on head_counts to kieznetz_figures;

-- Live sums stay with the centre and its provider. The job that releases them to the city acts as the system.
set local role kieznetz_figures;
create or replace view figures.session_figures with (security_barrier) as
  select s.city_id, s.provider_id, s.centre_id, s.offer_id, s.id as session_id, o.format, s.held_on, s.state,
    extract(epoch from s.ends_at - s.starts_at)::bigint / 60 as minutes,
    c.adults, c.children_under_1, c.children_1_to_2, c.children_3_to_5, c.children_6_to_10, c.children_over_10,
    c.first_time, coalesce(s.ends_at, s.starts_at) as over_at
  from public.sessions s
  join public.offers o on o.city_id = s.city_id and o.id = s.offer_id
  left join lateral (select h.* from (select city_id, session_id, version, is_withdrawn, adults, children_under_1,
      children_1_to_2, children_3_to_5, children_6_to_10, children_over_10, first_time from public.head_counts) h
    where h.city_id = s.city_id and h.session_id = s.id order by h.version desc limit 1) c on not c.is_withdrawn
  where acting.kind() = 'system' or s.centre_id = any (acting.centres()) or s.provider_id = any (acting.providers());
reset role;
