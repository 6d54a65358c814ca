/** Words of the practice mode. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Latihan menilai', en: 'Practise an appraisal' },
  intro: {
    id: 'Nilailah seorang pegawai contoh dan lihat hasilnya beserta sebabnya. Orangnya rekaan, tidak ada yang disimpan, dan tidak seorang pun melihat isian Anda.',
    en: 'Appraise a sample employee and see what would come out and why. The person is invented, nothing is stored, and nobody sees what you enter.',
  },
  cases: { id: 'Pegawai contoh', en: 'Sample employee' },
  case_steady: { id: 'Sari (contoh)', en: 'Sari (sample)' },
  case_strong: { id: 'Yusuf (contoh)', en: 'Yusuf (sample)' },
  case_hard: { id: 'Maria (contoh)', en: 'Maria (sample)' },
  about_steady: { id: 'tahun yang berjalan menurut rencana', en: 'a year that went to plan' },
  about_strong: { id: 'tahun dengan hasil di atas target', en: 'a year above its targets' },
  about_hard: {
    id: 'tahun yang berat, sebagian masukan kurang',
    en: 'a hard year, with some answers lacking',
  },
  lineHigher: { id: 'Warga yang terlayani (contoh)', en: 'People served (sample)' },
  lineLower: { id: 'Lama waktu tunggu (contoh)', en: 'Waiting time (sample)' },
  lineMain: { id: 'Hasil kerja utama {number} (contoh)', en: 'Main result {number} (sample)' },
  lineAdditional: {
    id: 'Tugas tambahan dari pimpinan (contoh)',
    en: 'An extra duty from the head (sample)',
  },
  sample: { id: 'Contoh: data rekaan, tidak disimpan.', en: 'Sample: invented data, nothing is stored.' },
  wouldBeOf: { id: 'Hasil latihan {name}', en: 'What would come out for {name}' },
  before: {
    id: 'Sebelum Anda mengubah apa pun: {result}.',
    en: 'Before you changed anything: {result}.',
  },
  sameAsBefore: {
    id: 'Hasilnya sama dengan sebelum Anda mengubah isian.',
    en: 'The result is the same as before you changed anything.',
  },
  untouched: {
    id: 'Ubah isian di bawah, lalu tekan Hitung untuk melihat apa yang berubah.',
    en: 'Change the entries below and press Compute to see what changes.',
  },
  incomplete: {
    id: 'Belum dapat dihitung. Yang masih kurang: {list}.',
    en: 'Cannot be computed yet. Still missing: {list}.',
  },
  compute: { id: 'Hitung', en: 'Compute' },
  startAgain: { id: 'Mulai lagi', en: 'Start again' },
  withScore: { id: '{category} ({score})', en: '{category} ({score})' },
  draftNotice: {
    id: 'Latihan ini memakai rancangan yang belum berlaku.',
    en: 'This practice uses a draft that is not in force.',
  },
});
