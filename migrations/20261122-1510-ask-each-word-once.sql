-- Most dictionaries give a word the same stem. Asked once, the planner sees how rare it is and takes the index.
create or replace function published.asked_for(typed text, all_but_last text, beginning text, topics text[])
returns tsquery language sql immutable parallel safe set search_path = public, pg_temp as $$
  select coalesce(string_agg(distinct '(' || asked || ')', ' | ')::tsquery, '')
  from (
    select plainto_tsquery(dictionary::regconfig, typed)::text as asked
    from unnest('{german,english,arabic,turkish,russian,romanian,french,simple}'::text[]) dictionary
    union all
    select case when beginning = '' then '' else (plainto_tsquery(dictionary::regconfig, all_but_last)
      && to_tsquery('simple', quote_literal(fold(beginning)) || ':*'))::text end
    from unnest('{german,english,arabic,simple}'::text[]) dictionary
    union all
    select quote_literal('topic:' || topic) from unnest(topics) topic
  ) every_way
  where asked <> ''
$$;

-- The topics of an offer stand beside one of its texts only, the one it was written in: beside each, a search for
-- a topic found every offer three times.
create or replace function index_offers(city uuid, changed uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  delete from offer_search where city_id = city and offer_id = any (changed);
  insert into offer_search (city_id, offer_id, language, words, folded_title)
  select t.city_id, t.offer_id, t.language,
    setweight(to_tsvector(dictionary_of(t.language), t.title), 'A')
      || setweight(to_tsvector(dictionary_of(t.language), t.summary), 'B')
      || setweight(to_tsvector(dictionary_of(t.language), t.body), 'C')
      || array_to_tsvector(array(
        select 'topic:' || topic from unnest(o.topics) topic where t.language = o.source_language)),
    fold(t.title)
  from offers o join offer_texts t on t.city_id = o.city_id and t.offer_id = o.id
  where o.city_id = city and o.id = any (changed) and o.state = 'published';
end $$;
select index_offers(city_id, array_agg(id)) from offers group by city_id;
