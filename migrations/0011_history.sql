-- Results of years before Tera (or outside it), as their papers say, recorded by an officer from a file. A correction
-- is a new row; the former stays with who replaced it and when, and with the reason where it was withdrawn.
create table past_results (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  -- The rule it was given under; null where only the predicate is known.
  scheme_id text,
  scheme_version integer,
  -- What the file gave, and what the engine made of it; null where there is nothing but the predicate.
  evidence jsonb,
  -- As printed: the total score and the category, in the codes of the five steps.
  score text,
  category text not null,
  results_rating text,
  behaviour_rating text,
  explanation jsonb,
  appraiser_name text,
  note text not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  superseded_by uuid,
  superseded_reason text,
  constraint past_results_pkey primary key (agency_id, id),
  constraint past_results_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint past_results_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint past_results_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint past_results_replacer_fkey foreign key (agency_id, superseded_by) references people (agency_id, id),
  constraint past_results_span check (starts_on <= ends_on),
  constraint past_results_scheme check ((scheme_id is null) = (scheme_version is null)),
  constraint past_results_category check (category in ('sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang')),
  constraint past_results_rating check (results_rating in ('above', 'meets', 'below')),
  constraint past_results_behaviour check (behaviour_rating in ('above', 'meets', 'below'))
);
create unique index past_results_current_key on past_results (agency_id, person_id, starts_on, ends_on) where superseded_at is null;
create index past_results_person_idx on past_results (agency_id, person_id, ends_on);
create index past_results_file_idx on past_results (agency_id, file_id);

alter table past_results enable row level security;
alter table past_results force row level security;
create policy past_results_of_agency on past_results using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on past_results to tera_app;
