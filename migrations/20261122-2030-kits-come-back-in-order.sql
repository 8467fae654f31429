-- A request that goes gives several kinds of kits back: locked by id, as whoever asks for them locks them.
create or replace function give_kits_back() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from doorstep_kits k join doorstep_request_kits r on r.city_id = k.city_id and r.kit_id = k.id
    where r.city_id = old.city_id and r.request_id = old.id order by k.id for update of k;
  update doorstep_kits k set stock = k.stock + r.amount from doorstep_request_kits r
    where r.city_id = old.city_id and r.request_id = old.id and k.city_id = r.city_id and k.id = r.kit_id
      and old.outcome is distinct from 'hung-up';
  return old;
end $$;
