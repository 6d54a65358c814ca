-- Calibration meetings: appraisals judged blind by a few people, discussed in a recorded meeting, and returned to their
-- author with a reason or left as they are. A meeting changes no rating.

-- `unit_id` is the unit whose people, with those below it, may stand on the agenda; none means the whole agency.
create table calibration_meetings (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  unit_id uuid,
  state text not null,
  chair_id uuid not null,
  held_on date not null,
  starts_at text not null,
  place text not null,
  link text,
  called_by uuid not null,
  called_at timestamptz not null,
  started_at timestamptz,
  closed_at timestamptz,
  closing_note text,
  -- Members who were there, as the chair recorded on closing.
  present jsonb,
  constraint calibration_meetings_pkey primary key (agency_id, id),
  constraint calibration_meetings_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint calibration_meetings_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint calibration_meetings_chair_fkey foreign key (agency_id, chair_id) references people (agency_id, id),
  constraint calibration_meetings_caller_fkey foreign key (agency_id, called_by) references people (agency_id, id),
  constraint calibration_meetings_state check (state in ('preparing', 'judging', 'closed', 'cancelled')),
  constraint calibration_meetings_closed check ((state = 'closed') = (closed_at is not null))
);
create index calibration_meetings_period_idx on calibration_meetings (agency_id, period_id);
create index calibration_meetings_chair_idx on calibration_meetings (agency_id, chair_id) where state in ('preparing', 'judging');

-- Who is asked to judge. A member who was replaced keeps the row with the reason.
create table calibration_members (
  agency_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  state text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  answered_at timestamptz,
  reason text,
  constraint calibration_members_pkey primary key (agency_id, meeting_id, person_id),
  constraint calibration_members_meeting_fkey foreign key (agency_id, meeting_id) references calibration_meetings (agency_id, id),
  constraint calibration_members_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint calibration_members_inviter_fkey foreign key (agency_id, invited_by) references people (agency_id, id),
  constraint calibration_members_state check (state in ('listed', 'invited', 'accepted', 'declined', 'replaced'))
);
create index calibration_members_person_idx on calibration_members (agency_id, person_id);

-- One appraisal on the agenda: the version of the result that stood then, and why it is here.
create table calibration_items (
  agency_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  participant_id uuid not null,
  result_id uuid not null,
  ordinal integer not null,
  causes jsonb not null,
  state text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  opened_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  kind text,
  reason text,
  due_on date,
  -- What the author answered: a sentence where it stands, the act of taking back where it changes.
  answered_by uuid,
  answered_at timestamptz,
  answer text,
  constraint calibration_items_pkey primary key (agency_id, id),
  constraint calibration_items_meeting_fkey foreign key (agency_id, meeting_id) references calibration_meetings (agency_id, id),
  constraint calibration_items_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint calibration_items_result_fkey foreign key (agency_id, result_id) references results (agency_id, id),
  constraint calibration_items_adder_fkey foreign key (agency_id, added_by) references people (agency_id, id),
  constraint calibration_items_decider_fkey foreign key (agency_id, decided_by) references people (agency_id, id),
  constraint calibration_items_answerer_fkey foreign key (agency_id, answered_by) references people (agency_id, id),
  constraint calibration_items_state check (state in ('blind', 'open', 'noted', 'returned', 'stood', 'changed', 'dropped')),
  constraint calibration_items_kind check (kind in ('evidence', 'criteria', 'distribution')),
  constraint calibration_items_returned check ((state in ('returned', 'stood', 'changed')) = (kind is not null)),
  constraint calibration_items_answered check ((state in ('stood', 'changed')) = (answered_at is not null))
);
create unique index calibration_items_participant_key on calibration_items (agency_id, meeting_id, participant_id) where state <> 'dropped';
create unique index calibration_items_ordinal_key on calibration_items (agency_id, meeting_id, ordinal);
create index calibration_items_participant_idx on calibration_items (agency_id, participant_id);

-- Who takes no part in an item, and what kind of relation is the reason.
create table calibration_recusals (
  agency_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  kind text not null,
  recorded_at timestamptz not null,
  constraint calibration_recusals_pkey primary key (agency_id, item_id, person_id),
  constraint calibration_recusals_item_fkey foreign key (agency_id, item_id) references calibration_items (agency_id, id),
  constraint calibration_recusals_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint calibration_recusals_kind check (kind in ('self', 'appraiser', 'superior', 'line', 'conflict', 'seen'))
);

-- What one member judged of one masked dossier: a draft, then final.
create table calibration_judgements (
  agency_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  state text not null,
  results_rating text,
  behaviour_rating text,
  predicate text,
  category text,
  reason text not null,
  revision integer not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  constraint calibration_judgements_pkey primary key (agency_id, item_id, person_id),
  constraint calibration_judgements_item_fkey foreign key (agency_id, item_id) references calibration_items (agency_id, id),
  constraint calibration_judgements_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint calibration_judgements_state check (state in ('draft', 'submitted')),
  constraint calibration_judgements_ratings check (results_rating in ('above', 'meets', 'below') and behaviour_rating in ('above', 'meets', 'below')),
  constraint calibration_judgements_submitted check (state = 'draft' or (submitted_at is not null and results_rating is not null and behaviour_rating is not null and predicate is not null and reason <> ''))
);
create index calibration_judgements_person_idx on calibration_judgements (agency_id, person_id);

alter table calibration_meetings enable row level security;
alter table calibration_meetings force row level security;
create policy calibration_meetings_of_agency on calibration_meetings using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on calibration_meetings to tera_app;

alter table calibration_members enable row level security;
alter table calibration_members force row level security;
create policy calibration_members_of_agency on calibration_members using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on calibration_members to tera_app;

alter table calibration_items enable row level security;
alter table calibration_items force row level security;
create policy calibration_items_of_agency on calibration_items using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on calibration_items to tera_app;

alter table calibration_recusals enable row level security;
alter table calibration_recusals force row level security;
create policy calibration_recusals_of_agency on calibration_recusals using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on calibration_recusals to tera_app;

alter table calibration_judgements enable row level security;
alter table calibration_judgements force row level security;
create policy calibration_judgements_of_agency on calibration_judgements using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on calibration_judgements to tera_app;
