-- The framework concept of the network: its versions, one valid at a time, and its articles, whose ids stay through
-- all versions, so that an offer goes on pointing to what it serves.

create table concept_versions (
  city_id uuid not null references cities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9-]{1,80}$'),
  name text not null check (length(name) between 1 and 200),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  source text not null check (length(source) between 1 and 400),
  is_example boolean not null,
  primary key (city_id, id),
  unique (city_id, slug),
  unique (city_id, valid without overlaps)
);

-- The permanent id of an article. It is never deleted: an offer may point to it, and a later version bring it back.
create table concept_articles (
  city_id uuid not null references cities on delete cascade,
  article_key text not null check (article_key ~ '^[a-z0-9-]{1,40}$'),
  primary key (city_id, article_key)
);

create table concept_version_articles (
  city_id uuid not null,
  version_id uuid not null,
  article_key text not null,
  position smallint not null check (position > 0),
  primary key (city_id, version_id, article_key),
  foreign key (city_id, version_id) references concept_versions on delete cascade,
  foreign key (city_id, article_key) references concept_articles
);

create table concept_article_texts (
  city_id uuid not null,
  version_id uuid not null,
  article_key text not null,
  language text not null,
  title text not null check (length(title) between 1 and 120),
  -- Paragraphs, with an empty line between them.
  body text not null check (body <> ''),
  primary key (city_id, version_id, article_key, language),
  foreign key (city_id, version_id, article_key) references concept_version_articles on delete cascade
);

create table offer_articles (
  city_id uuid not null,
  provider_id uuid not null,
  centre_id uuid not null,
  offer_id uuid not null,
  article_key text not null,
  primary key (city_id, offer_id, article_key),
  foreign key (city_id, offer_id, provider_id, centre_id)
    references offers (city_id, id, provider_id, centre_id) on delete cascade,
  foreign key (city_id, article_key) references concept_articles
);
create index on offer_articles (city_id, article_key);

do $$
declare t text;
begin
  foreach t in array array['concept_versions', 'concept_articles', 'concept_version_articles',
    'concept_article_texts', 'offer_articles']
  loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy import_writes on %I to kieznetz_app
      using (acting.kind() = ''system'' and city_id = acting.city())
      with check (acting.kind() = ''system'' and city_id = acting.city())', t);
    execute format('grant select, insert, update, delete on %I to kieznetz_app', t);
    execute format('create trigger tell_of_new after insert on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_gone after delete on %I
      referencing old table as changed for each statement execute function tell_of_change()', t);
    execute format('create trigger tell_of_changed after update on %I
      referencing new table as changed for each statement execute function tell_of_change()', t);
  end loop;
  -- The concept is public as a whole.
  foreach t in array array['concept_versions', 'concept_articles', 'concept_version_articles',
    'concept_article_texts']
  loop
    execute format('create policy owner_publishes on %I for select to kieznetz_owner using (true)', t);
    execute format('create policy city_reads on %I for select to kieznetz_app using (city_id = acting.city())', t);
  end loop;
end $$;

-- To which article an offer points follows the offer: whoever sees or may change the one, may the other.
create policy owner_publishes on offer_articles for select to kieznetz_owner
  using (exists (select from offers o where o.city_id = offer_articles.city_id and o.id = offer_id));
create policy follow_offer on offer_articles for select to kieznetz_app using (city_id = acting.city()
  and exists (select from offers o where o.city_id = offer_articles.city_id and o.id = offer_id));
create policy staff_write on offer_articles to kieznetz_app
  using (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()))
  with check (acting.kind() = 'staff' and city_id = acting.city() and centre_id = any (acting.centres()));

create view published.concept_versions as select * from concept_versions;
create view published.concept_version_articles as select * from concept_version_articles;
create view published.concept_article_texts as select * from concept_article_texts;
create view published.offer_articles as select a.* from offer_articles a join offers o using (city_id)
  where o.id = a.offer_id and o.state = 'published';
grant select on published.concept_versions, published.concept_version_articles, published.concept_article_texts,
  published.offer_articles to kieznetz_public, kieznetz_app;
