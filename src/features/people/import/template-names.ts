/** Names of the sheets of the template. */
export const HELP_SHEET = 'Petunjuk';
export const UNIT_SHEET = 'Unit';
export const PEOPLE_SHEET = 'Pegawai';
