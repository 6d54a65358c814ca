-- Schemes that an agency owns: drafts, the discussion about them, adopted versions, what a period uses and for
-- whom, what was measured for whom, and that each has read the criteria.

-- A version that the agency adopted by an act. Its text never changes; a period names it by id and version.
create table scheme_versions (
  agency_id uuid not null,
  id uuid not null,
  scheme_id text not null,
  version integer not null,
  source text not null,
  title jsonb not null,
  draft_id uuid,
  decree text not null,
  decided_on date not null,
  adopted_by uuid,
  adopted_at timestamptz not null,
  constraint scheme_versions_pkey primary key (agency_id, scheme_id, version),
  constraint scheme_versions_id_key unique (agency_id, id),
  constraint scheme_versions_adopter_fkey foreign key (agency_id, adopted_by) references people (agency_id, id),
  constraint scheme_versions_version check (version between 1 and 9999)
);

-- A draft is one text, saved as it is edited; whoever saves names the revision that was read.
create table scheme_drafts (
  agency_id uuid not null,
  id uuid not null,
  scheme_id text not null,
  version integer not null,
  title text not null,
  source text not null,
  revision integer not null,
  state text not null,
  based_on_id text,
  based_on_version integer,
  discussion_from date,
  discussion_until date,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  constraint scheme_drafts_pkey primary key (agency_id, id),
  constraint scheme_drafts_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint scheme_drafts_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id),
  constraint scheme_drafts_state check (state in ('draft', 'discussion', 'adopted', 'dropped')),
  constraint scheme_drafts_discussion check (discussion_until is null or discussion_until >= discussion_from)
);

-- Every saved text of a draft, so that "what was changed because of it" can be shown.
create table scheme_draft_revisions (
  agency_id uuid not null,
  draft_id uuid not null,
  revision integer not null,
  source text not null,
  note text not null default '',
  saved_by uuid not null,
  saved_at timestamptz not null,
  constraint scheme_draft_revisions_pkey primary key (agency_id, draft_id, revision),
  constraint scheme_draft_revisions_draft_fkey foreign key (agency_id, draft_id) references scheme_drafts (agency_id, id),
  constraint scheme_draft_revisions_saver_fkey foreign key (agency_id, saved_by) references people (agency_id, id)
);

-- A comment or proposal on one criterion (a path of the scheme; empty for the whole), with the answer given to it.
create table scheme_proposals (
  agency_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  criterion text not null,
  kind text not null,
  body text not null,
  author_id uuid not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  outcome text,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  answered_revision integer,
  constraint scheme_proposals_pkey primary key (agency_id, id),
  constraint scheme_proposals_draft_fkey foreign key (agency_id, draft_id) references scheme_drafts (agency_id, id),
  constraint scheme_proposals_author_fkey foreign key (agency_id, author_id) references people (agency_id, id),
  constraint scheme_proposals_answerer_fkey foreign key (agency_id, answered_by) references people (agency_id, id),
  constraint scheme_proposals_kind check (kind in ('comment', 'proposal')),
  constraint scheme_proposals_outcome check (outcome in ('taken', 'partly', 'declined', 'noted')),
  constraint scheme_proposals_answered check ((outcome is null) = (answered_at is null))
);
create index scheme_proposals_draft_idx on scheme_proposals (agency_id, draft_id, created_at);

-- One person, one vote on a proposal; a reason against is kept as the minority view.
create table scheme_votes (
  agency_id uuid not null,
  proposal_id uuid not null,
  person_id uuid not null,
  vote text not null,
  reason text not null default '',
  voted_at timestamptz not null,
  constraint scheme_votes_pkey primary key (agency_id, proposal_id, person_id),
  constraint scheme_votes_proposal_fkey foreign key (agency_id, proposal_id) references scheme_proposals (agency_id, id),
  constraint scheme_votes_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint scheme_votes_vote check (vote in ('for', 'against', 'abstain'))
);

-- A draft or adopted version tried on a past period: what would have come out, kept as it was computed.
create table scheme_trials (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  draft_id uuid,
  draft_revision integer,
  scheme_id text not null,
  version integer not null,
  name text not null,
  state text not null,
  outcome jsonb,
  requested_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint scheme_trials_pkey primary key (agency_id, id),
  constraint scheme_trials_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint scheme_trials_draft_fkey foreign key (agency_id, draft_id) references scheme_drafts (agency_id, id),
  constraint scheme_trials_requester_fkey foreign key (agency_id, requested_by) references people (agency_id, id),
  constraint scheme_trials_state check (state in ('waiting', 'running', 'done', 'failed'))
);

-- Which version holds for whom in a period, beside the period's own: the first rule that fits, by ordinal.
create table period_schemes (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  ordinal integer not null,
  unit_id uuid,
  position_kind text,
  scheme_id text not null,
  scheme_version integer not null,
  constraint period_schemes_pkey primary key (agency_id, id),
  constraint period_schemes_ordinal_key unique (agency_id, period_id, ordinal),
  constraint period_schemes_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint period_schemes_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint period_schemes_scope check (unit_id is not null or position_kind is not null)
);

-- Criteria are published before a period opens, and its people confirm that they have read them.
alter table periods add column criteria_published_on date;
alter table periods add column criteria_published_by uuid;
alter table periods add constraint periods_publisher_fkey foreign key (agency_id, criteria_published_by) references people (agency_id, id);

create table criteria_confirmations (
  agency_id uuid not null,
  period_id uuid not null,
  person_id uuid not null,
  scheme_id text not null,
  scheme_version integer not null,
  confirmed_at timestamptz not null,
  constraint criteria_confirmations_pkey primary key (agency_id, period_id, person_id, scheme_id, scheme_version),
  constraint criteria_confirmations_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint criteria_confirmations_person_fkey foreign key (agency_id, person_id) references people (agency_id, id)
);

-- The version that holds for each participant, pinned when the period opens.
alter table participants add column scheme_id text;
alter table participants add column scheme_version integer;
-- The owner is held by row-level security like everybody else; for these lines it has to see every agency's rows.
alter table participants no force row level security;
alter table periods no force row level security;
update participants p set scheme_id = e.scheme_id, scheme_version = e.scheme_version
  from periods e where e.agency_id = p.agency_id and e.id = p.period_id;
alter table participants force row level security;
alter table periods force row level security;
alter table participants alter column scheme_id set not null;
alter table participants alter column scheme_version set not null;

-- What is known of one component of one participant: an entry of a file, an officer's entry, an appraiser's form.
-- A correction is a new row; the former stays with who replaced it and when.
create table measurements (
  agency_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  component text not null,
  value jsonb not null,
  origin text not null,
  note text not null,
  file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  superseded_by uuid,
  constraint measurements_pkey primary key (agency_id, id),
  constraint measurements_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint measurements_file_fkey foreign key (agency_id, file_id) references files (agency_id, id),
  constraint measurements_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint measurements_replacer_fkey foreign key (agency_id, superseded_by) references people (agency_id, id),
  constraint measurements_origin check (origin in ('file', 'officer'))
);
create unique index measurements_current_key on measurements (agency_id, participant_id, component) where superseded_at is null;

-- The local result beside the official one; null under the national scheme.
alter table results add column score text;
alter table results add column category text;

alter table scheme_versions enable row level security;
alter table scheme_versions force row level security;
create policy scheme_versions_of_agency on scheme_versions using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on scheme_versions to tera_app;

alter table scheme_drafts enable row level security;
alter table scheme_drafts force row level security;
create policy scheme_drafts_of_agency on scheme_drafts using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on scheme_drafts to tera_app;

alter table scheme_draft_revisions enable row level security;
alter table scheme_draft_revisions force row level security;
create policy scheme_draft_revisions_of_agency on scheme_draft_revisions using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on scheme_draft_revisions to tera_app;

alter table scheme_proposals enable row level security;
alter table scheme_proposals force row level security;
create policy scheme_proposals_of_agency on scheme_proposals using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on scheme_proposals to tera_app;

alter table scheme_votes enable row level security;
alter table scheme_votes force row level security;
create policy scheme_votes_of_agency on scheme_votes using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on scheme_votes to tera_app;

alter table scheme_trials enable row level security;
alter table scheme_trials force row level security;
create policy scheme_trials_of_agency on scheme_trials using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on scheme_trials to tera_app;

alter table period_schemes enable row level security;
alter table period_schemes force row level security;
create policy period_schemes_of_agency on period_schemes using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on period_schemes to tera_app;

alter table criteria_confirmations enable row level security;
alter table criteria_confirmations force row level security;
create policy criteria_confirmations_of_agency on criteria_confirmations using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on criteria_confirmations to tera_app;

alter table measurements enable row level security;
alter table measurements force row level security;
create policy measurements_of_agency on measurements using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on measurements to tera_app;

