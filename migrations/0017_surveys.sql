-- Public satisfaction surveys: counters, rounds, one-time tokens, answers without names, results that were published.
--
-- An answer is stored apart from what gave the right to answer. During a day it waits in survey_intake; the nightly
-- work closes the day, shuffles what waited and writes it anew as answers of a batch, and writes the used tokens anew
-- too, so that not even the order or the transaction number of a row tells which token gave which answer.

-- A place where a unit serves the public, with the short code on its poster.
create table survey_counters (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  service text not null,
  code text not null,
  mode text not null,
  active_from date not null,
  active_until date,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  constraint survey_counters_pkey primary key (agency_id, id),
  constraint survey_counters_code_key unique (agency_id, code),
  constraint survey_counters_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint survey_counters_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint survey_counters_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id),
  constraint survey_counters_mode check (mode in ('token', 'open')),
  constraint survey_counters_span check (active_until is null or active_until > active_from)
);
create index survey_counters_unit_idx on survey_counters (agency_id, unit_id);

-- Who serves at a counter, in which days.
create table survey_counter_people (
  agency_id uuid not null,
  id uuid not null,
  counter_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_until date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint survey_counter_people_pkey primary key (agency_id, id),
  constraint survey_counter_people_counter_fkey foreign key (agency_id, counter_id) references survey_counters (agency_id, id),
  constraint survey_counter_people_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint survey_counter_people_recorder_fkey foreign key (agency_id, recorded_by) references people (agency_id, id),
  constraint survey_counter_people_span check (valid_until is null or valid_until > valid_from),
  constraint survey_counter_people_once exclude using gist (agency_id with =, counter_id with =, person_id with =, daterange(valid_from, valid_until) with &&)
);

-- One survey over a span of days, of a unit and everything below it; without a unit, of the whole agency.
-- extras: the agency's own questions, [{"code", "id", "en"}]; asked and shown, never counted in the index.
-- released_until: the last day that the nightly work has closed.
create table survey_rounds (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  question_set text not null,
  extras jsonb not null,
  asks_profile boolean not null,
  asks_words boolean not null,
  least_answers integer not null,
  state text not null,
  closed_on date,
  released_until date,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  constraint survey_rounds_pkey primary key (agency_id, id),
  constraint survey_rounds_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint survey_rounds_creator_fkey foreign key (agency_id, created_by) references people (agency_id, id),
  constraint survey_rounds_editor_fkey foreign key (agency_id, updated_by) references people (agency_id, id),
  constraint survey_rounds_state check (state in ('draft', 'open', 'closed', 'dropped')),
  constraint survey_rounds_questions check (question_set in ('service-elements')),
  constraint survey_rounds_span check (ends_on >= starts_on),
  constraint survey_rounds_least check (least_answers between 5 and 100),
  constraint survey_rounds_closed check ((state = 'closed') = (closed_on is not null))
);

-- Which counters take part, by which way of answering, once the round is open; one round at a time for a counter.
create table survey_round_counters (
  agency_id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  mode text not null,
  starts_on date not null,
  ends_on date not null,
  is_running boolean not null,
  constraint survey_round_counters_pkey primary key (agency_id, round_id, counter_id),
  constraint survey_round_counters_round_fkey foreign key (agency_id, round_id) references survey_rounds (agency_id, id),
  constraint survey_round_counters_counter_fkey foreign key (agency_id, counter_id) references survey_counters (agency_id, id),
  constraint survey_round_counters_mode check (mode in ('token', 'open')),
  constraint survey_round_counters_one exclude using gist (agency_id with =, counter_id with =, daterange(starts_on, ends_on, '[]') with &&) where (is_running)
);

-- Numbered tokens printed together; given_out is up to which one they were handed out, null for all of them.
create table survey_token_blocks (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  first_number integer not null,
  size integer not null,
  given_out integer,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint survey_token_blocks_pkey primary key (agency_id, id),
  constraint survey_token_blocks_first_key unique (agency_id, round_id, counter_id, first_number),
  constraint survey_token_blocks_counter_fkey foreign key (agency_id, round_id, counter_id) references survey_round_counters (agency_id, round_id, counter_id),
  constraint survey_token_blocks_maker_fkey foreign key (agency_id, made_by) references people (agency_id, id),
  constraint survey_token_blocks_size check (size between 1 and 500),
  constraint survey_token_blocks_given check (given_out between 0 and size)
);

-- The right to answer once. The code stands on paper at the counter and can be printed again, so it is kept as it is.
-- used_on is only kept until the nightly work has closed that day; case_number only while the round is open.
create table survey_tokens (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  block_id uuid,
  number integer,
  code text not null,
  case_number text,
  is_used boolean not null,
  used_on date,
  made_by uuid not null,
  constraint survey_tokens_pkey primary key (agency_id, id),
  constraint survey_tokens_code_key unique (agency_id, code),
  constraint survey_tokens_number_key unique (agency_id, round_id, counter_id, number),
  constraint survey_tokens_block_fkey foreign key (agency_id, block_id) references survey_token_blocks (agency_id, id),
  constraint survey_tokens_counter_fkey foreign key (agency_id, round_id, counter_id) references survey_round_counters (agency_id, round_id, counter_id),
  constraint survey_tokens_maker_fkey foreign key (agency_id, made_by) references people (agency_id, id),
  constraint survey_tokens_used check (is_used or used_on is null)
);
create unique index survey_tokens_case_key on survey_tokens (agency_id, round_id, counter_id, case_number) where case_number is not null;
create index survey_tokens_unsealed_idx on survey_tokens (agency_id, round_id, counter_id, used_on) where used_on is not null;

-- Answers of the days that are not closed yet. `answers` holds one digit an element in their order, 1 to 4.
-- The id is random, and nothing says when within the day.
create table survey_intake (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  day date not null,
  answers text not null,
  extras jsonb not null,
  profile jsonb not null,
  words text not null,
  constraint survey_intake_pkey primary key (agency_id, id),
  constraint survey_intake_counter_fkey foreign key (agency_id, round_id, counter_id) references survey_round_counters (agency_id, round_id, counter_id),
  constraint survey_intake_answers check (answers ~ '^[1-4]{9}$')
);
create index survey_intake_day_idx on survey_intake (agency_id, round_id, counter_id, day);

-- How many answers came in at a counter in a minute of a day; deleted when the day is closed.
create table survey_minutes (
  agency_id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  day date not null,
  minute integer not null,
  answers integer not null,
  constraint survey_minutes_pkey primary key (agency_id, round_id, counter_id, day, minute),
  constraint survey_minutes_counter_fkey foreign key (agency_id, round_id, counter_id) references survey_round_counters (agency_id, round_id, counter_id),
  constraint survey_minutes_minute check (minute between 0 and 1439)
);

-- Closed days whose answers are shown together: one day, or several that only together reach the minimum.
-- flags: what looked unusual, with its numbers; an officer decides whether the batch counts.
create table survey_batches (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  from_day date not null,
  until_day date not null,
  answers integer not null,
  flags jsonb not null,
  state text not null,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  constraint survey_batches_pkey primary key (agency_id, id),
  constraint survey_batches_counter_fkey foreign key (agency_id, round_id, counter_id) references survey_round_counters (agency_id, round_id, counter_id),
  constraint survey_batches_decider_fkey foreign key (agency_id, decided_by) references people (agency_id, id),
  constraint survey_batches_state check (state in ('counted', 'flagged', 'kept', 'excluded')),
  constraint survey_batches_span check (until_day >= from_day)
);
create index survey_batches_round_idx on survey_batches (agency_id, round_id, counter_id);

-- Released answers, shuffled within their batch.
create table survey_answers (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  batch_id uuid not null,
  answers text not null,
  extras jsonb not null,
  profile jsonb not null,
  constraint survey_answers_pkey primary key (agency_id, id),
  constraint survey_answers_batch_fkey foreign key (agency_id, batch_id) references survey_batches (agency_id, id),
  constraint survey_answers_answers check (answers ~ '^[1-4]{9}$')
);
create index survey_answers_batch_idx on survey_answers (agency_id, round_id, counter_id, batch_id);

-- Words that came with answers, apart from them: which answer they came with is not kept.
create table survey_words (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  counter_id uuid not null,
  body text not null,
  reported_by uuid,
  reported_at timestamptz,
  report_reason text,
  hidden_by uuid,
  hidden_at timestamptz,
  hidden_reason text,
  constraint survey_words_pkey primary key (agency_id, id),
  constraint survey_words_counter_fkey foreign key (agency_id, round_id, counter_id) references survey_round_counters (agency_id, round_id, counter_id),
  constraint survey_words_reporter_fkey foreign key (agency_id, reported_by) references people (agency_id, id),
  constraint survey_words_hider_fkey foreign key (agency_id, hidden_by) references people (agency_id, id)
);
create index survey_words_round_idx on survey_words (agency_id, round_id, counter_id);

-- Where requests come from is counted by a keyed hash whose key is thrown away the next day; no address is kept.
create table survey_salts (
  agency_id uuid not null,
  day date not null,
  salt text not null,
  constraint survey_salts_pkey primary key (agency_id, day)
);
create table survey_marks (
  agency_id uuid not null,
  day date not null,
  mark text not null,
  hits integer not null,
  constraint survey_marks_pkey primary key (agency_id, day, mark)
);

-- A unit's result of a round as it was shown to the public.
create table survey_publications (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  figures jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint survey_publications_pkey primary key (agency_id, id),
  constraint survey_publications_round_fkey foreign key (agency_id, round_id) references survey_rounds (agency_id, id),
  constraint survey_publications_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint survey_publications_publisher_fkey foreign key (agency_id, published_by) references people (agency_id, id),
  constraint survey_publications_withdrawer_fkey foreign key (agency_id, withdrawn_by) references people (agency_id, id)
);
create unique index survey_publications_current_key on survey_publications (agency_id, round_id, unit_id) where withdrawn_at is null;

-- That a closed round's result went to the appraisals of a unit's people.
create table survey_uses (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  period_id uuid not null,
  participants integer not null,
  used_by uuid not null,
  used_at timestamptz not null,
  constraint survey_uses_pkey primary key (agency_id, id),
  constraint survey_uses_round_fkey foreign key (agency_id, round_id) references survey_rounds (agency_id, id),
  constraint survey_uses_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint survey_uses_period_fkey foreign key (agency_id, period_id) references periods (agency_id, id),
  constraint survey_uses_user_fkey foreign key (agency_id, used_by) references people (agency_id, id)
);
create index survey_uses_round_idx on survey_uses (agency_id, round_id);

alter table survey_counters enable row level security;
alter table survey_counters force row level security;
create policy survey_counters_of_agency on survey_counters using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_counters to tera_app;

alter table survey_counter_people enable row level security;
alter table survey_counter_people force row level security;
create policy survey_counter_people_of_agency on survey_counter_people using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_counter_people to tera_app;

alter table survey_rounds enable row level security;
alter table survey_rounds force row level security;
create policy survey_rounds_of_agency on survey_rounds using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_rounds to tera_app;

alter table survey_round_counters enable row level security;
alter table survey_round_counters force row level security;
create policy survey_round_counters_of_agency on survey_round_counters using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on survey_round_counters to tera_app;

alter table survey_token_blocks enable row level security;
alter table survey_token_blocks force row level security;
create policy survey_token_blocks_of_agency on survey_token_blocks using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_token_blocks to tera_app;

alter table survey_tokens enable row level security;
alter table survey_tokens force row level security;
create policy survey_tokens_of_agency on survey_tokens using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_tokens to tera_app;

alter table survey_intake enable row level security;
alter table survey_intake force row level security;
create policy survey_intake_of_agency on survey_intake using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on survey_intake to tera_app;

alter table survey_minutes enable row level security;
alter table survey_minutes force row level security;
create policy survey_minutes_of_agency on survey_minutes using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on survey_minutes to tera_app;

alter table survey_batches enable row level security;
alter table survey_batches force row level security;
create policy survey_batches_of_agency on survey_batches using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_batches to tera_app;

alter table survey_answers enable row level security;
alter table survey_answers force row level security;
create policy survey_answers_of_agency on survey_answers using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on survey_answers to tera_app;

alter table survey_words enable row level security;
alter table survey_words force row level security;
create policy survey_words_of_agency on survey_words using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_words to tera_app;

alter table survey_salts enable row level security;
alter table survey_salts force row level security;
create policy survey_salts_of_agency on survey_salts using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on survey_salts to tera_app;

alter table survey_marks enable row level security;
alter table survey_marks force row level security;
create policy survey_marks_of_agency on survey_marks using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on survey_marks to tera_app;

alter table survey_publications enable row level security;
alter table survey_publications force row level security;
create policy survey_publications_of_agency on survey_publications using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on survey_publications to tera_app;

alter table survey_uses enable row level security;
alter table survey_uses force row level security;
create policy survey_uses_of_agency on survey_uses using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on survey_uses to tera_app;
