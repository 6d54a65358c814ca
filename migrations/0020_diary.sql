-- The diary of observations: what an appraiser, or the appraiser's superior, saw a person do in the year, written down
-- when it happened. Its own until it is shared, or cited in a rating that is given; every wording is kept.
create table observations (
  agency_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  author_id uuid not null,
  author_role text not null,
  on_date date not null,
  target text not null,
  line_id text not null,
  seen text not null,
  effect text not null,
  link text,
  file_id uuid,
  revision integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  shared_at timestamptz,
  cited_at timestamptz,
  removed_at timestamptz,
  constraint observations_pkey primary key (agency_id, id),
  constraint observations_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint observations_author_fkey foreign key (agency_id, author_id) references people (agency_id, id),
  constraint observations_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint observations_role check (author_role in ('appraiser', 'superior')),
  constraint observations_target check (target in ('whole', 'result', 'value', 'item')),
  constraint observations_line check ((target = 'whole') = (line_id = ''))
);
create index observations_participant_idx on observations (agency_id, participant_id, on_date);
create index observations_author_idx on observations (agency_id, author_id, created_at);

-- Every wording of an observation, the present one too.
create table observation_versions (
  agency_id uuid not null,
  observation_id uuid not null,
  revision integer not null,
  on_date date not null,
  target text not null,
  line_id text not null,
  seen text not null,
  effect text not null,
  link text,
  file_id uuid,
  saved_at timestamptz not null,
  constraint observation_versions_pkey primary key (agency_id, observation_id, revision),
  constraint observation_versions_observation_fkey foreign key (agency_id, observation_id) references observations (agency_id, id),
  constraint observation_versions_file_fkey foreign key (agency_id, file_id) references files (agency_id, id)
);

alter table observations enable row level security;
alter table observations force row level security;
create policy observations_of_agency on observations using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on observations to tera_app;

alter table observation_versions enable row level security;
alter table observation_versions force row level security;
create policy observation_versions_of_agency on observation_versions using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on observation_versions to tera_app;
