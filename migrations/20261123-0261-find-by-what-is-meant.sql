-- A search knows what is meant in another language: the German names are asked for together with what was typed, in the
-- same look into the index. What answers a question equally well has the same rank, so that among ten playgroups the
-- near one and the next one come first, and not the one with the smallest key.

create function published.offers_ranked(city uuid, asked tsquery, out offers uuid[], out ranks integer[])
language plpgsql stable parallel safe set search_path = public, pg_temp
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  in_title tsquery := published.keys_asked(city, 'title', asked);
  anywhere tsquery := published.keys_asked(city, 'any', asked);
begin
  offers := '{}';
  ranks := '{}';
  if numnode(asked) = 0 then return; end if;
  select coalesce(array_agg(ranked.offer_id order by ranked.place, ranked.offer_id), '{}'),
    coalesce(array_agg(ranked.place order by ranked.place, ranked.offer_id), '{}') into offers, ranks
  from (
    select found.offer_id, dense_rank() over (order by round(max(ts_rank(found.words, asked))::numeric, 1) desc) as place
    from (
      select s.offer_id, s.words from published.offer_search s where search_keys(s.city_id, s.words) @@ in_title
      union all
      select s.offer_id, s.words from published.offer_search s where search_keys(s.city_id, s.words) @@ anywhere
      limit 200) found
    group by found.offer_id) ranked;
end $$;

create function published.offers_found(city uuid, words text[], german text[], topics text[],
  out offers uuid[], out ranks integer[])
language plpgsql stable parallel safe set search_path = public, pg_temp as $$
declare
  asked tsquery := published.asked_for(words);
  name text;
  others uuid[];
begin
  foreach name in array german loop asked := asked || published.asked_for(array[name]); end loop;
  select f.offers, f.ranks into offers, ranks from published.offers_ranked(city, asked) f;
  if offers = '{}' then
    select f.offers, f.ranks into offers, ranks
    from published.offers_ranked(city, published.spelled_alike(city, words)) f;
  end if;
  if topics = '{}' or cardinality(offers) >= 200 then return; end if;
  others := array(
    select about from unnest(published.offers_with(city,
      array_to_string(array(select quote_literal('topic:' || topic) from unnest(topics) topic), ' | ')::tsquery)
    ) with ordinality as topical (about, place)
    where about <> all (offers) order by place);
  ranks := ranks || array_fill(coalesce(ranks[cardinality(ranks)], 0) + 1, array[cardinality(others)]);
  offers := offers || others;
end $$;
grant execute on function published.offers_ranked, published.offers_found to kieznetz_public, kieznetz_app;
drop function published.offers_meant;
