-- The record is read backwards from now: an auditor's page must not sort all of it.
create index audit_events_at_idx on audit_events (agency_id, at, id);
