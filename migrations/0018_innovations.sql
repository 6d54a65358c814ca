-- Innovations: proposed, adopted by the own unit, their benefit shown step by step, each step verified by another unit.
create table innovations (
  agency_id uuid not null,
  id uuid not null,
  title text not null,
  problem text not null,
  idea text not null,
  -- The version whose stages are climbed, and the component that counts them.
  scheme_id text not null,
  scheme_version integer not null,
  component text not null,
  unit_id uuid not null,
  proposed_by uuid not null,
  state text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- In words for the public, once an officer has published it.
  public_text text,
  published_at timestamptz,
  published_by uuid,
  constraint innovations_pkey primary key (agency_id, id),
  constraint innovations_unit_fkey foreign key (agency_id, unit_id) references units (agency_id, id),
  constraint innovations_proposer_fkey foreign key (agency_id, proposed_by) references people (agency_id, id),
  constraint innovations_publisher_fkey foreign key (agency_id, published_by) references people (agency_id, id),
  constraint innovations_state check (state in ('proposed', 'adopted', 'declined', 'withdrawn')),
  constraint innovations_published check ((published_at is null) = (public_text is null))
);
create index innovations_unit_idx on innovations (agency_id, unit_id);

-- Whose it is: everybody here counts it.
create table innovation_members (
  agency_id uuid not null,
  innovation_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint innovation_members_pkey primary key (agency_id, innovation_id, person_id),
  constraint innovation_members_innovation_fkey foreign key (agency_id, innovation_id) references innovations (agency_id, id),
  constraint innovation_members_person_fkey foreign key (agency_id, person_id) references people (agency_id, id),
  constraint innovation_members_adder_fkey foreign key (agency_id, added_by) references people (agency_id, id)
);
create index innovation_members_person_idx on innovation_members (agency_id, person_id);

-- A stage that its people say was reached, with what shows it; another unit confirms it or not.
create table innovation_steps (
  agency_id uuid not null,
  id uuid not null,
  innovation_id uuid not null,
  stage text not null,
  reached_on date not null,
  account text not null,
  measure text,
  value_before numeric(20, 4),
  value_after numeric(20, 4),
  link text,
  claimed_by uuid not null,
  claimed_at timestamptz not null,
  verifying_unit_id uuid,
  verdict text,
  verdict_reason text,
  verified_by uuid,
  verified_at timestamptz,
  constraint innovation_steps_pkey primary key (agency_id, id),
  constraint innovation_steps_innovation_fkey foreign key (agency_id, innovation_id) references innovations (agency_id, id),
  constraint innovation_steps_claimer_fkey foreign key (agency_id, claimed_by) references people (agency_id, id),
  constraint innovation_steps_unit_fkey foreign key (agency_id, verifying_unit_id) references units (agency_id, id),
  constraint innovation_steps_verifier_fkey foreign key (agency_id, verified_by) references people (agency_id, id),
  constraint innovation_steps_verdict check (verdict in ('confirmed', 'refused')),
  constraint innovation_steps_verified check ((verdict is null) = (verified_at is null)),
  constraint innovation_steps_measure check ((measure is null) = (value_after is null))
);
create index innovation_steps_innovation_idx on innovation_steps (agency_id, innovation_id);
create index innovation_steps_unit_idx on innovation_steps (agency_id, verifying_unit_id);
create unique index innovation_steps_stage_key on innovation_steps (agency_id, innovation_id, stage) where verdict is distinct from 'refused';

alter table innovations enable row level security;
alter table innovations force row level security;
create policy innovations_of_agency on innovations using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on innovations to tera_app;

alter table innovation_members enable row level security;
alter table innovation_members force row level security;
create policy innovation_members_of_agency on innovation_members using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on innovation_members to tera_app;

alter table innovation_steps enable row level security;
alter table innovation_steps force row level security;
create policy innovation_steps_of_agency on innovation_steps using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid) with check (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on innovation_steps to tera_app;
