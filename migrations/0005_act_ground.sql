-- Why a result was taken back, as a closed word beside the reason in words: a change made for the distribution
-- pattern is labelled as such and reaches the employee.

alter table acts add column ground text;
alter table acts add constraint acts_ground check (ground in ('correction', 'new-evidence', 'distribution', 'other'));
