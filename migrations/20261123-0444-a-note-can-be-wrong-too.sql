-- A note of a pinboard can be wrong like any entry: somebody says so in two taps. When a second one says it, the note
-- waits for the team again, and nobody reads it meanwhile.
alter table corrections drop constraint corrections_page_check;
alter table corrections add constraint corrections_page_check
  check (page ~ '^/((offers|sessions|centres)/[a-z0-9-]{1,120}|centres/[a-z0-9-]{1,80}/pinboard/[0-9a-f-]{36})$');

create policy owner_sends_back on neighbour_notes for update to kieznetz_owner using (true);
create function let_note_wait_again(city uuid, note uuid, deleted_on date) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update neighbour_notes set approved_at = null, shown_until = null, delete_on = least(delete_on, deleted_on)
    where city_id = city and id = note and approved_at is not null
      and acting.city() = city and centre_id = any (acting.centres());
  if not found then return false; end if;
  -- The trigger of the board tells of what hangs; this one hangs no more.
  perform pg_notify('kieznetz_changes', concat_ws(' ', 'programme', city, pg_current_xact_id()));
  return true;
end $$;
revoke all on function let_note_wait_again from public;
grant execute on function let_note_wait_again to kieznetz_app;
