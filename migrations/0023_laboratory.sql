-- The fairness laboratory: runs of a simulation of invented people under a scheme. Nothing here is about a real person:
-- a structure holds only which number works in which unit and who appraises whom.

-- One run: what was asked, how far it is, and the counts of every simulated period.
create table laboratory_runs (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  scheme_id text not null,
  version integer not null,
  draft_id uuid,
  draft_revision integer,
  settings jsonb not null,
  structure jsonb not null,
  structure_kind text not null,
  span integer,
  unit_size integer,
  seed integer not null,
  state text not null,
  done integer not null,
  total integer not null,
  periods jsonb not null,
  work_ms integer not null,
  beside_id uuid,
  requested_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  constraint laboratory_runs_pkey primary key (agency_id, id),
  constraint laboratory_runs_draft_fkey foreign key (agency_id, draft_id) references scheme_drafts (agency_id, id),
  constraint laboratory_runs_beside_fkey foreign key (agency_id, beside_id) references laboratory_runs (agency_id, id),
  constraint laboratory_runs_requester_fkey foreign key (agency_id, requested_by) references people (agency_id, id),
  constraint laboratory_runs_state check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  constraint laboratory_runs_structure check (structure_kind in ('own', 'invented')),
  constraint laboratory_runs_draft check ((draft_id is null) = (draft_revision is null)),
  constraint laboratory_runs_done check (done between 0 and total)
);
create index laboratory_runs_created_idx on laboratory_runs (agency_id, created_at);
create index laboratory_runs_draft_idx on laboratory_runs (agency_id, draft_id);

alter table laboratory_runs enable row level security;
alter table laboratory_runs force row level security;
create policy laboratory_runs_of_agency on laboratory_runs using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on laboratory_runs to tera_app;
