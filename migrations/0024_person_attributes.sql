-- Attributes of people that an agency holds on a legal basis and that only the comparison of groups may read: the place
-- they come from, religion, disability. Nobody reads a single value but the person it is about.

create table person_attributes (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  -- Regulation or consent that allows the agency to hold it, and what it is held for.
  legal_basis text not null,
  purpose text not null,
  -- Civil date: the last day on which values are kept.
  ends_on date not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  -- Null where the last day had passed.
  ended_by uuid,
  ended_reason text,
  constraint person_attributes_pkey primary key (agency_id, id),
  constraint person_attributes_registrar_fkey foreign key (agency_id, registered_by) references people (agency_id, id),
  constraint person_attributes_ender_fkey foreign key (agency_id, ended_by) references people (agency_id, id),
  constraint person_attributes_kind check (kind in ('place', 'religion', 'disability'))
);
create unique index person_attributes_current_key on person_attributes (agency_id, kind) where ended_at is null;

-- A file that was read: what it holds waits here until it is recorded, and then stands here no more.
create table person_attribute_files (
  agency_id uuid not null,
  id uuid not null,
  attribute_id uuid not null,
  name text not null,
  -- Values by person; null once recorded or dropped.
  waiting jsonb,
  accepted integer not null,
  refused jsonb not null,
  state text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  recorded_at timestamptz,
  constraint person_attribute_files_pkey primary key (agency_id, id),
  constraint person_attribute_files_attribute_fkey foreign key (agency_id, attribute_id) references person_attributes (agency_id, id),
  constraint person_attribute_files_uploader_fkey foreign key (agency_id, uploaded_by) references people (agency_id, id),
  constraint person_attribute_files_state check (state in ('checked', 'recorded', 'dropped')),
  constraint person_attribute_files_waiting check ((state = 'checked') = (waiting is not null))
);
create index person_attribute_files_attribute_idx on person_attribute_files (agency_id, attribute_id);

-- Deleted when the attribute ends.
create table person_attribute_values (
  agency_id uuid not null,
  attribute_id uuid not null,
  person_id uuid not null,
  value text not null,
  constraint person_attribute_values_pkey primary key (agency_id, attribute_id, person_id),
  constraint person_attribute_values_attribute_fkey foreign key (agency_id, attribute_id) references person_attributes (agency_id, id),
  constraint person_attribute_values_person_fkey foreign key (agency_id, person_id) references people (agency_id, id)
);
create index person_attribute_values_person_idx on person_attribute_values (agency_id, person_id);


alter table person_attributes enable row level security;
alter table person_attributes force row level security;
create policy person_attributes_of_agency on person_attributes using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on person_attributes to tera_app;

alter table person_attribute_files enable row level security;
alter table person_attribute_files force row level security;
create policy person_attribute_files_of_agency on person_attribute_files using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on person_attribute_files to tera_app;

alter table person_attribute_values enable row level security;
alter table person_attribute_values force row level security;
create policy person_attribute_values_of_agency on person_attribute_values using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on person_attribute_values to tera_app;
