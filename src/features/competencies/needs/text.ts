import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  own: { id: 'Kebutuhan pengembangan', en: 'Development needs' },
  of: { id: 'Kebutuhan pengembangan {name}', en: 'Development needs of {name}' },
  intro: {
    id: 'Kompetensi yang ingin ditingkatkan, dari kesenjangan dalam profil. Pegawai dan pejabat penilai sama-sama melihat dan mengisinya.',
    en: 'Competencies to build, from the gaps of the profile. Employee and appraiser both see and fill them in.',
  },
  readingIsLogged: {
    id: 'Pembukaan halaman ini dicatat dan dapat dilihat pegawai yang bersangkutan.',
    en: 'Opening this page is recorded and can be seen by the employee.',
  },
  profile: { id: 'Profil kompetensi', en: 'Competency profile' },
  empty: { id: 'Belum ada kebutuhan pengembangan', en: 'No development needs yet' },
  emptyWrite: {
    id: 'Tambahkan dari kesenjangan di bawah ini, satu demi satu, mulai dari yang paling penting bagi pekerjaan.',
    en: 'Add them from the gaps below, one by one, beginning with what matters most at work.',
  },
  emptyNoGap: {
    id: 'Profil belum menunjukkan kesenjangan. Bila nanti ada, dapat ditambahkan dari sini.',
    en: 'The profile shows no gap. If there is one later, it can be added from here.',
  },
  emptyRead: {
    id: 'Pegawai atau pejabat penilainya menambahkan dari kesenjangan dalam profil.',
    en: 'The employee or the appraiser adds them from the gaps of the profile.',
  },
  openGaps: { id: 'Kesenjangan yang belum ditindaklanjuti', en: 'Gaps that nobody has taken up' },
  below: { id: 'kurang {gap}', en: '{gap} below' },
  add: { id: 'Tambahkan', en: 'Add' },
  // One need
  gap: { id: 'Kesenjangan saat ditambahkan', en: 'Gap when it was added' },
  gapWords: {
    id: 'capaian {achieved}, standar {required} ({source}, {date})',
    en: 'achieved {achieved}, standard {required} ({source}, {date})',
  },
  priority: { id: 'Prioritas', en: 'Priority' },
  priorityIs: { id: 'Prioritas {priority}', en: 'Priority: {priority}' },
  learning: { id: 'Cara belajar yang diinginkan', en: 'Wished kind of learning' },
  learningEmpty: { id: '– belum dipilih –', en: '– not chosen yet –' },
  target: { id: 'Target selesai', en: 'To be done by' },
  overdue: { id: 'lewat target', en: 'past its date' },
  note: { id: 'Catatan', en: 'Note' },
  noteHint: {
    id: 'Dibaca pegawai, pejabat penilai, dan pengelola kinerja.',
    en: 'Read by the employee, the appraiser and the officer.',
  },
  addedBy: { id: 'Ditambahkan {who}, {date}', en: 'Added by {who}, {date}' },
  steps: { id: 'Riwayat ({count})', en: 'History ({count})' },
  step_add: { id: 'Ditambahkan', en: 'Added' },
  step_change: { id: 'Rincian diubah', en: 'Details changed' },
  step_plan: { id: 'Direncanakan', en: 'Planned' },
  step_finish: { id: 'Diselesaikan', en: 'Done' },
  step_drop: { id: 'Dihentikan', en: 'Dropped' },
  step_reopen: { id: 'Dibuka kembali', en: 'Reopened' },
  // Acts
  act_plan: { id: 'Rencanakan', en: 'Plan' },
  act_finish: { id: 'Tandai selesai', en: 'Mark as done' },
  act_drop: { id: 'Hentikan', en: 'Drop' },
  act_reopen: { id: 'Buka kembali', en: 'Reopen' },
  reason_finish: {
    id: 'Apa yang dipelajari dan bagaimana tampak dalam pekerjaan',
    en: 'What was learned and how it shows at work',
  },
  reason_drop: { id: 'Mengapa dihentikan', en: 'Why it is dropped' },
  reason_reopen: { id: 'Mengapa dibuka kembali', en: 'Why it is reopened' },
  change: { id: 'Ubah rincian', en: 'Change the details' },
  saveChange: { id: 'Simpan rincian', en: 'Save the details' },
  moved: { id: 'Kebutuhan pengembangan diperbarui.', en: 'The development need was updated.' },
  changed: { id: 'Rincian disimpan.', en: 'The details were saved.' },
  // New
  newTitle: { id: 'Tambah kebutuhan pengembangan', en: 'Add a development need' },
  gapNow: {
    id: 'Capaian {achieved}, standar {required}: kurang {gap}.',
    en: 'Achieved {achieved}, standard {required}: {gap} below.',
  },
  expected: { id: 'Yang diharapkan pada tingkat {level}', en: 'What is expected at level {level}' },
  newHint: {
    id: 'Bila cara belajar dan target sudah diisi, kebutuhan langsung berstatus direncanakan.',
    en: 'Where kind of learning and date are given, the need is planned at once.',
  },
  save: { id: 'Tambahkan kebutuhan', en: 'Add the need' },
  cancel: { id: 'Batal', en: 'Cancel' },
  added: { id: 'Kebutuhan pengembangan ditambahkan.', en: 'The development need was added.' },
  planNeedsBoth: {
    id: 'Pilih cara belajar dan target selesainya untuk merencanakan.',
    en: 'Choose the kind of learning and the date to plan it.',
  },
  targetPast: { id: 'Target selesai tidak boleh sebelum hari ini.', en: 'The date cannot lie before today.' },
  noGap: {
    id: 'Profil tidak lagi menunjukkan kesenjangan pada kompetensi ini. Buka profil untuk melihat keadaan terkini.',
    en: 'The profile shows no gap in this competency any more. Open the profile and see what it says now.',
  },
  alreadyOpen: {
    id: 'Kompetensi ini sudah menjadi kebutuhan pengembangan yang masih berjalan.',
    en: 'There is a development need for this competency already.',
  },
  changedMeanwhile: {
    id: 'Kebutuhan ini diubah orang lain sejak halaman ini dibuka. Tidak ada yang disimpan; muat ulang halaman.',
    en: 'Somebody else has changed this need since the page was opened. Nothing was saved; load the page again.',
  },
});
