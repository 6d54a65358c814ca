-- Conflicts of interest: what is declared, what rules find, what follows from it; and the second look that some
-- appraisals get, by lot or because of a conflict.

-- A relation between who rates and who is rated, as somebody declared it. It holds from its confirmation on for the
-- days [since, until); a rater's own declaration is confirmed at once.
create table conflict_declarations (
  agency_id uuid not null,
  id uuid not null,
  rater_id uuid not null,
  ratee_id uuid not null,
  kind text not null,
  -- Which relation; of a family only.
  relation text,
  since date not null,
  until date,
  statement text not null,
  declared_as text not null,
  declared_by uuid not null,
  declared_at timestamptz not null,
  state text not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  close_reason text,
  -- What those concerned who did not declare it say of it, once each.
  rater_comment text,
  rater_commented_at timestamptz,
  ratee_comment text,
  ratee_commented_at timestamptz,
  constraint conflict_declarations_pkey primary key (agency_id, id),
  constraint conflict_declarations_rater_fkey foreign key (agency_id, rater_id) references people (agency_id, id),
  constraint conflict_declarations_ratee_fkey foreign key (agency_id, ratee_id) references people (agency_id, id),
  constraint conflict_declarations_declarer_fkey foreign key (agency_id, declared_by) references people (agency_id, id),
  constraint conflict_declarations_confirmer_fkey foreign key (agency_id, confirmed_by) references people (agency_id, id),
  constraint conflict_declarations_closer_fkey foreign key (agency_id, closed_by) references people (agency_id, id),
  constraint conflict_declarations_kind check (kind in ('family', 'business', 'dispute', 'pending-case')),
  constraint conflict_declarations_relation check ((kind = 'family') = (relation is not null)),
  constraint conflict_declarations_relations check (relation in ('spouse', 'parent', 'child', 'sibling', 'in-law', 'other')),
  constraint conflict_declarations_as check (declared_as in ('rater', 'ratee', 'officer')),
  constraint conflict_declarations_state check (state in ('declared', 'confirmed', 'rejected', 'ended')),
  constraint conflict_declarations_two check (rater_id <> ratee_id),
  constraint conflict_declarations_span check (until is null or until >= since)
);
create unique index conflict_declarations_open_key on conflict_declarations (agency_id, rater_id, ratee_id, kind) where state in ('declared', 'confirmed');
create index conflict_declarations_ratee_idx on conflict_declarations (agency_id, ratee_id);

-- A spreadsheet of households that was read. Card numbers and addresses themselves are never kept.
create table household_batches (
  agency_id uuid not null,
  id uuid not null,
  file_name text not null,
  state text not null,
  -- Rows that were not understood, by number, column and reason; without what stood in them.
  refused jsonb not null,
  checked_by uuid not null,
  checked_at timestamptz not null,
  recorded_by uuid,
  recorded_at timestamptz,
  constraint household_batches_pkey primary key (agency_id, id),
  constraint household_batches_checker_fkey foreign key (agency_id, checked_by) references people (agency_id, id),
  constraint household_batches_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint household_batches_state check (state in ('checked', 'recorded'))
);

-- Keyed hashes of the normalised card number and address of a person; the key stands outside the database.
create table person_households (
  agency_id uuid not null,
  batch_id uuid not null,
  person_id uuid not null,
  card_hash text,
  address_hash text,
  is_current boolean not null,
  constraint person_households_pkey primary key (agency_id, batch_id, person_id),
  constraint person_households_batch_fkey foreign key (agency_id, batch_id) references household_batches (agency_id, id),
  constraint person_households_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint person_households_something check (card_hash is not null or address_hash is not null)
);
create unique index person_households_current_key on person_households (agency_id, person_id) where is_current;

-- A conflict between a participant and the appraiser in an open period, with what follows by the scheme.
create table conflict_cases (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  participant_id uuid not null,
  rater_id uuid not null,
  kind text not null,
  source text not null,
  declaration_id uuid,
  since date not null,
  consequence text not null,
  state text not null,
  found_at timestamptz not null,
  settlement text,
  substitute_id uuid,
  settled_by uuid,
  settled_at timestamptz,
  reason text,
  constraint conflict_cases_pkey primary key (agency_id, id),
  constraint conflict_cases_once unique (agency_id, participant_id, rater_id, kind),
  constraint conflict_cases_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint conflict_cases_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint conflict_cases_rater_fkey foreign key (agency_id, rater_id) references people (agency_id, id),
  constraint conflict_cases_declaration_fkey foreign key (agency_id, declaration_id) references conflict_declarations (agency_id, id),
  constraint conflict_cases_substitute_fkey foreign key (agency_id, substitute_id) references people (agency_id, id),
  constraint conflict_cases_settler_fkey foreign key (agency_id, settled_by) references people (agency_id, id),
  constraint conflict_cases_source check (source in ('declared', 'found')),
  constraint conflict_cases_consequence check (consequence in ('flag', 'second-appraiser', 'replace')),
  constraint conflict_cases_state check (state in ('noted', 'open', 'settled', 'gone')),
  constraint conflict_cases_settlement check (settlement in ('second-appraiser', 'replaced', 'kept')),
  constraint conflict_cases_settled check ((state = 'settled') = (settlement is not null))
);
create index conflict_cases_period_idx on conflict_cases (agency_id, period_id, state);

-- A draw of second looks in the open: the list is fixed, two parties commit to a secret each, both reveal, and
-- anybody can compute again who was drawn.
create table second_look_draws (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  attempt integer not null,
  state text not null,
  -- Lines `participant scheme percent`, sorted, each ended by a line feed.
  list text not null,
  list_sha256 text not null,
  eligible integer not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  officer_id uuid,
  officer_commitment text,
  officer_committed_at timestamptz,
  officer_secret text,
  officer_revealed_at timestamptz,
  auditor_id uuid,
  auditor_commitment text,
  auditor_committed_at timestamptz,
  auditor_secret text,
  auditor_revealed_at timestamptz,
  seed text,
  chosen integer,
  drawn_at timestamptz,
  abandoned_by uuid,
  abandoned_at timestamptz,
  abandon_reason text,
  constraint second_look_draws_pkey primary key (agency_id, id),
  constraint second_look_draws_attempt_key unique (agency_id, period_id, attempt),
  constraint second_look_draws_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint second_look_draws_preparer_fkey foreign key (agency_id, prepared_by) references people (agency_id, id),
  constraint second_look_draws_officer_fkey foreign key (agency_id, officer_id) references people (agency_id, id),
  constraint second_look_draws_auditor_fkey foreign key (agency_id, auditor_id) references people (agency_id, id),
  constraint second_look_draws_abandoner_fkey foreign key (agency_id, abandoned_by) references people (agency_id, id),
  constraint second_look_draws_state check (state in ('committing', 'revealing', 'drawn', 'abandoned')),
  constraint second_look_draws_two check (officer_id <> auditor_id)
);
create unique index second_look_draws_open_key on second_look_draws (agency_id, period_id) where state in ('committing', 'revealing');

-- One appraisal that somebody else rates too, without having seen what the appraiser gave.
create table second_looks (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  participant_id uuid not null,
  cause text not null,
  draw_id uuid,
  -- Place in the order of the draw, from 1.
  draw_rank integer,
  case_id uuid,
  state text not null,
  created_by uuid,
  created_at timestamptz not null,
  appraiser_id uuid,
  asked_by uuid,
  asked_at timestamptz,
  due_on date,
  -- The form while it is filled in, and what was given in the end.
  content jsonb,
  revision integer not null,
  evidence jsonb,
  explanation jsonb,
  results_rating text,
  behaviour_rating text,
  predicate text,
  score text,
  category text,
  given_at timestamptz,
  -- Against which version of the first result, and how they differ, item by item.
  result_id uuid,
  differences jsonb,
  outcome text,
  compared_at timestamptz,
  note text,
  noted_by uuid,
  noted_at timestamptz,
  constraint second_looks_pkey primary key (agency_id, id),
  constraint second_looks_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint second_looks_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint second_looks_draw_fkey foreign key (agency_id, draw_id) references second_look_draws (agency_id, id),
  constraint second_looks_case_fkey foreign key (agency_id, case_id) references conflict_cases (agency_id, id),
  constraint second_looks_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint second_looks_appraiser_fkey foreign key (agency_id, appraiser_id) references people (agency_id, id),
  constraint second_looks_asker_fkey foreign key (agency_id, asked_by) references people (agency_id, id),
  constraint second_looks_result_fkey foreign key (agency_id, result_id) references results (agency_id, id),
  constraint second_looks_noter_fkey foreign key (agency_id, noted_by) references people (agency_id, id),
  constraint second_looks_cause check (cause in ('lot', 'conflict')),
  constraint second_looks_state check (state in ('waiting', 'asked', 'given', 'cancelled')),
  constraint second_looks_outcome check (outcome in ('agrees', 'items', 'category'))
);
create unique index second_looks_participant_key on second_looks (agency_id, participant_id) where state <> 'cancelled';
create index second_looks_period_idx on second_looks (agency_id, period_id);
create index second_looks_appraiser_idx on second_looks (agency_id, appraiser_id);

-- Who was asked before and did not do it, with the reason: they are not asked again.
create table second_look_declines (
  agency_id uuid not null,
  id uuid not null,
  look_id uuid not null,
  appraiser_id uuid not null,
  kind text not null,
  reason text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint second_look_declines_pkey primary key (agency_id, id),
  constraint second_look_declines_look_fkey foreign key (agency_id, look_id) references second_looks (agency_id, id),
  constraint second_look_declines_appraiser_fkey foreign key (agency_id, appraiser_id) references people (agency_id, id),
  constraint second_look_declines_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint second_look_declines_kind check (kind in ('declined', 'replaced'))
);
create index second_look_declines_look_idx on second_look_declines (agency_id, look_id);

alter table conflict_declarations enable row level security;
alter table conflict_declarations force row level security;
create policy conflict_declarations_of_agency on conflict_declarations using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on conflict_declarations to tera_app;

alter table household_batches enable row level security;
alter table household_batches force row level security;
create policy household_batches_of_agency on household_batches using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on household_batches to tera_app;

alter table person_households enable row level security;
alter table person_households force row level security;
create policy person_households_of_agency on person_households using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on person_households to tera_app;

alter table conflict_cases enable row level security;
alter table conflict_cases force row level security;
create policy conflict_cases_of_agency on conflict_cases using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on conflict_cases to tera_app;

alter table second_look_draws enable row level security;
alter table second_look_draws force row level security;
create policy second_look_draws_of_agency on second_look_draws using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on second_look_draws to tera_app;

alter table second_looks enable row level security;
alter table second_looks force row level security;
create policy second_looks_of_agency on second_looks using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on second_looks to tera_app;

alter table second_look_declines enable row level security;
alter table second_look_declines force row level security;
create policy second_look_declines_of_agency on second_look_declines using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on second_look_declines to tera_app;
