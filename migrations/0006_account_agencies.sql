-- Where an account belongs: one round trip instead of one for every agency. It runs with the rights of the caller
-- and looks into each agency in turn, so row-level security holds; it is called outside agency transactions.
create function agencies_of_account(account text) returns table (agency_id uuid, person_id uuid) language plpgsql as $$
declare
  candidate uuid;
begin
  for candidate in select a.id from agencies a order by a.created_at loop
    perform set_agency(candidate);
    return query
      select p.agency_id, p.id from people p
      where p.agency_id = candidate and p.account_id = account and p.ended_on is null;
  end loop;
end
$$;
