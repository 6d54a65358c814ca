/** Words of the pages about people; those of the import stand with it. */
import { messages } from '#platform/locale/messages.ts';
import { appraiserText } from './appraisers/text.ts';
import { directoryText } from './directory/text.ts';
import { organisationText } from './roles/text.ts';

const shared = messages({
  competencies: { id: 'Kompetensi', en: 'Competencies' },
  conflicts: { id: 'Benturan kepentingan', en: 'Conflicts of interest' },
  conflictsOwn: {
    id: 'Ada hubungan keluarga, usaha, atau perselisihan dengan penilai Anda atau dengan orang yang Anda nilai? Nyatakan sebagai benturan kepentingan.',
    en: 'Is there a family or business relation or a dispute with your appraiser, or with somebody you appraise? Declare it as a conflict of interest.',
  },
  conflictsDeclare: { id: 'Nyatakan benturan kepentingan', en: 'Declare a conflict of interest' },
  earlierYears: { id: 'Hasil tahun lalu', en: 'Earlier years' },
  competencyProfile: { id: 'Profil kompetensi', en: 'Competency profile' },
  workingTeams: { id: 'Tim kerja', en: 'Working teams' },
  performanceHistory: { id: 'Riwayat kinerja', en: 'Performance history' },
  peopleNavigation: { id: 'Halaman kepegawaian', en: 'Pages about people' },
  searchFor: { id: 'Cari {what}', en: 'Search for: {what}' },
  find: { id: 'Cari', en: 'Search' },
  clear: { id: 'Hapus saringan', en: 'Clear filters' },
  cancel: { id: 'Batal', en: 'Cancel' },
  act: { id: 'Tindakan', en: 'Act' },
  nothingFound: {
    id: 'Tidak ada yang cocok. Coba sebagian nama saja.',
    en: 'Nothing matches. Try only a part of the name.',
  },
  anyKind: { id: 'Semua jenis', en: 'All kinds' },
  facts: { id: 'Data pegawai', en: 'Facts' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  education: { id: 'Pendidikan', en: 'Education' },
  phone: { id: 'Nomor telepon', en: 'Telephone' },
  endedOn: { id: 'Tidak aktif sejak', en: 'Ended on' },
  readingIsLogged: {
    id: 'Pembukaan halaman ini dicatat dan dapat dilihat oleh yang bersangkutan.',
    en: 'Opening this page is recorded, and the person can see the record.',
  },
  appraisersOf: { id: 'Pejabat penilai', en: 'Appraisers' },
  inForce: { id: 'berlaku', en: 'in force' },
  planned: { id: 'akan berlaku', en: 'to come' },
  basis: { id: 'Dasar', en: 'Basis' },
  answered: { id: 'Dijawab', en: 'Answered' },
  flagOpenOf: { id: '{name} melaporkan penilai yang keliru', en: '{name} reported a wrong appraiser' },
  flagToAnswer: { id: 'Jawab laporan ini', en: 'Answer this report' },
  spanHeading: { id: 'Masa', en: 'Time' },
  endActingToday: { id: 'Akhiri hari ini', en: 'End today' },
  actingEnded: { id: 'Penugasan diakhiri.', en: 'The appointment was ended.' },
  actingIntro: {
    id: 'Selama penugasan, orang ini diusulkan sebagai penilai bagi pegawai unit itu. Jabatannya sendiri tetap.',
    en: 'During the appointment this person is proposed as appraiser of the people of that unit. Their own post stays.',
  },
  actingUnit: { id: 'Unit yang dipimpin', en: 'Unit to lead' },
  pltHint: { id: 'Jabatan kepala sedang kosong.', en: 'The post of the head is vacant.' },
  plhHint: { id: 'Kepala berhalangan sementara.', en: 'The head is away for a time.' },
  lastDay: { id: 'Hari terakhir', en: 'Last day' },
  personEnded: {
    id: 'Orang ini sudah tidak aktif, jadi tidak dapat ditugaskan.',
    en: 'This person is no longer active and cannot be appointed.',
  },
  chooseUnit: {
    id: 'Cari unitnya, lalu pilih dari hasil pencarian.',
    en: 'Search for the unit, then choose it.',
  },
  chooseUnitHint: {
    id: 'Ketik sebagian nama unit, tekan Cari, lalu pilih.',
    en: 'Type a part of the name, press Search, then choose.',
  },
  choosePerson: {
    id: 'Cari orangnya, lalu pilih dari hasil pencarian.',
    en: 'Search for the person, then choose.',
  },
  chooseAppraiser: {
    id: 'Cari pejabat penilainya, lalu pilih dari hasil pencarian.',
    en: 'Search for the appraiser, then choose.',
  },
  nameWithoutTitles: { id: 'Nama tanpa gelar', en: 'Name without titles' },
  nipHint: {
    id: '18 angka, wajib untuk PNS dan PPPK. Kosongkan untuk non-ASN.',
    en: '18 digits, required for PNS and PPPK. Leave empty for others.',
  },
  nipNotForNonAsn: {
    id: 'Orang non-ASN tidak memiliki NIP. Kosongkan, atau ubah jenisnya.',
    en: 'Only civil servants have a NIP. Empty the field, or change the kind.',
  },
  emailWrong: { id: 'Tulis alamat surel yang lengkap.', en: 'Give a complete e-mail address.' },
  positionLevel: { id: 'Jenjang (jabatan fungsional)', en: 'Level (functional posts)' },
  noLevel: { id: 'Tanpa jenjang', en: 'No level' },
  inPostSince: { id: 'Menjabat sejak', en: 'In the post since' },
});

export const text = { ...shared, ...directoryText, ...appraiserText, ...organisationText };
