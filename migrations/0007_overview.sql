-- Letters about notifications: when each was mailed, so that nobody gets the same one twice.
alter table notifications add column mailed_at timestamptz;
create index notifications_unmailed_idx on notifications (agency_id, person_id) where read_at is null and mailed_at is null;

-- Progress of a whole agency is counted from these alone; the documents beside the states are never read for it.
create index plans_progress_idx on plans (agency_id, participant_id) include (state, version);
create index assessments_progress_idx on assessments (agency_id, participant_id) include (voice, state);
create index results_progress_idx on results (agency_id, participant_id) include (state, predicate) where superseded_at is null;
