-- Other voices: who is asked about whom, and what they answered. Who was asked stands in one set of tables, what was
-- answered without a name in another; nothing that is stored leads from one to the other without both seal keys.

-- One collection of voices for a period. Everything that was answered is released at one moment, after closes_on.
create table voice_rounds (
  agency_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  state text not null,
  opens_on date not null,
  closes_on date not null,
  created_by uuid not null,
  created_at timestamptz not null,
  opened_at timestamptz,
  released_at timestamptz,
  constraint voice_rounds_pkey primary key (agency_id, id),
  constraint voice_rounds_period_key unique (agency_id, period_id),
  constraint voice_rounds_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint voice_rounds_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint voice_rounds_state check (state in ('preparing', 'asking', 'released')),
  constraint voice_rounds_span check (closes_on > opens_on)
);

-- One voice about one participant: what is heard from all who were asked in this voice. `least` is frozen when the
-- pool is made, so that a minimum that was promised cannot be lowered afterwards.
create table voice_pools (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  participant_id uuid not null,
  voice text not null,
  is_anonymous boolean not null,
  least integer not null,
  state text not null,
  -- How many forms were released; null before the release and where they were too few.
  released_forms integer,
  constraint voice_pools_pkey primary key (agency_id, id),
  constraint voice_pools_voice_key unique (agency_id, participant_id, voice),
  constraint voice_pools_round_fkey foreign key (agency_id, round_id) references voice_rounds (agency_id, id),
  constraint voice_pools_participant_fkey foreign key (agency_id, participant_id) references participants (agency_id, id),
  constraint voice_pools_state check (state in ('collecting', 'released', 'too-few')),
  constraint voice_pools_least check (least >= 1 and (least >= 2 or not is_anonymous))
);
create index voice_pools_round_idx on voice_pools (agency_id, round_id);

-- Somebody who may answer once. Who it is and whether they have answered stands here; what and when does not.
create table voice_requests (
  agency_id uuid not null,
  id uuid not null,
  pool_id uuid not null,
  rater_id uuid,
  guest_name text,
  guest_email text,
  guest_organisation text,
  source text not null,
  state text not null,
  reason text,
  -- Hash of the one-time code in the link of somebody without an account.
  token_hash text,
  created_by uuid,
  created_at timestamptz not null,
  asked_at timestamptz,
  constraint voice_requests_pkey primary key (agency_id, id),
  constraint voice_requests_token_key unique (agency_id, token_hash),
  constraint voice_requests_pool_fkey foreign key (agency_id, pool_id) references voice_pools (agency_id, id),
  constraint voice_requests_rater_fkey foreign key (agency_id, rater_id) references people (agency_id, id),
  constraint voice_requests_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint voice_requests_source check (source in ('proposal', 'employee', 'appraiser', 'officer')),
  constraint voice_requests_state check (state in ('proposed', 'asked', 'answered', 'declined', 'withdrawn')),
  constraint voice_requests_who check ((rater_id is null) <> (guest_name is null))
);
create unique index voice_requests_rater_key on voice_requests (agency_id, pool_id, rater_id) where state <> 'withdrawn';
create index voice_requests_of_rater_idx on voice_requests (agency_id, rater_id) where state <> 'withdrawn';

-- A form that is being filled in, sealed with the key of the installation; it goes when the form is sent.
create table voice_drafts (
  agency_id uuid not null,
  request_id uuid not null,
  sealed text not null,
  revision integer not null,
  constraint voice_drafts_pkey primary key (agency_id, request_id),
  constraint voice_drafts_request_fkey foreign key (agency_id, request_id) references voice_requests (agency_id, id)
);

-- A form without a name: sealed, with a random id and without a time. All rows of a pool are written anew, in random
-- order, whenever one is added, so that neither their place nor their transaction tells which came when.
-- Inside the seal lies the origin in two halves, each readable with one key holder's passphrase only, useless alone.
create table voice_answers (
  agency_id uuid not null,
  id uuid not null,
  pool_id uuid not null,
  sealed text not null,
  constraint voice_answers_pkey primary key (agency_id, id),
  constraint voice_answers_pool_fkey foreign key (agency_id, pool_id) references voice_pools (agency_id, id)
);
create index voice_answers_pool_idx on voice_answers (agency_id, pool_id);

-- A form with a name: the superior's superior, a team lead. Whoever is rated reads who said it.
create table voice_statements (
  agency_id uuid not null,
  request_id uuid not null,
  content jsonb not null,
  answered_at timestamptz not null,
  constraint voice_statements_pkey primary key (agency_id, request_id),
  constraint voice_statements_request_fkey foreign key (agency_id, request_id) references voice_requests (agency_id, id)
);

-- Words that were released, shuffled, apart from the forms they stood in. What is hidden stays, with who hid it.
create table voice_remarks (
  agency_id uuid not null,
  id uuid not null,
  pool_id uuid not null,
  ordinal integer not null,
  -- Code of the item it was written beside; empty for the form as a whole.
  item text not null,
  body text not null,
  -- Named voices only.
  said_by uuid,
  origin_auditor text,
  origin_officer text,
  reported_by uuid,
  reported_at timestamptz,
  report_reason text,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  constraint voice_remarks_pkey primary key (agency_id, id),
  constraint voice_remarks_ordinal_key unique (agency_id, pool_id, ordinal),
  constraint voice_remarks_pool_fkey foreign key (agency_id, pool_id) references voice_pools (agency_id, id),
  constraint voice_remarks_speaker_fkey foreign key (agency_id, said_by) references people (agency_id, id),
  constraint voice_remarks_reporter_fkey foreign key (agency_id, reported_by) references people (agency_id, id),
  constraint voice_remarks_decider_fkey foreign key (agency_id, decided_by) references people (agency_id, id),
  constraint voice_remarks_decision check (decision in ('hidden', 'kept')),
  constraint voice_remarks_decided check ((decision is null) = (decided_at is null))
);

-- The key pair of each of the two holders. The private half is encrypted with a passphrase that is never stored.
create table seal_keys (
  agency_id uuid not null,
  id uuid not null,
  holder text not null,
  public_key text not null,
  private_key text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  constraint seal_keys_pkey primary key (agency_id, id),
  constraint seal_keys_maker_fkey foreign key (agency_id, made_by) references people (agency_id, id),
  constraint seal_keys_holder check (holder in ('auditor', 'officer'))
);
create unique index seal_keys_current_key on seal_keys (agency_id, holder) where retired_at is null;

-- A case in which the origin of one remark is opened. Each holder adds a half; a half alone says nothing.
create table unsealings (
  agency_id uuid not null,
  id uuid not null,
  pool_id uuid not null,
  remark_id uuid not null,
  reason text not null,
  state text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  auditor_half text,
  auditor_id uuid,
  officer_half text,
  officer_id uuid,
  refused_by uuid,
  refused_reason text,
  opened_at timestamptz,
  -- The request whose rater it was; read by the two holders only.
  request_id uuid,
  constraint unsealings_pkey primary key (agency_id, id),
  constraint unsealings_pool_fkey foreign key (agency_id, pool_id) references voice_pools (agency_id, id),
  constraint unsealings_requester_fkey foreign key (agency_id, requested_by) references people (agency_id, id),
  constraint unsealings_auditor_fkey foreign key (agency_id, auditor_id) references people (agency_id, id),
  constraint unsealings_officer_fkey foreign key (agency_id, officer_id) references people (agency_id, id),
  constraint unsealings_refuser_fkey foreign key (agency_id, refused_by) references people (agency_id, id),
  constraint unsealings_request_fkey foreign key (agency_id, request_id) references voice_requests (agency_id, id),
  constraint unsealings_state check (state in ('waiting', 'opened', 'refused')),
  constraint unsealings_remark_fkey foreign key (agency_id, remark_id) references voice_remarks (agency_id, id),
  constraint unsealings_two_people check (auditor_id <> officer_id)
);

-- Letters to people who are asked, one row each: sent, not sent and why.
create table voice_letters (
  agency_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null,
  address text not null,
  state text not null,
  attempts integer not null default 0,
  problem text,
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint voice_letters_pkey primary key (agency_id, id),
  constraint voice_letters_request_fkey foreign key (agency_id, request_id) references voice_requests (agency_id, id),
  constraint voice_letters_kind check (kind in ('invitation', 'reminder', 'unsealing')),
  constraint voice_letters_state check (state in ('waiting', 'sent', 'refused', 'bounced', 'replaced'))
);
create index voice_letters_request_idx on voice_letters (agency_id, request_id);
create index voice_letters_state_idx on voice_letters (agency_id, state, id);

-- What was released counts like other measurements, in the words of the scheme.
alter table measurements drop constraint measurements_origin;
alter table measurements add constraint measurements_origin check (origin in ('file', 'officer', 'voices', 'survey', 'register'));

alter table voice_rounds enable row level security;
alter table voice_rounds force row level security;
create policy voice_rounds_of_agency on voice_rounds using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on voice_rounds to tera_app;

alter table voice_pools enable row level security;
alter table voice_pools force row level security;
create policy voice_pools_of_agency on voice_pools using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on voice_pools to tera_app;

alter table voice_requests enable row level security;
alter table voice_requests force row level security;
create policy voice_requests_of_agency on voice_requests using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on voice_requests to tera_app;

alter table voice_drafts enable row level security;
alter table voice_drafts force row level security;
create policy voice_drafts_of_agency on voice_drafts using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on voice_drafts to tera_app;

alter table voice_answers enable row level security;
alter table voice_answers force row level security;
create policy voice_answers_of_agency on voice_answers using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on voice_answers to tera_app;

alter table voice_statements enable row level security;
alter table voice_statements force row level security;
create policy voice_statements_of_agency on voice_statements using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on voice_statements to tera_app;

alter table voice_remarks enable row level security;
alter table voice_remarks force row level security;
create policy voice_remarks_of_agency on voice_remarks using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on voice_remarks to tera_app;

alter table seal_keys enable row level security;
alter table seal_keys force row level security;
create policy seal_keys_of_agency on seal_keys using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on seal_keys to tera_app;

alter table unsealings enable row level security;
alter table unsealings force row level security;
create policy unsealings_of_agency on unsealings using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on unsealings to tera_app;

alter table voice_letters enable row level security;
alter table voice_letters force row level security;
create policy voice_letters_of_agency on voice_letters using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on voice_letters to tera_app;
