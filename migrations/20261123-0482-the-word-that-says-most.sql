-- Two words of which no offer has both, or one that looks like nothing, found nothing at all. Then the word that says
-- most counts: the one that the fewest offers have.
create function published.offers_with_one_of(city uuid, words text[], out in_title uuid[], out in_text uuid[],
  out are_enough boolean)
language plpgsql stable parallel safe set search_path = public, pg_temp as $$
declare
  word text;
  found record;
  fewest integer;
  amount integer;
begin
  in_title := '{}';
  in_text := '{}';
  are_enough := false;
  if cardinality(words) < 2 then return; end if;
  foreach word in array words[1:8] loop
    select f.* into found from published.offers_with_words(city, published.spelled_alike(city, array[word])) f;
    amount := cardinality(found.in_title) + cardinality(found.in_text);
    continue when amount = 0 or amount >= fewest;
    fewest := amount;
    in_title := found.in_title;
    in_text := found.in_text;
    are_enough := found.are_enough;
  end loop;
end $$;

-- What somebody means: offers with the words, or if there are none, with words that look like them, or where no topic
-- is meant either, with the word that says most; if these are few, also those about one of the topics.
create or replace function published.offers_meant(city uuid, words text[], german text[], topics text[],
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
  if in_title = '{}' and in_text = '{}' and topics = '{}' then
    select f.* into in_title, in_text, are_enough from published.offers_with_one_of(city, words) f;
  end if;
  about := '{}';
  if topics = '{}' or are_enough then return; end if;
  about := array(
    select topical from unnest((published.offers_with_words(city, (
      select string_agg(quote_literal('topic:' || topic), ' | ')::tsquery from unnest(topics) topic))).in_text) topical
    where topical <> all (in_title) and topical <> all (in_text));
end $$;
grant execute on function published.offers_with_one_of to kieznetz_public, kieznetz_app;
