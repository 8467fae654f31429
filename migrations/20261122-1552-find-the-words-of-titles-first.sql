-- A search looks into the titles first, in one index whose keys name the city: the index no longer walks through all
-- offers of the city to find those with a word, nor through every text with a common word when two hundred titles
-- have it already. One journey to the database, whether the words are known, misspelled or name a topic.

-- Under which keys the words of a text are found: '<city>/any/<word>', those of its title also '<city>/title/<word>'.
create function search_keys(city uuid, words tsvector) returns tsvector
language sql immutable strict parallel safe as $$
  select array_to_tsvector(array(
    select city || '/any/' || lexeme from unnest(tsvector_to_array(words)) lexeme where length(lexeme) <= 100
    union all
    select city || '/title/' || lexeme from unnest(tsvector_to_array(ts_filter(words, '{a}'))) lexeme
    where length(lexeme) <= 100))
$$;

-- The same question, asked of the titles or of any words of one city.
create function published.keys_asked(city uuid, place text, asked tsquery) returns tsquery
language sql immutable strict parallel safe as $$
  select regexp_replace(asked::text, '''((''''|[^''])+)''', format('''%s/%s/\1''', city, place), 'g')::tsquery
$$;

drop index offer_search_words;
create index offer_search_keys on offer_search using gin (search_keys(city_id, words));
create or replace function merge_new_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform gin_clean_pending_list('offer_search_keys'), gin_clean_pending_list('offer_words_alike');
  return null;
end $$;

drop function published.offers_with_words, published.offers_like, published.asked_for;

-- Each word that was typed, as every dictionary knows it; the last one may be the beginning of a word. What one of
-- the dictionaries takes for a filler like 'am' or 'de' is only asked for if there is nothing else.
create function published.asked_for(words text[]) returns tsquery
language plpgsql immutable parallel safe set search_path = public, pg_temp set client_min_messages = warning as $$
begin
  return (
    with typed as (
      select word, case when place = cardinality(words) and length(word) >= 3 then fold(word) end as beginning
      from unnest(words) with ordinality as typed (word, place)
    ), ways as (
      select word, beginning, plainto_tsquery(dictionary::regconfig, word)::text as way
      from typed, unnest(
        '{german,english,arabic,turkish,russian,romanian,french,spanish,italian,simple}'::text[]) dictionary
    ), each_word as (
      select min(way) = '' as is_filler, concat_ws(' | ', string_agg(distinct way, ' | ')
          filter (where way <> '' and starts_with(way, '''' || beginning) is not true),
        quote_literal(beginning) || ':*') as any_way
      from ways group by word, beginning
    )
    select coalesce(string_agg('(' || any_way || ')', ' & ')::tsquery, '') from each_word
    where any_way <> '' and (not is_filler or (select every(is_filler) from each_word)));
end $$;

-- For each word from four letters on one of the five most alike that occur in some offer.
create function published.spelled_alike(city uuid, words text[]) returns tsquery
language plpgsql stable parallel safe set search_path = public, pg_temp
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  typed text;
  alike text;
  every_word tsquery := '';
begin
  foreach typed in array words loop
    continue when length(typed) < 4;
    -- Stems are compared with a stem, or the end of a word would count against it.
    typed := coalesce((select lexeme from unnest(to_tsvector('german', typed)) limit 1), fold(typed));
    select string_agg(quote_literal(w.word), ' | ') into alike from (
      select o.word from published.offer_words o where o.city_id = city and typed <% o.word
      order by typed <<-> o.word, o.word limit 5) w;
    if alike is null then return ''; end if;
    every_word := case when every_word = '' then alike::tsquery else every_word && alike::tsquery end;
  end loop;
  return every_word;
end $$;

-- Two hundred offers at most, the best first. The texts are only looked through if the titles did not give enough:
-- a limit asks the second part of a union only for what the first part left over.
create function published.offers_with(city uuid, asked tsquery) returns uuid[]
language plpgsql stable parallel safe set search_path = public, pg_temp
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  in_title tsquery := published.keys_asked(city, 'title', asked);
  anywhere tsquery := published.keys_asked(city, 'any', asked);
begin
  if numnode(asked) = 0 then return '{}'; end if;
  return coalesce((select array_agg(ranked.offer_id order by ranked.rank desc, ranked.offer_id) from (
    select found.offer_id, max(ts_rank(found.words, asked)) as rank from (
      select s.offer_id, s.words from published.offer_search s where search_keys(s.city_id, s.words) @@ in_title
      union all
      select s.offer_id, s.words from published.offer_search s where search_keys(s.city_id, s.words) @@ anywhere
      limit 200) found
    group by found.offer_id) ranked), '{}');
end $$;

-- The offers somebody means: those with the words, or if there are none, with words that look like them; then those
-- about one of the topics.
create function published.offers_meant(city uuid, words text[], topics text[]) returns uuid[]
language plpgsql stable parallel safe set search_path = public, pg_temp as $$
declare
  found uuid[] := published.offers_with(city, published.asked_for(words));
begin
  if found = '{}' then found := published.offers_with(city, published.spelled_alike(city, words)); end if;
  if topics = '{}' or cardinality(found) >= 200 then return found; end if;
  return found || array(
    select about from unnest(published.offers_with(city,
      array_to_string(array(select quote_literal('topic:' || topic) from unnest(topics) topic), ' | ')::tsquery)
    ) with ordinality as topical (about, place)
    where about <> all (found) order by place);
end $$;
grant execute on function search_keys, published.keys_asked, published.asked_for, published.spelled_alike,
  published.offers_with, published.offers_meant to kieznetz_public, kieznetz_app;

-- A number is never misspelled.
delete from offer_words where word !~ '[^0-9]';
create or replace function keep_offer_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into offer_words (city_id, word)
  select distinct added.city_id, word.lexeme from added, unnest(added.words) word
  where length(word.lexeme) between 4 and 60 and word.lexeme not like 'topic:%' and word.lexeme ~ '[^0-9]'
  on conflict do nothing;
  return null;
end $$;
