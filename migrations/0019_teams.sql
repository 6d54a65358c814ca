-- Working teams: people of one unit or of several who do a task together, who leads them, from when until when.

-- The unit answers for the team and keeps its list; `is_across` says that people of other units may belong to it.
create table teams (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  is_across boolean not null,
  decree text not null,
  starts_on date not null,
  ends_on date,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint teams_pkey primary key (agency_id, id),
  constraint teams_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint teams_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint teams_span check (ends_on is null or ends_on > starts_on)
);
create unique index teams_name_key on teams (agency_id, lower(name));
create index teams_unit_idx on teams (agency_id, unit_id);

-- One person in one team for a span of days, half-open. A row that was a mistake is withdrawn with its reason and stays.
create table team_members (
  agency_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_until date,
  created_by uuid,
  created_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint team_members_pkey primary key (agency_id, id),
  constraint team_members_team_fkey foreign key (agency_id, team_id) references teams (agency_id, id),
  constraint team_members_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint team_members_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint team_members_withdrawer_fkey foreign key (agency_id, withdrawn_by) references people (agency_id, id),
  constraint team_members_role check (role in ('lead', 'member')),
  constraint team_members_span check (valid_until is null or valid_until > valid_from),
  constraint team_members_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null)),
  constraint team_members_once exclude using gist (agency_id with =, team_id with =, person_id with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null),
  constraint team_members_one_lead exclude using gist (agency_id with =, team_id with =, daterange(valid_from, valid_until) with &&) where (withdrawn_at is null and role = 'lead')
);
create index team_members_person_idx on team_members (agency_id, person_id, valid_from);
create index team_members_team_idx on team_members (agency_id, team_id, valid_from);

-- The requests of a pool, withdrawn ones too: its history is read beside it.
create index voice_requests_of_pool_idx on voice_requests (agency_id, pool_id);

alter table teams enable row level security;
alter table teams force row level security;
create policy teams_of_agency on teams using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on teams to tera_app;

alter table team_members enable row level security;
alter table team_members force row level security;
create policy team_members_of_agency on team_members using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on team_members to tera_app;
