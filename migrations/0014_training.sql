-- Training of appraisers: a course for each scheme with lessons and cases, what each person read and rated, the
-- certificate that follows and its end, and workshops with who came.

-- A course belongs to a scheme whatever its version; a row here is what changes of its lessons and cases wait for.
create table training_courses (
  agency_id uuid not null,
  id uuid not null,
  scheme_id text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint training_courses_pkey primary key (agency_id, id),
  constraint training_courses_scheme_key unique (agency_id, scheme_id),
  constraint training_courses_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id)
);

create table training_lessons (
  agency_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  ordinal integer not null,
  title text not null,
  body text not null,
  file_id uuid,
  state text not null,
  revision integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  constraint training_lessons_pkey primary key (agency_id, id),
  constraint training_lessons_course_fkey foreign key (agency_id, course_id) references training_courses (agency_id, id),
  constraint training_lessons_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint training_lessons_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint training_lessons_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id),
  constraint training_lessons_state check (state in ('draft', 'published', 'withdrawn'))
);
create index training_lessons_course_idx on training_lessons (agency_id, course_id, ordinal);

-- First and last time that somebody read a lesson: a case that failed may ask for reading it again.
create table training_lesson_reads (
  agency_id uuid not null,
  lesson_id uuid not null,
  person_id uuid not null,
  first_read_at timestamptz not null,
  last_read_at timestamptz not null,
  constraint training_lesson_reads_pkey primary key (agency_id, lesson_id, person_id),
  constraint training_lesson_reads_lesson_fkey foreign key (agency_id, lesson_id) references training_lessons (agency_id, id),
  constraint training_lesson_reads_person_fkey foreign key (agency_id, person_id) references people (agency_id, id)
);
create index training_lesson_reads_person_idx on training_lesson_reads (agency_id, person_id);

-- A dossier about an invented person with what experts gave, by the items and levels of one version of the scheme.
-- Once somebody has answered it, it never changes: another case replaces it.
create table training_cases (
  agency_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  scheme_version integer not null,
  ordinal integer not null,
  heading text not null,
  situation text not null,
  content jsonb not null,
  state text not null,
  replaces_id uuid,
  revision integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  constraint training_cases_pkey primary key (agency_id, id),
  constraint training_cases_course_fkey foreign key (agency_id, course_id) references training_courses (agency_id, id),
  constraint training_cases_replaced_fkey foreign key (agency_id, replaces_id) references training_cases (agency_id, id),
  constraint training_cases_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint training_cases_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id),
  constraint training_cases_state check (state in ('draft', 'published', 'replaced', 'withdrawn'))
);
create index training_cases_course_idx on training_cases (agency_id, course_id, ordinal);

-- One person's ratings of one case: saved as they are made, and never changed once sent.
create table training_attempts (
  agency_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  ratings jsonb not null,
  revision integer not null,
  state text not null,
  distance_basis_points integer,
  within_percent integer,
  has_passed boolean,
  started_at timestamptz not null,
  sent_at timestamptz,
  constraint training_attempts_pkey primary key (agency_id, id),
  constraint training_attempts_course_fkey foreign key (agency_id, course_id) references training_courses (agency_id, id),
  constraint training_attempts_case_fkey foreign key (agency_id, case_id) references training_cases (agency_id, id),
  constraint training_attempts_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint training_attempts_state check (state in ('open', 'sent')),
  constraint training_attempts_sent check ((state = 'sent') = (sent_at is not null)),
  constraint training_attempts_outcome check ((state = 'sent') = (has_passed is not null))
);
create unique index training_attempts_open_key on training_attempts (agency_id, person_id, course_id) where state = 'open';
create index training_attempts_person_idx on training_attempts (agency_id, person_id, course_id, sent_at);
create index training_attempts_case_idx on training_attempts (agency_id, case_id);

-- Who may rate under a scheme, from a day until a day (half-open): earned in the course, or recognised by an officer.
create table training_certificates (
  agency_id uuid not null,
  id uuid not null,
  scheme_id text not null,
  person_id uuid not null,
  origin text not null,
  number text not null,
  issuer text not null,
  valid_from date not null,
  valid_until date not null,
  file_id uuid,
  given_by uuid,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_reason text,
  constraint training_certificates_pkey primary key (agency_id, id),
  constraint training_certificates_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint training_certificates_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint training_certificates_giver_fkey foreign key (agency_id, given_by) references people (agency_id, id),
  constraint training_certificates_revoker_fkey foreign key (agency_id, revoked_by) references people (agency_id, id),
  constraint training_certificates_origin check (origin in ('course', 'recognised')),
  constraint training_certificates_span check (valid_until > valid_from),
  constraint training_certificates_revoked check ((revoked_at is null) = (revoked_reason is null))
);
create unique index training_certificates_number_key on training_certificates (agency_id, number) where origin = 'course';
create index training_certificates_person_idx on training_certificates (agency_id, person_id, scheme_id);
create index training_certificates_end_idx on training_certificates (agency_id, valid_until);

create table training_workshops (
  agency_id uuid not null,
  id uuid not null,
  scheme_id text,
  title text not null,
  description text not null,
  place text not null,
  link text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null,
  state text not null,
  cancel_reason text,
  revision integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint training_workshops_pkey primary key (agency_id, id),
  constraint training_workshops_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint training_workshops_span check (ends_at > starts_at),
  constraint training_workshops_capacity check (capacity between 1 and 10000),
  constraint training_workshops_state check (state in ('planned', 'cancelled'))
);
create index training_workshops_start_idx on training_workshops (agency_id, starts_at);

create table training_materials (
  agency_id uuid not null,
  workshop_id uuid not null,
  file_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint training_materials_pkey primary key (agency_id, workshop_id, file_id),
  constraint training_materials_workshop_fkey foreign key (agency_id, workshop_id) references training_workshops (agency_id, id),
  constraint training_materials_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint training_materials_adder_fkey foreign key (agency_id, added_by) references people (agency_id, id)
);

-- One person's place in one workshop. Whoever waits moves up by the moment of asking.
create table training_enrolments (
  agency_id uuid not null,
  id uuid not null,
  workshop_id uuid not null,
  person_id uuid not null,
  state text not null,
  asked_at timestamptz,
  invited_by uuid,
  attended boolean,
  attendance_by uuid,
  attendance_at timestamptz,
  updated_at timestamptz not null,
  constraint training_enrolments_pkey primary key (agency_id, id),
  constraint training_enrolments_person_key unique (agency_id, workshop_id, person_id),
  constraint training_enrolments_workshop_fkey foreign key (agency_id, workshop_id) references training_workshops (agency_id, id),
  constraint training_enrolments_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint training_enrolments_inviter_fkey foreign key (agency_id, invited_by) references people (agency_id, id),
  constraint training_enrolments_recorder_fkey foreign key (agency_id, attendance_by) references people (agency_id, id),
  constraint training_enrolments_state check (state in ('invited', 'enrolled', 'waiting', 'declined', 'withdrawn'))
);
create index training_enrolments_person_idx on training_enrolments (agency_id, person_id);

alter table training_courses enable row level security;
alter table training_courses force row level security;
create policy training_courses_of_agency on training_courses using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_courses to tera_app;

alter table training_lessons enable row level security;
alter table training_lessons force row level security;
create policy training_lessons_of_agency on training_lessons using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_lessons to tera_app;

alter table training_lesson_reads enable row level security;
alter table training_lesson_reads force row level security;
create policy training_lesson_reads_of_agency on training_lesson_reads using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_lesson_reads to tera_app;

alter table training_cases enable row level security;
alter table training_cases force row level security;
create policy training_cases_of_agency on training_cases using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_cases to tera_app;

alter table training_attempts enable row level security;
alter table training_attempts force row level security;
create policy training_attempts_of_agency on training_attempts using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_attempts to tera_app;

alter table training_certificates enable row level security;
alter table training_certificates force row level security;
create policy training_certificates_of_agency on training_certificates using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_certificates to tera_app;

alter table training_workshops enable row level security;
alter table training_workshops force row level security;
create policy training_workshops_of_agency on training_workshops using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_workshops to tera_app;

alter table training_materials enable row level security;
alter table training_materials force row level security;
create policy training_materials_of_agency on training_materials using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_materials to tera_app;

alter table training_enrolments enable row level security;
alter table training_enrolments force row level security;
create policy training_enrolments_of_agency on training_enrolments using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on training_enrolments to tera_app;
