-- Half of a search was spent on making the question out of a few words and on weighing two hundred texts against it.
-- What answers a question best is what has its words in the title: two looks into the index say that, and no text is
-- read for it.

-- Each word that was typed, as every dictionary knows it; the last one may be the beginning of a word. What one of
-- the dictionaries takes for a filler like 'am' or 'de' is only asked for if there is nothing else.
create or replace function published.asked_for(words text[]) returns tsquery
language plpgsql immutable parallel safe set search_path = public, pg_temp set client_min_messages = warning as $$
declare
  word text;
  beginning text;
  is_filler boolean;
  any_way text;
  fillers text;
  others text;
begin
  for place in 1 .. coalesce(cardinality(words), 0) loop
    word := words[place];
    beginning := case when place = cardinality(words) and length(word) >= 3 then fold(word) end;
    select bool_or(way = ''),
      string_agg(way, ' | ') filter (where way <> '' and starts_with(way, '''' || beginning) is not true)
      into is_filler, any_way
      from (select distinct plainto_tsquery(dictionary, word)::text as way from unnest(
        '{german,english,arabic,turkish,russian,romanian,french,spanish,italian,simple}'::regconfig[]) dictionary) ways;
    any_way := '(' || nullif(concat_ws(' | ', any_way, quote_literal(beginning) || ':*'), '') || ')';
    if is_filler then fillers := concat_ws(' & ', fillers, any_way);
    else others := concat_ws(' & ', others, any_way); end if;
  end loop;
  return coalesce(others, fillers, '')::tsquery;
end $$;

-- Two hundred texts at most: first those with the words in the title, and only what these leave over is looked for
-- among those that have them anywhere.
create function published.offers_with_words(city uuid, asked tsquery, out in_title uuid[], out in_text uuid[],
  out are_enough boolean)
language plpgsql stable parallel safe set search_path = public, pg_temp
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  keys tsquery := published.keys_asked(city, 'title', asked);
  texts bigint;
  more bigint := 0;
begin
  in_title := '{}';
  in_text := '{}';
  are_enough := false;
  if numnode(asked) = 0 then return; end if;
  select coalesce(array_agg(distinct offer_id), '{}'), count(*) into in_title, texts from (
    select s.offer_id from published.offer_search s
    where search_keys(s.city_id, s.words) @@ keys limit 200) found;
  if texts < 200 then
    keys := published.keys_asked(city, 'any', asked);
    select coalesce(array_agg(distinct offer_id) filter (where offer_id <> all (in_title)), '{}'), count(*)
      into in_text, more from (
      select s.offer_id from published.offer_search s
      where search_keys(s.city_id, s.words) @@ keys limit 200) found;
  end if;
  are_enough := texts + more >= 200;
end $$;

-- What somebody means: offers with the words, or if there are none, with words that look like them; if these are few,
-- also those about one of the topics.
create function published.offers_meant(city uuid, words text[], german text[], topics text[],
  out in_title uuid[], out in_text uuid[], out about uuid[])
language plpgsql stable parallel safe set search_path = public, pg_temp as $$
declare
  asked tsquery := published.asked_for(words);
  name text;
  are_enough boolean;
begin
  foreach name in array german loop asked := asked || published.asked_for(array[name]); end loop;
  select f.* into in_title, in_text, are_enough from published.offers_with_words(city, asked) f;
  if in_title = '{}' and in_text = '{}' then
    select f.* into in_title, in_text, are_enough
    from published.offers_with_words(city, published.spelled_alike(city, words)) f;
  end if;
  about := '{}';
  if topics = '{}' or are_enough then return; end if;
  about := array(
    select topical from unnest((published.offers_with_words(city, (
      select string_agg(quote_literal('topic:' || topic), ' | ')::tsquery from unnest(topics) topic))).in_text) topical
    where topical <> all (in_title) and topical <> all (in_text));
end $$;
grant execute on function published.offers_with_words, published.offers_meant to kieznetz_public, kieznetz_app;
drop function published.offers_found, published.offers_ranked, published.offers_with;
