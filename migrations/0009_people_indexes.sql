-- Posts and appraisers are asked for person by person on most pages; the exclusion constraints answer that slowly.
create index placements_person_idx on placements (agency_id, person_id, valid_from);
create index appraiser_assignments_person_idx on appraiser_assignments (agency_id, person_id, valid_from);
