-- Families find an offer by any of its words, in any language it is written in, misspelled or spelled in ASCII.
-- One row for each text of a published offer, kept by triggers; a row is gone as soon as the offer is.

create extension if not exists btree_gin;

create table offer_search (
  city_id uuid not null,
  offer_id uuid not null,
  language text not null,
  -- Stemmed words of title, summary and body, and the topics as 'topic:<name>'.
  words tsvector not null,
  -- The title as trigrams are compared with it.
  folded_title text not null,
  primary key (city_id, offer_id, language),
  foreign key (city_id, offer_id) references offers on delete cascade
);
comment on table offer_search is 'What is searched; derived from offers and offer_texts by triggers, never written otherwise.';

-- Bäder, Baeder and Bader fold to one; so do the forms of alef and the end of a word in Arabic.
create function fold(spelling text) returns text
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select regexp_replace(
    translate(lower(unaccent('unaccent', spelling)), 'أإآٱةىؤئًٌٍَُِّْـ', 'ااااهيوي'),
    '([aou])e', '\1', 'g')
$$;

-- The dictionary that knows the words of a language; where PostgreSQL has none, words are compared as they are.
create function dictionary_of(language text) returns regconfig
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case language
    when 'de' then 'german' when 'en' then 'english' when 'ar' then 'arabic' when 'tr' then 'turkish'
    when 'ru' then 'russian' when 'ro' then 'romanian' when 'fr' then 'french' when 'es' then 'spanish'
    when 'it' then 'italian' else 'simple' end::regconfig
$$;

-- A whole statement at once, because an import writes thousands of texts in one; planned anew each time,
-- because a plan made while the tables were empty would still read them from end to end when they are full.
create function index_offers(city uuid, changed uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  delete from offer_search where city_id = city and offer_id = any (changed);
  insert into offer_search (city_id, offer_id, language, words, folded_title)
  select t.city_id, t.offer_id, t.language,
    setweight(to_tsvector(dictionary_of(t.language), t.title), 'A')
      || setweight(to_tsvector(dictionary_of(t.language), t.summary), 'B')
      || setweight(to_tsvector(dictionary_of(t.language), t.body), 'C')
      || array_to_tsvector(array(select 'topic:' || topic from unnest(o.topics) topic)),
    fold(t.title)
  from offers o join offer_texts t on t.city_id = o.city_id and t.offer_id = o.id
  where o.city_id = city and o.id = any (changed) and o.state = 'published';
end $$;
revoke all on function index_offers from public;

create function keep_offer_search() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_offers(city_id, array_agg(distinct offer_id)) from changed group by city_id;
  return null;
end $$;
create trigger keep_offer_search_of_new after insert on offer_texts referencing new table as changed
  for each statement execute function keep_offer_search();
create trigger keep_offer_search_of_gone after delete on offer_texts referencing old table as changed
  for each statement execute function keep_offer_search();

-- Most updates of offers are about places and prices: what leaves every word as it was needs no new index.
create function keep_offer_search_of_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'offers' then
    perform index_offers(n.city_id, array_agg(n.id)) from new_rows n join old_rows o using (city_id, id)
      where (n.state, n.topics) is distinct from (o.state, o.topics) group by n.city_id;
  else
    perform index_offers(n.city_id, array_agg(distinct n.offer_id))
      from new_rows n join old_rows o using (city_id, offer_id, language)
      where (n.title, n.summary, n.body) is distinct from (o.title, o.summary, o.body) group by n.city_id;
  end if;
  return null;
end $$;
create trigger keep_offer_search_of_changed after update on offers
  referencing old table as old_rows new table as new_rows
  for each statement execute function keep_offer_search_of_changed();
create trigger keep_offer_search_of_changed after update on offer_texts
  referencing old table as old_rows new table as new_rows
  for each statement execute function keep_offer_search_of_changed();

alter table offer_search enable row level security, force row level security;
create policy owner_indexes on offer_search to kieznetz_owner using (true) with check (true);

select index_offers(city_id, array_agg(id)) from offers group by city_id;

create index offer_search_words on offer_search using gin (city_id, words);
create index offer_search_titles on offer_search using gin (city_id, folded_title gin_trgm_ops);

-- What somebody typed, asked in every dictionary at once; or all but its last word, and that one as a beginning;
-- or one of the topics.
create function published.asked_for(typed text, all_but_last text, beginning text, topics text[]) returns tsquery
language sql immutable parallel safe set search_path = public, pg_temp as $$
  select plainto_tsquery('german', typed) || plainto_tsquery('english', typed)
    || plainto_tsquery('arabic', typed) || plainto_tsquery('turkish', typed)
    || plainto_tsquery('russian', typed) || plainto_tsquery('romanian', typed)
    || plainto_tsquery('french', typed) || plainto_tsquery('simple', typed)
    || case when beginning = '' then '' else
        (plainto_tsquery('german', all_but_last) || plainto_tsquery('english', all_but_last)
          || plainto_tsquery('arabic', all_but_last) || plainto_tsquery('simple', all_but_last))
        && to_tsquery('simple', quote_literal(fold(beginning)) || ':*') end
    || array_to_string(array(select quote_literal('topic:' || topic) from unnest(topics) topic), ' | ')::tsquery
$$;

create view published.offer_search as select * from offer_search;
grant select on published.offer_search to kieznetz_public, kieznetz_app;
grant execute on function published.asked_for, fold to kieznetz_public, kieznetz_app;
