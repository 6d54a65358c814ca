-- Which units take part in a period, with everything below them; none named means the whole agency.
create table period_units (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  constraint period_units_pkey primary key (agency_id, id),
  constraint period_units_unit_key unique (agency_id, period_id, unit_id),
  constraint period_units_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint period_units_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id)
);

alter table period_units enable row level security;
alter table period_units force row level security;
create policy period_units_of_agency on period_units using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on period_units to tera_app;
