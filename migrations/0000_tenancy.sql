-- The agency of a transaction is set by a function, which also works where rows live on other nodes.
-- The role tera_app itself belongs to the whole server and is made by the migrator before this file runs.
create function set_agency(agency uuid) returns void language plpgsql as $$
begin
  execute format('set local app.agency_id = %L', agency);
end
$$;
grant usage on schema public to tera_app;

-- Jobs are enqueued by the application inside its own transaction; the queue's tables belong to the owner.
create function enqueue_job(task text, payload json, queue text, run_at timestamptz, job_key text, max_attempts integer)
returns void language sql security definer set search_path = pg_catalog as $$
  select graphile_worker.add_job(task, payload, queue, run_at, max_attempts, job_key, null, null, 'replace');
$$;
revoke all on function enqueue_job(text, json, text, timestamptz, text, integer) from public;
grant execute on function enqueue_job(text, json, text, timestamptz, text, integer) to tera_app;
