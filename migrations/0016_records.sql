-- Days of attendance and cases of a service as rows, the calendar they are read by, and what an employee says against one.

-- How the agency reads attendance. The revision grows with every change of calendar, letters or machine numbers, so
-- that a file that was checked before a change is checked again.
create table record_settings (
  agency_id uuid not null,
  contest_days integer not null,
  missing_punch_minutes integer not null,
  revision integer not null,
  updated_by uuid,
  updated_at timestamptz not null,
  constraint record_settings_pkey primary key (agency_id),
  constraint record_settings_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id),
  constraint record_settings_contest_days check (contest_days between 1 and 365),
  constraint record_settings_missing_punch check (missing_punch_minutes between 0 and 1440)
);

-- Working hours by day of the week. One is the agency's own; others hold for whom they are assigned to.
create table work_schedules (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  is_default boolean not null,
  pattern jsonb not null,
  updated_by uuid,
  updated_at timestamptz not null,
  constraint work_schedules_pkey primary key (agency_id, id),
  constraint work_schedules_name_key unique (agency_id, name),
  constraint work_schedules_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id)
);
create unique index work_schedules_default_key on work_schedules (agency_id) where is_default;

-- Who works by which hours, and since when: one person, or everybody of a unit and below.
create table work_assignments (
  agency_id uuid not null,
  id uuid not null,
  schedule_id uuid not null,
  unit_id uuid,
  person_id uuid,
  valid_from date not null,
  valid_until date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint work_assignments_pkey primary key (agency_id, id),
  constraint work_assignments_schedule_fkey foreign key (agency_id, schedule_id) references work_schedules (agency_id, id),
  constraint work_assignments_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint work_assignments_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint work_assignments_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint work_assignments_of_one check ((unit_id is null) <> (person_id is null)),
  constraint work_assignments_span check (valid_until is null or valid_until > valid_from)
);

create table work_holidays (
  agency_id uuid not null,
  day date not null,
  name text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint work_holidays_pkey primary key (agency_id, day),
  constraint work_holidays_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id)
);

-- Whose a number of an attendance machine is. The same number may be somebody else's at another machine.
create table attendance_pins (
  agency_id uuid not null,
  machine text not null,
  pin text not null,
  person_id uuid not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint attendance_pins_pkey primary key (agency_id, machine, pin),
  constraint attendance_pins_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint attendance_pins_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id)
);

-- A letter that excuses days: leave, illness, duty elsewhere. Withdrawn, never deleted. Both days are included.
create table attendance_letters (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  part text not null,
  starts_on date not null,
  ends_on date not null,
  number text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  constraint attendance_letters_pkey primary key (agency_id, id),
  constraint attendance_letters_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint attendance_letters_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint attendance_letters_withdrawer_fkey foreign key (agency_id, withdrawn_by) references people (agency_id, id),
  constraint attendance_letters_kind check (kind in ('leave', 'sick', 'duty', 'training', 'permission')),
  constraint attendance_letters_part check (part in ('day', 'morning', 'afternoon')),
  constraint attendance_letters_span check (ends_on >= starts_on)
);
create index attendance_letters_person_idx on attendance_letters (agency_id, person_id, starts_on);

-- One working day of one person as it was read. Minutes count from the beginning of the day, so that a shift past
-- midnight ends beyond 1440. A correction is a new row; the former stays with who replaced it and when.
create table attendance_days (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  day date not null,
  status text not null,
  expected_in integer,
  expected_out integer,
  time_in integer,
  time_out integer,
  missing text,
  late_minutes integer not null,
  early_minutes integer not null,
  excuse text,
  origin text not null,
  note text not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  superseded_by uuid,
  constraint attendance_days_pkey primary key (agency_id, id),
  constraint attendance_days_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint attendance_days_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint attendance_days_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint attendance_days_replacer_fkey foreign key (agency_id, superseded_by) references people (agency_id, id),
  constraint attendance_days_status check (status in ('present', 'absent', 'excused', 'off')),
  constraint attendance_days_missing check (missing in ('in', 'out')),
  constraint attendance_days_minutes check (late_minutes between 0 and 1440 and early_minutes between 0 and 1440),
  constraint attendance_days_origin check (origin in ('file', 'calendar', 'contest', 'officer'))
);
create unique index attendance_days_current_key on attendance_days (agency_id, person_id, day) where superseded_at is null;
create index attendance_days_person_idx on attendance_days (agency_id, person_id, day);

-- One case of a service for which a participant answers. Times are civil, to the minute: 2026-03-02T09:15.
create table service_cases (
  agency_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  component text not null,
  case_number text not null,
  service text not null,
  started_at text not null,
  finished_at text,
  is_counted boolean not null,
  origin text not null,
  note text not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  superseded_by uuid,
  constraint service_cases_pkey primary key (agency_id, id),
  constraint service_cases_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint service_cases_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint service_cases_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint service_cases_replacer_fkey foreign key (agency_id, superseded_by) references people (agency_id, id),
  constraint service_cases_origin check (origin in ('file', 'contest', 'officer'))
);
create unique index service_cases_current_key on service_cases (agency_id, participant_id, component, case_number) where superseded_at is null;

-- What an employee says against one day or one case: what it should be, why, and the proof.
create table record_contests (
  agency_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  component text not null,
  kind text not null,
  record_id uuid not null,
  day date,
  case_number text,
  proposal jsonb not null,
  reason text not null,
  link text,
  state text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text,
  constraint record_contests_pkey primary key (agency_id, id),
  constraint record_contests_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint record_contests_author_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint record_contests_decider_fkey foreign key (agency_id, decided_by) references people (agency_id, id),
  constraint record_contests_kind check ((kind = 'day' and day is not null) or (kind = 'case' and case_number is not null)),
  constraint record_contests_state check (state in ('open', 'accepted', 'refused', 'withdrawn'))
);
create unique index record_contests_open_key on record_contests (agency_id, record_id) where state = 'open';
create index record_contests_participant_idx on record_contests (agency_id, participant_id, created_at);

create table record_contest_files (
  agency_id uuid not null,
  contest_id uuid not null,
  file_id uuid not null,
  constraint record_contest_files_pkey primary key (agency_id, contest_id, file_id),
  constraint record_contest_files_contest_fkey foreign key (agency_id, contest_id) references record_contests (agency_id, id),
  constraint record_contest_files_file_fkey foreign key (agency_id, file_id) references files (agency_id, id)
);

alter table record_settings enable row level security;
alter table record_settings force row level security;
create policy record_settings_of_agency on record_settings using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on record_settings to tera_app;

alter table work_schedules enable row level security;
alter table work_schedules force row level security;
create policy work_schedules_of_agency on work_schedules using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on work_schedules to tera_app;

alter table work_assignments enable row level security;
alter table work_assignments force row level security;
create policy work_assignments_of_agency on work_assignments using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on work_assignments to tera_app;

alter table work_holidays enable row level security;
alter table work_holidays force row level security;
create policy work_holidays_of_agency on work_holidays using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on work_holidays to tera_app;

alter table attendance_pins enable row level security;
alter table attendance_pins force row level security;
create policy attendance_pins_of_agency on attendance_pins using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on attendance_pins to tera_app;

alter table attendance_letters enable row level security;
alter table attendance_letters force row level security;
create policy attendance_letters_of_agency on attendance_letters using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on attendance_letters to tera_app;

alter table attendance_days enable row level security;
alter table attendance_days force row level security;
create policy attendance_days_of_agency on attendance_days using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on attendance_days to tera_app;

alter table service_cases enable row level security;
alter table service_cases force row level security;
create policy service_cases_of_agency on service_cases using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on service_cases to tera_app;

alter table record_contests enable row level security;
alter table record_contests force row level security;
create policy record_contests_of_agency on record_contests using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on record_contests to tera_app;

alter table record_contest_files enable row level security;
alter table record_contest_files force row level security;
create policy record_contest_files_of_agency on record_contest_files using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on record_contest_files to tera_app;
