import { messages } from '#platform/locale/messages.ts';

export const appraiserText = messages({
  // Appraisers
  chooseSomeone: { id: 'Pilih paling sedikit satu pegawai.', en: 'Choose at least one person.' },
  appraiserIsSelf: {
    id: 'Pegawai tidak dapat menilai dirinya sendiri. Pilih orang lain.',
    en: 'Nobody can appraise themselves. Choose someone else.',
  },
  superiorIsSelf: {
    id: 'Pegawai tidak dapat menjadi atasan dari penilainya sendiri. Pilih orang lain.',
    en: 'Nobody can be the superior of their own appraiser. Choose someone else.',
  },
  appraiserUnknown: {
    id: 'Orang ini tidak ditemukan atau sudah tidak aktif. Pilih dari daftar.',
    en: 'This person was not found or is no longer active. Choose from the list.',
  },
  flagAlreadyResolved: {
    id: 'Laporan ini sudah dijawab oleh pengelola lain.',
    en: 'Another officer has already answered this report.',
  },
  appraisersTitle: { id: 'Pejabat penilai', en: 'Appraisers' },
  appraisersIntro: {
    id: 'Tera mengusulkan pejabat penilai dari susunan unit. Yang meragukan ditampilkan lebih dahulu; Anda yang memutuskan.',
    en: 'Tera proposes appraisers from the organisation. The doubtful come first; you decide.',
  },
  proposalsDoubtful: { id: 'Perlu diperiksa', en: 'To look at' },
  proposalsReady: { id: 'Siap diterima', en: 'Ready to accept' },
  proposalsSame: { id: 'Sudah sesuai', en: 'Already in force' },
  proposalsAll: { id: 'Semua', en: 'All' },
  acceptReady: {
    id: 'Terima semua {count} usul yang siap',
    en: { one: 'Accept the ready proposal', other: 'Accept all {count} ready proposals' },
  },
  acceptChosen: { id: 'Terima usul untuk yang dipilih', en: 'Accept the proposal for those chosen' },
  assignChosen: {
    id: 'Tetapkan penilai lain untuk yang dipilih',
    en: 'Assign another appraiser to those chosen',
  },
  accepted: {
    id: '{count} pejabat penilai ditetapkan.',
    en: { one: 'One appraiser assigned.', other: '{count} appraisers assigned.' },
  },
  assigned: { id: 'Pejabat penilai ditetapkan.', en: 'Appraiser assigned.' },
  from: { id: 'Berlaku sejak', en: 'In force from' },
  appraiser: { id: 'Pejabat penilai', en: 'Appraiser' },
  superior: { id: 'Atasan pejabat penilai', en: "Appraiser's superior" },
  proposed: { id: 'Usul', en: 'Proposed' },
  current: { id: 'Sekarang', en: 'At present' },
  none: { id: 'belum ada', en: 'none yet' },
  select: { id: 'Pilih {name}', en: 'Choose {name}' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Misalnya nomor surat perintah atau keputusan.',
    en: 'For example the number of the order or decision.',
  },
  nothingHere: { id: 'Tidak ada yang perlu dilakukan di sini.', en: 'There is nothing to do here.' },
  doubtNobodyAbove: {
    id: 'Tidak ada atasan dalam susunan unit; tetapkan penilainya, misalnya Wali Kota',
    en: 'Nobody stands above in the organisation; assign someone, such as the mayor',
  },
  doubtNoSuperior: { id: 'Penilai sekaligus atasannya (puncak)', en: 'The appraiser is at the top' },
  doubtUnitWithoutHead: {
    id: 'Unit tanpa kepala; diusulkan kepala unit di atasnya',
    en: 'Unit without a head; the one above is proposed',
  },
  doubtSeveralHeads: { id: 'Unit memiliki lebih dari satu kepala', en: 'The unit has more than one head' },
  doubtActingHead: { id: 'Kepala unit adalah Plt/Plh', en: 'The head is acting (Plt/Plh)' },
  doubtLevelTooLow: { id: 'Jenjang penilai lebih rendah', en: 'The appraiser holds a lower post' },
  doubtDiffersFromOfficer: {
    id: 'Berbeda dari ketetapan pengelola',
    en: 'Differs from what an officer decided',
  },
  search: { id: 'Nama, NIP, atau jabatan', en: 'Name, NIP or position' },
  choosePersonHint: {
    id: 'Ketik nama atau NIP, lalu pilih dari daftar.',
    en: 'Type a name or NIP, then choose from the list.',
  },
  // Own appraiser
  ownTitle: { id: 'Pejabat penilai Anda', en: 'Your appraiser' },
  ownNone: { id: 'Pejabat penilai Anda belum ditetapkan.', en: 'No appraiser has been assigned to you yet.' },
  history: { id: 'Riwayat', en: 'History' },
  fromHierarchy: { id: 'dari susunan unit', en: 'from the organisation' },
  byOfficer: { id: 'ditetapkan pengelola', en: 'decided by an officer' },
  flagTitle: { id: 'Penilai keliru?', en: 'Is the appraiser wrong?' },
  flagIntro: {
    id: 'Beri tahu pengelola kepegawaian. Laporan Anda dijawab di halaman ini; penilaian lain tetap berjalan.',
    en: 'Tell your personnel officer. You get the answer on this page; everything else goes on.',
  },
  flagNote: {
    id: 'Siapa yang seharusnya menilai Anda, dan sejak kapan?',
    en: 'Who should appraise you, and since when?',
  },
  flagSend: { id: 'Laporkan', en: 'Report' },
  flagSent: {
    id: 'Laporan Anda terkirim kepada pengelola kepegawaian.',
    en: 'Your report was sent to the personnel officers.',
  },
  flagOpen: { id: 'Laporan Anda menunggu jawaban pengelola.', en: 'Your report is waiting for an answer.' },
  flags: { id: 'Laporan penilai keliru', en: 'Reports of a wrong appraiser' },
  flagAnswer: { id: 'Jawaban kepada pegawai', en: 'Answer to the employee' },
  flagResolve: { id: 'Selesaikan', en: 'Resolve' },
  flagResolved: { id: 'Laporan dijawab.', en: 'The report was answered.' },
  // Proposals
  proposalsNavigation: { id: 'Usul menurut keadaannya', en: 'Proposals by state' },
  readyTitle: {
    id: '{count} usul tanpa keraguan',
    en: { one: 'One proposal without doubts', other: '{count} proposals without doubts' },
  },
  readyHint: {
    id: 'Semuanya diterima sebagai satu tindakan. Setiap orang tetap dapat diubah sesudahnya.',
    en: 'All are accepted as one act. Each can still be changed afterwards.',
  },
  acceptedNone: {
    id: 'Tidak ada yang berubah: usul itu sudah berlaku, atau tidak ada penilai yang diusulkan.',
    en: 'Nothing changed: the proposals are in force already, or nobody is proposed.',
  },
  asProposed: { id: 'sama dengan usul', en: 'as proposed' },
  toLookAt: { id: 'Yang perlu dilihat', en: 'To look at' },
  superiorShort: { id: 'Atasan', en: 'Superior' },
  superiorHint: {
    id: 'Mengesahkan penilaian dan memutus keberatan.',
    en: 'Ratifies the appraisal and decides objections.',
  },
  superiorAutomatic: {
    id: 'Penilai dari pejabat penilai itu',
    en: 'Whoever appraises the appraiser',
  },
  chooseAllShown: { id: 'Pilih semua di halaman ini', en: 'Choose all on this page' },
  assignTitle: { id: 'Tetapkan pejabat penilai', en: 'Assign an appraiser' },
  forPeople: { id: 'Untuk {count} pegawai', en: { one: 'For one person', other: 'For {count} people' } },
  changeIntro: {
    id: 'Penetapan sebelumnya berakhir sehari sebelum yang baru berlaku. Riwayatnya tersimpan, dan pegawai diberi tahu.',
    en: 'The assignment before ends the day before the new one begins. The history is kept, and the employee is told.',
  },
  doubtOfficerOutdated: {
    id: 'Ketetapan pengelola mungkin usang: pegawai berpindah, atau penilainya sudah tidak menjabat',
    en: 'The officer’s decision may be outdated: the person moved, or the appraiser holds no post',
  },
});
