-- Where no offer has all the words, those with the word that says most were given like answers to all of them. A page
-- now says that they fit only in part, so it has to be told.
drop function published.offers_meant;

-- What somebody means: offers with the words, or if there are none, with words that look like them, or where no topic
-- is meant either, with the word that says most, and then only in part; if these are few, also those about one of the
-- topics.
create function published.offers_meant(city uuid, words text[], german text[], topics text[],
  out in_title uuid[], out in_text uuid[], out about uuid[], out is_in_part boolean)
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
  is_in_part := in_title = '{}' and in_text = '{}' and topics = '{}';
  if is_in_part then
    select f.* into in_title, in_text, are_enough from published.offers_with_one_of(city, words) f;
  end if;
  about := '{}';
  if topics = '{}' or are_enough then return; end if;
  about := array(
    select topical from unnest((published.offers_with_words(city, (
      select string_agg(quote_literal('topic:' || topic), ' | ')::tsquery from unnest(topics) topic))).in_text) topical
    where topical <> all (in_title) and topical <> all (in_text));
end $$;
grant execute on function published.offers_meant to kieznetz_public, kieznetz_app;
