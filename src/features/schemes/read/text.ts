/** Words of the list of schemes and of the frame of a scheme's page. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  schemes: { id: 'Skema penilaian', en: 'Appraisal schemes' },
  schemesIntro: {
    id: 'Skema adalah aturan main penilaian: apa yang dinilai, bobotnya, siapa yang menilai, dan bagaimana hasilnya ditentukan. Buka satu skema untuk membacanya secara utuh.',
    en: 'A scheme is the rules of appraisal: what is appraised, its weight, who appraises, and how the result is reached. Open one to read all of it.',
  },
  searchSchemes: { id: 'Cari nama atau isi skema', en: 'Search name or content' },
  search: { id: 'Cari', en: 'Search' },
  clear: { id: 'Hapus pencarian', en: 'Clear the search' },
  found: {
    id: '{count} skema memuat “{search}”.',
    en: { one: '{count} scheme contains “{search}”.', other: '{count} schemes contain “{search}”.' },
  },
  standing_national: { id: 'Nasional', en: 'National' },
  standing_adopted: { id: 'Ditetapkan', en: 'Adopted' },
  standing_template: { id: 'Templat', en: 'Template' },
  standing_draft: { id: 'Rancangan', en: 'Draft' },
  group_national: { id: 'Skema nasional', en: 'National schemes' },
  group_national_intro: {
    id: 'Berlaku bagi semua instansi menurut peraturan.',
    en: 'In force for every agency by regulation.',
  },
  group_adopted: { id: 'Skema instansi ini', en: 'Schemes of this agency' },
  group_adopted_intro: {
    id: 'Ditetapkan dengan keputusan. Setiap hasilnya didampingi predikat kinerja resmi.',
    en: 'Adopted by a decree. Every result comes with the official predicate.',
  },
  group_template: { id: 'Templat yang dapat dipakai', en: 'Templates to start from' },
  group_template_intro: {
    id: 'Contoh yang disertakan bersama Tera. Belum berlaku di instansi ini sebelum ditetapkan.',
    en: 'Examples that come with Tera. Not in force in this agency before it adopts them.',
  },
  group_draft: { id: 'Rancangan yang sedang disusun', en: 'Drafts in the making' },
  group_draft_intro: {
    id: 'Belum berlaku dan masih dapat berubah.',
    en: 'Not in force, and still subject to change.',
  },
  noneAdopted: {
    id: 'Instansi ini belum menetapkan skema sendiri.',
    en: 'This agency has not adopted a scheme of its own yet.',
  },
  noneAdoptedOfficer: {
    id: 'Penilaian berjalan menurut skema nasional. Tetapkan salah satu templat di bawah, atau susun rancangan sendiri.',
    en: 'Appraisals follow the national scheme. Adopt one of the templates below, or draft your own.',
  },
  noneAdoptedOthers: {
    id: 'Penilaian berjalan menurut skema nasional.',
    en: 'Appraisals follow the national scheme.',
  },
  noTemplates: {
    id: 'Semua templat sudah ditetapkan, atau belum ada yang disertakan.',
    en: 'All templates have been adopted, or none comes with this installation.',
  },
  noDrafts: { id: 'Tidak ada rancangan yang terbuka untuk Anda.', en: 'No draft is open to you.' },
  nothingFound: { id: 'Tidak ada skema yang cocok.', en: 'No scheme matches.' },
  nothingFoundBody: {
    id: 'Coba kata lain, misalnya nama komponen seperti “disiplin”.',
    en: 'Try another word, such as a component like “discipline”.',
  },
  trials: { id: 'Uji coba', en: 'Trials' },
  laboratory: { id: 'Laboratorium keadilan', en: 'Fairness laboratory' },
  simulate: { id: 'Uji di laboratorium', en: 'Test in the laboratory' },
  tryOnPast: { id: 'Uji pada periode lalu', en: 'Try on a past period' },
  newDraft: { id: 'Susun rancangan', en: 'Draft a scheme' },
  versionOf: { id: 'Versi {version}', en: 'Version {version}' },
  usedBy: { id: 'Dipakai', en: 'Used by' },
  notUsed: { id: 'Belum dipakai oleh periode mana pun', en: 'Not used by any period yet' },
  decreeOf: { id: '{decree}, {date}', en: '{decree}, {date}' },
  validFrom: {
    id: 'Untuk periode yang dimulai sejak {from}',
    en: 'For periods beginning from {from}',
  },
  validFromUntil: {
    id: 'Untuk periode yang dimulai sejak {from} sampai sebelum {until}',
    en: 'For periods beginning from {from} and before {until}',
  },
  olderVersion: {
    id: 'Ada versi yang lebih baru dari skema ini.',
    en: 'There is a newer version of this scheme.',
  },
  inDiscussion: { id: 'Sedang dibahas', en: 'Under discussion' },
  inDiscussionUntil: { id: 'Dibahas sampai {date}', en: 'Under discussion until {date}' },
  stillDraft: { id: 'Sedang disusun', en: 'Being drafted' },
  changedOn: { id: 'Diubah {when}', en: 'Changed {when}' },
});
