-- Competencies of the agency: its dictionary, the standard of each post, outcomes of assessment centres, and what
-- somebody still has to learn.

-- The dictionary. Every change is one more version of a code; what an assessment used is never changed.
create table competency_versions (
  agency_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  kind text not null,
  family jsonb,
  name jsonb not null,
  definition jsonb not null,
  levels jsonb not null,
  is_active boolean not null,
  origin text not null,
  note text not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint competency_versions_pkey primary key (agency_id, code, version),
  constraint competency_versions_id_key unique (agency_id, id),
  constraint competency_versions_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint competency_versions_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint competency_versions_kind check (kind in ('technical', 'managerial', 'sociocultural')),
  constraint competency_versions_family check ((kind = 'technical') = (family is not null)),
  constraint competency_versions_origin check (origin in ('shipped', 'officer', 'file')),
  constraint competency_versions_version check (version >= 1)
);

-- What a post asks for, from a day on: by level of post or by name of post, everywhere or in one unit with those
-- below it. The latest revision that has begun holds; an empty one takes the standard back.
create table competency_standards (
  agency_id uuid not null,
  id uuid not null,
  target text not null,
  revision integer not null,
  post_level text,
  position_name text,
  unit_id uuid,
  levels jsonb not null,
  valid_from date not null,
  basis text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint competency_standards_pkey primary key (agency_id, target, revision),
  constraint competency_standards_id_key unique (agency_id, id),
  constraint competency_standards_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint competency_standards_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint competency_standards_post check ((post_level is null) <> (position_name is null)),
  constraint competency_standards_revision check (revision >= 1)
);

-- Levels that an assessment centre found, recorded by an officer. A wrong one is withdrawn with a reason and stays.
create table competency_outcomes (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  assessed_on date not null,
  institution text not null,
  levels jsonb not null,
  note text not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint competency_outcomes_pkey primary key (agency_id, id),
  constraint competency_outcomes_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint competency_outcomes_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint competency_outcomes_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint competency_outcomes_withdrawer_fkey foreign key (agency_id, withdrawn_by) references people (agency_id, id),
  constraint competency_outcomes_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index competency_outcomes_person_idx on competency_outcomes (agency_id, person_id, assessed_on);

-- A gap that somebody means to close. One at a time for a person and a competency.
create table development_needs (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  code text not null,
  name jsonb not null,
  required_hundredths integer not null,
  achieved_hundredths integer not null,
  assessed_by jsonb not null,
  priority text not null,
  learning text,
  target_on date,
  note text not null,
  state text not null,
  revision integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  constraint development_needs_pkey primary key (agency_id, id),
  constraint development_needs_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint development_needs_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint development_needs_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id),
  constraint development_needs_levels check (required_hundredths > achieved_hundredths and achieved_hundredths >= 0),
  constraint development_needs_priority check (priority in ('high', 'medium', 'low')),
  constraint development_needs_learning check (learning in ('course', 'coaching', 'assignment', 'exchange', 'self-study', 'study')),
  constraint development_needs_state check (state in ('open', 'planned', 'done', 'dropped')),
  constraint development_needs_planned check (state <> 'planned' or (learning is not null and target_on is not null))
);
create unique index development_needs_open_key on development_needs (agency_id, person_id, code) where state in ('open', 'planned');
create index development_needs_person_idx on development_needs (agency_id, person_id, created_at);

alter table competency_versions enable row level security;
alter table competency_versions force row level security;
create policy competency_versions_of_agency on competency_versions using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on competency_versions to tera_app;

alter table competency_standards enable row level security;
alter table competency_standards force row level security;
create policy competency_standards_of_agency on competency_standards using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on competency_standards to tera_app;

alter table competency_outcomes enable row level security;
alter table competency_outcomes force row level security;
create policy competency_outcomes_of_agency on competency_outcomes using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on competency_outcomes to tera_app;

alter table development_needs enable row level security;
alter table development_needs force row level security;
create policy development_needs_of_agency on development_needs using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on development_needs to tera_app;
