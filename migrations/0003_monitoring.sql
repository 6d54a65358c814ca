-- Monitoring: the guiding parts of feedback, who was asked for feedback, and every wording of a check-in.

alter table feedback add column observation text;
alter table feedback add column impact text;
alter table feedback add column next_step text;

create table feedback_requests (
  agency_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  asked_id uuid not null,
  message text,
  created_at timestamptz not null,
  answered_at timestamptz,
  constraint feedback_requests_pkey primary key (agency_id, id),
  constraint feedback_requests_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint feedback_requests_asked_fkey foreign key (agency_id, asked_id) references people (agency_id, id)
);
-- One open question to one person: asking again before the answer asks nothing twice.
create unique index feedback_requests_open_key on feedback_requests (agency_id, participant_id, asked_id) where answered_at is null;

create table check_in_versions (
  agency_id uuid not null,
  id uuid not null,
  check_in_id uuid not null,
  held_on date not null,
  notes text not null,
  next_steps text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint check_in_versions_pkey primary key (agency_id, id),
  constraint check_in_versions_check_in_fkey foreign key (agency_id, check_in_id) references check_ins (agency_id, id),
  constraint check_in_versions_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id)
);
create index check_in_versions_check_in_idx on check_in_versions (agency_id, check_in_id, recorded_at);

alter table feedback_requests enable row level security;
alter table feedback_requests force row level security;
create policy feedback_requests_of_agency on feedback_requests using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on feedback_requests to tera_app;

alter table check_in_versions enable row level security;
alter table check_in_versions force row level security;
create policy check_in_versions_of_agency on check_in_versions using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on check_in_versions to tera_app;
