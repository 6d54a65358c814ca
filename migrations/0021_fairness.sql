-- How far results depend on who rated: settings registered for a period, runs of the models, what they found, and
-- what people said about it. Figures are estimates about scores that stay as they are; nothing here changes a result.

-- What holds for the figures of a period. A change is a new row with its reason; whether results had been seen by then
-- is said beside it for good.
create table fairness_settings (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  settings jsonb not null,
  reason text not null,
  -- A run of the period had been finished before.
  after_results boolean not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  superseded_at timestamptz,
  constraint fairness_settings_pkey primary key (agency_id, id),
  constraint fairness_settings_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint fairness_settings_registrar_fkey foreign key (agency_id, registered_by) references people (agency_id, id)
);
create unique index fairness_settings_current_key on fairness_settings (agency_id, period_id) where superseded_at is null;

create table fairness_runs (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  state text not null,
  settings jsonb not null,
  -- Where the computation is: collecting, fitting, detecting, storing; done of total within it.
  stage text not null,
  done integer not null,
  total integer not null,
  -- SHA-256 of the ratings and settings: the same input is not computed twice.
  input_sha256 text,
  -- Version of the method.
  method text not null,
  forms integer not null,
  -- Null where the night's work asked.
  requested_by uuid,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  cancelled_by uuid,
  failure text,
  constraint fairness_runs_pkey primary key (agency_id, id),
  constraint fairness_runs_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint fairness_runs_requester_fkey foreign key (agency_id, requested_by) references people (agency_id, id),
  constraint fairness_runs_canceller_fkey foreign key (agency_id, cancelled_by) references people (agency_id, id),
  constraint fairness_runs_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  constraint fairness_runs_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
);
create unique index fairness_runs_active_key on fairness_runs (agency_id, period_id) where state in ('waiting', 'running');
create index fairness_runs_period_idx on fairness_runs (agency_id, period_id, requested_at);

-- One model for each scheme version of the period: scores of two schemes are not comparable.
create table fairness_models (
  agency_id uuid not null,
  run_id uuid not null,
  ordinal integer not null,
  scheme_id text not null,
  scheme_version integer not null,
  figures jsonb not null,
  constraint fairness_models_pkey primary key (agency_id, run_id, ordinal),
  constraint fairness_models_run_fkey foreign key (agency_id, run_id) references fairness_runs (agency_id, id)
);

-- Of an earlier run of the same period only the models are kept; these rows go with the next run.
create table fairness_raters (
  agency_id uuid not null,
  run_id uuid not null,
  ordinal integer not null,
  rater_id uuid not null,
  figures jsonb not null,
  constraint fairness_raters_pkey primary key (agency_id, run_id, ordinal, rater_id),
  constraint fairness_raters_model_fkey foreign key (agency_id, run_id, ordinal) references fairness_models (agency_id, run_id, ordinal),
  constraint fairness_raters_rater_fkey foreign key (agency_id, rater_id) references people (agency_id, id)
);
create index fairness_raters_rater_idx on fairness_raters (agency_id, rater_id);

create table fairness_ratees (
  agency_id uuid not null,
  run_id uuid not null,
  ordinal integer not null,
  participant_id uuid not null,
  figures jsonb not null,
  constraint fairness_ratees_pkey primary key (agency_id, run_id, participant_id),
  constraint fairness_ratees_model_fkey foreign key (agency_id, run_id, ordinal) references fairness_models (agency_id, run_id, ordinal),
  constraint fairness_ratees_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id)
);
create index fairness_ratees_participant_idx on fairness_ratees (agency_id, participant_id);

create table fairness_flags (
  agency_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  ordinal integer not null,
  rater_id uuid not null,
  detector text not null,
  -- By evidence within the run, from 1.
  rank integer not null,
  figures jsonb not null,
  constraint fairness_flags_pkey primary key (agency_id, id),
  constraint fairness_flags_once_key unique (agency_id, run_id, ordinal, rater_id, detector),
  constraint fairness_flags_model_fkey foreign key (agency_id, run_id, ordinal) references fairness_models (agency_id, run_id, ordinal),
  constraint fairness_flags_rater_fkey foreign key (agency_id, rater_id) references people (agency_id, id)
);
create index fairness_flags_rater_idx on fairness_flags (agency_id, rater_id);

-- Differences between groups of people, one row an attribute and model.
create table fairness_groups (
  agency_id uuid not null,
  run_id uuid not null,
  ordinal integer not null,
  attribute text not null,
  figures jsonb not null,
  constraint fairness_groups_pkey primary key (agency_id, run_id, ordinal, attribute),
  constraint fairness_groups_model_fkey foreign key (agency_id, run_id, ordinal) references fairness_models (agency_id, run_id, ordinal)
);

-- What an appraiser said about a pattern in their ratings: once a period and kind of pattern, whatever later runs find.
create table fairness_answers (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  rater_id uuid not null,
  detector text not null,
  body text not null,
  answered_at timestamptz not null,
  constraint fairness_answers_pkey primary key (agency_id, id),
  constraint fairness_answers_once_key unique (agency_id, period_id, rater_id, detector),
  constraint fairness_answers_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint fairness_answers_rater_fkey foreign key (agency_id, rater_id) references people (agency_id, id)
);

-- The agency's report of a year: figures as they were when it was made, the paper, and the data without names.
create table fairness_reports (
  agency_id uuid not null,
  id uuid not null,
  year integer not null,
  version integer not null,
  state text not null,
  figures jsonb,
  words jsonb not null,
  paper_id uuid,
  data_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  constraint fairness_reports_pkey primary key (agency_id, id),
  constraint fairness_reports_version_key unique (agency_id, year, version),
  constraint fairness_reports_paper_fkey foreign key (agency_id, paper_id) references files (agency_id, id),
  constraint fairness_reports_data_fkey foreign key (agency_id, data_id) references files (agency_id, id),
  constraint fairness_reports_maker_fkey foreign key (agency_id, made_by) references people (agency_id, id),
  constraint fairness_reports_publisher_fkey foreign key (agency_id, published_by) references people (agency_id, id),
  constraint fairness_reports_state check (state in ('making', 'draft', 'published', 'failed'))
);


alter table fairness_settings enable row level security;
alter table fairness_settings force row level security;
create policy fairness_settings_of_agency on fairness_settings using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on fairness_settings to tera_app;

alter table fairness_runs enable row level security;
alter table fairness_runs force row level security;
create policy fairness_runs_of_agency on fairness_runs using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on fairness_runs to tera_app;

alter table fairness_models enable row level security;
alter table fairness_models force row level security;
create policy fairness_models_of_agency on fairness_models using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on fairness_models to tera_app;

alter table fairness_raters enable row level security;
alter table fairness_raters force row level security;
create policy fairness_raters_of_agency on fairness_raters using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on fairness_raters to tera_app;

alter table fairness_ratees enable row level security;
alter table fairness_ratees force row level security;
create policy fairness_ratees_of_agency on fairness_ratees using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on fairness_ratees to tera_app;

alter table fairness_flags enable row level security;
alter table fairness_flags force row level security;
create policy fairness_flags_of_agency on fairness_flags using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on fairness_flags to tera_app;

alter table fairness_groups enable row level security;
alter table fairness_groups force row level security;
create policy fairness_groups_of_agency on fairness_groups using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on fairness_groups to tera_app;

alter table fairness_answers enable row level security;
alter table fairness_answers force row level security;
create policy fairness_answers_of_agency on fairness_answers using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on fairness_answers to tera_app;

alter table fairness_reports enable row level security;
alter table fairness_reports force row level security;
create policy fairness_reports_of_agency on fairness_reports using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on fairness_reports to tera_app;
