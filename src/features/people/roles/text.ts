import { messages } from '#platform/locale/messages.ts';

export const organisationText = messages({
  // Units
  unitsIntro: {
    id: 'Susunan unit beserta kepala dan jumlah pegawainya.',
    en: 'The organisation with heads and numbers.',
  },
  noHead: { id: 'belum ada kepala', en: 'no head' },
  noUnits: { id: 'Belum ada unit', en: 'No units yet' },
  // Roles
  rolesTitle: { id: 'Peran', en: 'Roles' },
  rolesIntro: {
    id: 'Pejabat penilai ditetapkan per pegawai. Di sini Anda memberi peran pengelola, pemimpin, dan pengawas.',
    en: 'Appraisers are assigned person by person. Here you grant the roles of officer, leader and auditor.',
  },
  wholeAgency: { id: 'Seluruh instansi', en: 'The whole agency' },
  scope: { id: 'Cakupan', en: 'Scope' },
  role: { id: 'Peran', en: 'Role' },
  person: { id: 'Orang', en: 'Person' },
  grantRole: { id: 'Beri peran', en: 'Grant the role' },
  roleGranted: { id: 'Peran diberikan.', en: 'The role was granted.' },
  revokeRole: { id: 'Cabut', en: 'Revoke' },
  revokeRoleOf: { id: 'Cabut peran {role} dari {name}', en: 'Revoke the role {role} of {name}' },
  roleRevoked: { id: 'Peran dicabut.', en: 'The role was revoked.' },
  lastOfficer: {
    id: 'Ini pengelola terakhir untuk seluruh instansi. Beri peran itu kepada orang lain lebih dahulu.',
    en: 'This is the last officer of the whole agency. Grant the role to someone else first.',
  },
  roleHeld: { id: 'Orang ini sudah memegang peran itu.', en: 'This person already holds the role.' },
  // Units and roles
  unitSearch: { id: 'Nama unit atau kepala', en: 'Name of a unit or head' },
  unitNotFound: { id: 'Tidak ada unit yang cocok', en: 'No unit matches' },
  unitsAbove: { id: 'Unit di atasnya', en: 'Units above' },
  openBranch: { id: 'Buka {count} unit di bawahnya', en: 'Open the {count} units below' },
  rolesHeld: { id: 'Pemegang peran', en: 'Roles held' },
  grantedOn: { id: 'Diberikan', en: 'Granted' },
  oneUnit: { id: 'Satu unit', en: 'One unit' },
  oneUnitHint: {
    id: 'Beserta semua unit di bawahnya. Cari unitnya di bawah ini.',
    en: 'With all units below it. Search for it below.',
  },
  auditorWhole: {
    id: 'Pengawas selalu untuk seluruh instansi. Pilih cakupan itu.',
    en: 'An auditor always covers the whole agency. Choose that scope.',
  },
  revokeConfirm: { id: 'Cabut peran {role} dari {name}?', en: 'Revoke the role {role} of {name}?' },
});
