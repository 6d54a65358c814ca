import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Pembahasan: {title}', en: 'Discussion: {title}' },
  discussion: { id: 'Pembahasan', en: 'Discussion' },
  schemes: { id: 'Skema', en: 'Schemes' },
  span: { id: '{from} sampai {until}', en: '{from} to {until}' },
  phaseBefore: {
    id: 'Pembahasan dibuka pada {date}. Sampai hari itu Anda dapat membaca rancangannya.',
    en: 'The discussion opens on {date}. Until then you can read the draft.',
  },
  phaseOpen: { id: 'Dibuka sampai {date}, {days} hari lagi', en: 'Open until {date}, {days} more days' },
  phaseLastDay: { id: 'Dibuka sampai hari ini', en: 'Open until today' },
  phaseOver: {
    id: 'Masa pembahasan berakhir pada {date}. Usulan sedang dijawab.',
    en: 'The time for discussion ended on {date}. The proposals are being answered.',
  },
  phaseClosed: {
    id: 'Pembahasan sudah ditutup. Semua yang disampaikan tetap dapat dibaca.',
    en: 'The discussion is closed. Everything that was said stays readable.',
  },
  phaseAdopted: {
    id: 'Rancangan ini sudah ditetapkan. Semua yang disampaikan tetap dapat dibaca.',
    en: 'This draft was adopted. Everything that was said stays readable.',
  },
  phaseDropped: {
    id: 'Rancangan ini tidak dilanjutkan. Semua yang disampaikan tetap dapat dibaca.',
    en: 'This draft was dropped. Everything that was said stays readable.',
  },
  readDraft: { id: 'Baca rancangan', en: 'Read the draft' },
  toOutcome: { id: 'Hasil pembahasan', en: 'Outcome' },
  toVersion: { id: 'Versi yang ditetapkan', en: 'The adopted version' },
  howTitle: { id: 'Apa yang terjadi dengan pendapat Anda', en: 'What happens with what you say' },
  howWrite: {
    id: 'Siapa pun di instansi ini dapat menulis komentar atau usulan pada satu kriteria. Nama penulis terlihat.',
    en: 'Anybody of this agency can write a comment or a proposal on one criterion. The author is named.',
  },
  howVote: {
    id: 'Pegawai yang akan dinilai memberi suara atas usulan. Yang ditampilkan hanya jumlah suara dan alasan tidak setuju, tanpa nama.',
    en: 'Those to be appraised vote on proposals. Only the numbers and the reasons against are shown, without names.',
  },
  howAnswer: {
    id: 'Pengelola kepegawaian menjawab setiap usulan dan menunjuk naskah yang berubah karenanya.',
    en: 'The personnel officers answer every proposal and point to the text that changed because of it.',
  },
  howAdopt: {
    id: 'Rancangan tidak dapat ditetapkan sebelum setiap usulan dijawab. Hasilnya tetap tersimpan bersama versi yang ditetapkan.',
    en: 'The draft cannot be adopted before every proposal is answered. The outcome stays with the adopted version.',
  },
  howAdoptDays: {
    id: 'Rancangan tidak dapat ditetapkan sebelum dibahas {days} hari dan setiap usulan dijawab. Hasilnya tetap tersimpan bersama versi yang ditetapkan.',
    en: 'The draft cannot be adopted before {days} days of discussion, and before every proposal is answered. The outcome stays with the adopted version.',
  },

  proposals: { id: 'Usulan', en: 'Proposals' },
  unanswered: { id: 'Belum dijawab', en: 'Unanswered' },
  comments: { id: 'Komentar', en: 'Comments' },
  entitled: { id: 'Berhak memberi suara', en: 'May vote' },
  people: { id: '{count} pegawai', en: { one: '{count} person', other: '{count} people' } },

  criteria: { id: 'Kriteria', en: 'Criteria' },
  chooseCriterion: {
    id: 'Pilih kriteria untuk membaca isinya dan menulis pendapat.',
    en: 'Choose a criterion to read it and to give your opinion.',
  },
  allCriteria: { id: 'Semua kriteria', en: 'All criteria' },
  group_whole: { id: 'Rancangan', en: 'Draft' },
  group_components: { id: 'Komponen', en: 'Components' },
  group_result: { id: 'Bobot dan kategori', en: 'Weights and categories' },
  group_indicators: { id: 'Katalog indikator', en: 'Catalogue of indicators' },
  group_official: { id: 'Rating resmi', en: 'Official ratings' },
  group_scales: { id: 'Skala', en: 'Scales' },
  group_steps: { id: 'Tahapan', en: 'Steps' },
  group_openness: { id: 'Keterbukaan dan pelaksanaan', en: 'Openness and procedure' },
  partsOf: { id: 'Bagian kriteria ini', en: 'Parts of this criterion' },
  criterionSays: { id: 'Yang tertulis dalam rancangan', en: 'What the draft says' },
  criterionGone: {
    id: 'Kriteria ini tidak ada lagi dalam naskah rancangan. Pendapat yang sudah disampaikan tetap ada.',
    en: 'This criterion is no longer in the draft. What was said of it remains.',
  },
  notMeasurable: { id: 'Indikator ini belum terukur', en: 'This indicator cannot be measured yet' },
  catalogueWarning: {
    id: '{count} indikator katalog belum memenuhi uji keterukuran',
    en: {
      one: '{count} indicator of the catalogue fails the measurability check',
      other: '{count} indicators of the catalogue fail the measurability check',
    },
  },
  catalogueHint: {
    id: 'Skema ini meminta indikator yang terukur. Lengkapi katalog agar pegawai dapat memakainya sebagai contoh.',
    en: 'This scheme asks for measurable indicators. Complete the catalogue so that people can take it as an example.',
  },

  write: { id: 'Tulis pendapat', en: 'Give your opinion' },
  kind: { id: 'Jenis', en: 'Kind' },
  proposal: { id: 'Usulan', en: 'Proposal' },
  proposalHint: {
    id: 'Perubahan yang Anda minta. Pegawai memberi suara dan pengelola kepegawaian wajib menjawab.',
    en: 'A change you ask for. People vote on it and the officers have to answer.',
  },
  comment: { id: 'Komentar', en: 'Comment' },
  commentHint: {
    id: 'Pertanyaan atau pendapat tanpa pemungutan suara.',
    en: 'A question or opinion without votes.',
  },
  body: { id: 'Isi', en: 'Text' },
  bodyHint: {
    id: 'Sebutkan apa yang sebaiknya diubah dan mengapa.',
    en: 'Say what should be changed and why.',
  },
  send: { id: 'Kirim', en: 'Send' },
  sent: { id: 'Pendapat Anda tersimpan. Terima kasih.', en: 'Your opinion was saved. Thank you.' },
  namedHint: { id: 'Nama Anda terlihat oleh semua pembaca.', en: 'Your name is seen by all readers.' },
  notOpenForWriting: {
    id: 'Pembahasan tidak sedang dibuka, sehingga pendapat dan suara tidak dapat dikirim lagi.',
    en: 'The discussion is not open, so opinions and votes cannot be sent any more.',
  },
  criterionUnknown: {
    id: 'Kriteria ini tidak ada dalam naskah terkini. Pilih kriteria lain dari daftar.',
    en: 'This criterion is not in the present text. Choose another from the list.',
  },
  tooMany: {
    id: 'Anda sudah menulis {limit} pendapat pada rancangan ini. Tarik yang tidak diperlukan lagi lebih dahulu.',
    en: 'You have written {limit} opinions on this draft. Withdraw some you no longer need first.',
  },

  opinions: { id: 'Usulan dan komentar', en: 'Proposals and comments' },
  opinionsOn: { id: 'Usulan dan komentar pada kriteria ini', en: 'Proposals and comments on this criterion' },
  search: { id: 'Cari dalam isi', en: 'Search the text' },
  show: { id: 'Tampilkan', en: 'Show' },
  showAll: { id: 'Semua', en: 'All' },
  showUnanswered: { id: 'Usulan yang belum dijawab', en: 'Unanswered proposals' },
  showAnswered: { id: 'Yang sudah dijawab', en: 'Answered' },
  showMine: { id: 'Milik saya', en: 'Mine' },
  showProposals: { id: 'Usulan saja', en: 'Proposals only' },
  order: { id: 'Urutan', en: 'Order' },
  orderNewest: { id: 'Terbaru', en: 'Newest' },
  orderSupport: { id: 'Paling banyak didukung', en: 'Most support' },
  filter: { id: 'Saring', en: 'Filter' },
  nothing: { id: 'Belum ada usulan atau komentar', en: 'No proposals or comments yet' },
  nothingOpen: {
    id: 'Pilih kriteria, lalu tulis pendapat pertama.',
    en: 'Choose a criterion and write the first opinion.',
  },
  nothingHere: {
    id: 'Jadilah yang pertama berpendapat tentang kriteria ini.',
    en: 'Be the first to say something here.',
  },
  nothingFound: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
  nothingFoundHint: { id: 'Ubah kata kunci atau saringannya.', en: 'Change the words or the filter.' },
  byAt: { id: '{name}, {at}', en: '{name}, {at}' },
  mine: { id: 'milik Anda', en: 'yours' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
  openProposal: { id: 'Buka usulan', en: 'Open the proposal' },
  openComment: { id: 'Buka komentar', en: 'Open the comment' },
  toAnswer: { id: 'Jawab', en: 'Answer' },

  votes: {
    id: '{for} setuju · {against} tidak setuju · {abstain} abstain',
    en: '{for} for · {against} against · {abstain} abstained',
  },
  noVotes: { id: 'Belum ada suara', en: 'No votes yet' },
  vote: { id: 'Suara Anda', en: 'Your vote' },
  voteFor: { id: 'Setuju', en: 'For' },
  voteAgainst: { id: 'Tidak setuju', en: 'Against' },
  voteAbstain: { id: 'Abstain', en: 'Abstain' },
  yourVoteIs: {
    id: 'Suara Anda: {vote}. Dapat diubah sampai pembahasan ditutup.',
    en: 'Your vote: {vote}. You can change it until the discussion closes.',
  },
  reasonAgainst: { id: 'Alasan tidak setuju', en: 'Reason against' },
  reasonHint: {
    id: 'Ditampilkan tanpa nama sebagai pandangan yang berbeda.',
    en: 'Shown without your name as the minority view.',
  },
  sendAgainst: { id: 'Kirim suara tidak setuju', en: 'Vote against' },
  voted: { id: 'Suara Anda tersimpan.', en: 'Your vote was saved.' },
  voteUnknown: { id: 'Pilih setuju, tidak setuju, atau abstain.', en: 'Choose for, against or abstain.' },
  mayNotVote: {
    id: 'Suara diberikan oleh PNS dan PPPK yang memegang jabatan.',
    en: 'Votes are given by civil servants who hold a post.',
  },
  minority: { id: 'Pandangan yang tidak setuju', en: 'Minority view' },
  noReason: {
    id: 'Yang tidak setuju tidak menuliskan alasan.',
    en: 'Those against gave no reason.',
  },

  answer: { id: 'Jawaban', en: 'Answer' },
  answerBy: { id: 'Dijawab {name}, {at}', en: 'Answered by {name}, {at}' },
  outcome: { id: 'Putusan', en: 'Decision' },
  outcome_taken: { id: 'Diterima', en: 'Taken up' },
  outcome_partly: { id: 'Diterima sebagian', en: 'Partly taken up' },
  outcome_declined: { id: 'Tidak diterima', en: 'Declined' },
  outcome_noted: { id: 'Dicatat', en: 'Noted' },
  outcome_noted_hint: {
    id: 'Untuk komentar atau usulan yang tidak meminta perubahan naskah.',
    en: 'For comments, or proposals that ask for no change of the text.',
  },
  answerWords: { id: 'Penjelasan', en: 'Explanation' },
  answerWordsHint: {
    id: 'Ditampilkan kepada semua pembaca. Jelaskan juga mengapa usulan tidak diterima.',
    en: 'Shown to all readers. Say also why a proposal is declined.',
  },
  answerRevision: { id: 'Naskah yang berubah karena ini', en: 'Text that changed because of it' },
  answerRevisionHint: {
    id: 'Simpan dahulu perubahannya di editor, lalu pilih naskahnya di sini.',
    en: 'First save the change in the editor, then choose the text here.',
  },
  noRevision: { id: 'Belum ada, atau tidak ada perubahan', en: 'None yet, or no change' },
  revisionOption: { id: 'Naskah ke-{number}, {at}{note}', en: 'Text {number}, {at}{note}' },
  sendAnswer: { id: 'Simpan jawaban', en: 'Save the answer' },
  correctAnswer: { id: 'Ubah jawaban', en: 'Change the answer' },
  correctHint: {
    id: 'Jawaban sebelumnya tetap ada dalam riwayat.',
    en: 'The former answer stays in the history.',
  },
  answered: {
    id: 'Jawaban tersimpan dan penulisnya diberi tahu.',
    en: 'The answer was saved and its author was told.',
  },
  answerStale: {
    id: 'Usulan ini sudah dijawab sejak halaman dibuka. Muat ulang untuk membaca jawaban terkini.',
    en: 'This was answered since the page was opened. Reload it to read the present answer.',
  },
  revisionUnknown: {
    id: 'Pilih naskah dari daftar: naskah pertama tidak mengubah apa pun.',
    en: 'Choose a text from the list: the first one changes nothing.',
  },
  notAnswerable: {
    id: 'Rancangan ini sudah ditetapkan atau dihentikan, sehingga jawaban tidak dapat diubah lagi.',
    en: 'This draft was adopted or dropped, so answers cannot change any more.',
  },
  seeChange: { id: 'Lihat perubahan pada naskah ke-{number}', en: 'See the change in text {number}' },
  noChangeNamed: {
    id: 'Belum ada naskah yang ditunjuk sebagai perubahannya.',
    en: 'No text has been named as the change yet.',
  },

  withdraw: { id: 'Tarik kembali', en: 'Withdraw' },
  withdrawHint: {
    id: 'Isi dan suaranya tidak lagi ditampilkan kepada orang lain.',
    en: 'Its text and votes are no longer shown to others.',
  },
  withdrawnDone: { id: 'Pendapat Anda ditarik.', en: 'Your opinion was withdrawn.' },
  history: { id: 'Riwayat', en: 'History' },
  actAnswer: { id: 'Dijawab oleh {name}, {at}', en: 'Answered by {name}, {at}' },
  actWithdraw: { id: 'Ditarik oleh {name}, {at}', en: 'Withdrawn by {name}, {at}' },
});
