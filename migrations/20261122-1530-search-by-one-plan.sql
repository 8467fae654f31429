-- One search, planned once and kept, always by the index: what was typed decides nothing about the plan, and a
-- guess at how common its words are sent the planner through the whole table.

-- Offers with all the words that were typed, best first; then those only about one of the topics.
create function published.offers_with_words(city uuid, typed text, all_but_last text, beginning text, topics text[])
returns table (offer_id uuid, has_words boolean)
language plpgsql stable parallel safe set search_path = public, pg_temp
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  by_words tsquery := published.asked_for(typed, all_but_last, beginning, '{}');
  by_topic tsquery :=
    array_to_string(array(select quote_literal('topic:' || topic) from unnest(topics) topic), ' | ')::tsquery;
  by_either tsquery := by_words || by_topic;
begin
  return query
    select found.offer_id, bool_or(found.words @@ by_words) as has_words
    from (select s.offer_id, s.words from published.offer_search s
      where s.city_id = city and s.words @@ by_either limit 200) found
    group by found.offer_id
    order by has_words desc, max(ts_rank(found.words, by_either)) desc, found.offer_id;
end $$;

-- Every word that occurs in some offer, as its stem; what is misspelled is compared with these thousands and not
-- with all texts. A word whose last offer is gone may stay: it finds nothing.
create table offer_words (
  city_id uuid not null references cities on delete cascade,
  word text not null,
  primary key (city_id, word)
);
create index offer_words_alike on offer_words using gin (word gin_trgm_ops);
alter table offer_words enable row level security, force row level security;
create policy owner_indexes on offer_words to kieznetz_owner using (true) with check (true);
create view published.offer_words as select * from offer_words;
grant select on published.offer_words to kieznetz_public, kieznetz_app;

create function keep_offer_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into offer_words (city_id, word)
  select distinct added.city_id, word.lexeme from added, unnest(added.words) word
  where length(word.lexeme) between 4 and 60 and word.lexeme not like 'topic:%'
  on conflict do nothing;
  return null;
end $$;
create trigger keep_offer_words after insert on offer_search referencing new table as added
  for each statement execute function keep_offer_words();
insert into offer_words (city_id, word)
  select distinct s.city_id, word.lexeme from offer_search s, unnest(s.words) word
  where length(word.lexeme) between 4 and 60 and word.lexeme not like 'topic:%';

-- No title is compared as a whole any more.
drop view published.offer_search;
alter table offer_search drop column folded_title;
create view published.offer_search as select * from offer_search;
grant select on published.offer_search to kieznetz_public, kieznetz_app;

create or replace function index_offers(city uuid, changed uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  delete from offer_search where city_id = city and offer_id = any (changed);
  insert into offer_search (city_id, offer_id, language, words)
  select t.city_id, t.offer_id, t.language,
    setweight(to_tsvector(dictionary_of(t.language), t.title), 'A')
      || setweight(to_tsvector(dictionary_of(t.language), t.summary), 'B')
      || setweight(to_tsvector(dictionary_of(t.language), t.body), 'C')
      || array_to_tsvector(array(
        select 'topic:' || topic from unnest(o.topics) topic where t.language = o.source_language))
  from offers o join offer_texts t on t.city_id = o.city_id and t.offer_id = o.id
  where o.city_id = city and o.id = any (changed) and o.state = 'published';
end $$;

-- Runs after keep_offer_words, by its name.
create or replace function merge_new_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform gin_clean_pending_list('offer_search_words'), gin_clean_pending_list('offer_words_alike');
  return null;
end $$;

-- Offers with words that look like those that were typed: for each of them one of the five most alike.
create function published.offers_like(city uuid, typed_words text[]) returns table (offer_id uuid)
language plpgsql stable parallel safe set search_path = public, pg_temp
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  typed text;
  alike text;
  every_word tsquery := '';
begin
  foreach typed in array typed_words loop
    -- Stems are compared with a stem, or the end of a word would count against it.
    typed := coalesce((select lexeme from unnest(to_tsvector('german', typed)) limit 1), fold(typed));
    select string_agg(quote_literal(w.word), ' | ') into alike from (
      select o.word from published.offer_words o where o.city_id = city and typed <% o.word
      order by typed <<-> o.word, o.word limit 5) w;
    if alike is null then return; end if;
    every_word := case when every_word = '' then alike::tsquery else every_word && alike::tsquery end;
  end loop;
  return query
    select found.offer_id
    from (select s.offer_id, s.words from published.offer_search s
      where s.city_id = city and s.words @@ every_word limit 200) found
    group by found.offer_id order by max(ts_rank(found.words, every_word)) desc, found.offer_id;
end $$;
grant execute on function published.offers_with_words, published.offers_like to kieznetz_public, kieznetz_app;
