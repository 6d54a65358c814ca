import { messages } from '#platform/locale/messages.ts';

/** Words of the list, the start and the questions of a form. */
export const text = messages({
  // What I am asked
  listTitle: { id: 'Suara yang diminta dari Anda', en: 'Voices asked of you' },
  listIntro: {
    id: 'Anda mengenal pekerjaan orang-orang ini dari dekat. Setiap formulir singkat dan tersimpan sendiri; Anda dapat berhenti dan melanjutkannya di perangkat lain.',
    en: 'You know the work of these people from close by. Each form is short and saves itself; you can stop and go on with another device.',
  },
  openTitle: { id: 'Menunggu jawaban Anda', en: 'Waiting for your answer' },
  doneTitle: { id: 'Sudah selesai', en: 'Done' },
  nothingTitle: { id: 'Tidak ada formulir yang menunggu Anda', en: 'No form waits for you' },
  nothingBody: {
    id: 'Bila Anda diminta memberi suara tentang seseorang, formulirnya muncul di sini dan Anda diberi tahu.',
    en: 'When you are asked about somebody, the form appears here and you are told.',
  },
  begin: { id: 'Mulai', en: 'Begin' },
  goOn: { id: 'Lanjutkan', en: 'Go on' },
  begun: { id: 'Sudah dimulai', en: 'Begun' },
  sent: { id: 'Terkirim', en: 'Sent' },
  declinedBadge: { id: 'Tidak bersedia', en: 'Declined' },
  overBadge: { id: 'Berakhir tanpa jawaban', en: 'Ended without an answer' },
  extent: {
    id: '{count} pertanyaan, sekitar {minutes} menit',
    en: {
      one: '{count} question, about {minutes} minutes',
      other: '{count} questions, about {minutes} minutes',
    },
  },
  until: { id: 'Sampai {date}', en: 'Until {date}' },
  named: { id: 'Dengan nama Anda', en: 'With your name' },
  anonymous: { id: 'Tanpa nama', en: 'Without a name' },
  beginFor: { id: '{act}: formulir tentang {person}', en: '{act}: the form about {person}' },

  // In which voice
  asVoice: { id: 'Anda menjawab sebagai {voice}', en: 'You answer as {voice}' },
  'appraiser-superior': { id: 'atasan pejabat penilai', en: "the appraiser's superior" },
  'team-lead': { id: 'ketua tim', en: 'team lead' },
  colleague: { id: 'rekan kerja', en: 'a colleague' },
  subordinate: { id: 'bawahan', en: 'a subordinate' },
  'service-user': { id: 'penerima layanan', en: 'a user of the service' },
  outsider: { id: 'pihak luar instansi', en: 'somebody outside the agency' },

  // Start
  startTitle: { id: 'Suara Anda tentang {person}', en: 'Your voice about {person}' },
  asks: { id: '{agency} meminta suara Anda', en: '{agency} asks for your voice' },
  post: { id: 'Jabatan', en: 'Post' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  period: { id: 'Periode', en: 'Period' },
  about: { id: 'Banyaknya', en: 'How much' },
  lastDay: { id: 'Hari terakhir', en: 'Last day' },
  why: { id: 'Mengapa Anda', en: 'Why you' },
  'why-proposal': {
    id: 'Menurut data kepegawaian, Anda cukup lama bekerja bersama orang ini pada periode ini; skema mensyaratkan sedikitnya {months} bulan.',
    en: 'According to the personnel data you worked with this person long enough in this period; the scheme asks for at least {months} months.',
  },
  'why-employee': {
    id: 'Anda ditambahkan oleh pegawai yang bersangkutan, dalam batas skema.',
    en: 'You were added by the employee, within the limits of the scheme.',
  },
  'why-appraiser': {
    id: 'Anda ditambahkan oleh pejabat penilai, dalam batas skema.',
    en: 'You were added by the appraiser, within the limits of the scheme.',
  },
  'why-officer': {
    id: 'Anda ditambahkan oleh petugas kepegawaian, dalam batas skema.',
    en: 'You were added by the personnel officer, within the limits of the scheme.',
  },
  'why-guest': {
    id: 'Anda disebut sebagai pihak yang bekerja sama dengan orang ini atau menerima layanannya.',
    en: 'You were named as somebody who works with this person or receives the service.',
  },
  whatFor: { id: 'Untuk apa', en: 'What for' },
  countsIn: { id: '{component}: {percent} % dari nilainya', en: '{component}: {percent} % of its score' },
  countsWhole: { id: '{component}', en: '{component}' },
  whatForIntro: {
    id: 'Jawaban Anda ikut menentukan hasil penilaian:',
    en: 'Your answers help to decide the result of the appraisal:',
  },
  development: {
    id: 'Umpan balik untuk pengembangan diri adalah hal lain: itu tidak dihitung dan diberikan langsung kepada orangnya.',
    en: 'Feedback for development is another matter: it is not counted and goes to the person directly.',
  },
  leaveOut: {
    id: 'Yang tidak Anda lihat sendiri, lewati dengan “Tidak dapat menilai”. Butir itu tidak dihitung dan tidak menjadi nilai rendah.',
    en: 'What you have not seen yourself, pass over with “Cannot say”. That item is not counted and never becomes a low level.',
  },
  notForMe: { id: 'Saya tidak dapat menjawab formulir ini', en: 'I cannot answer this form' },
  notAsked: {
    id: 'Skema penilaian ini tidak memiliki pertanyaan untuk Anda. Beri tahu petugas kepegawaian.',
    en: 'This scheme has no question for you. Please tell the personnel officer.',
  },

  // A question
  questionOf: { id: 'Pertanyaan {number} dari {total}', en: 'Question {number} of {total}' },
  placeOf: { id: '{number} dari {total}', en: '{number} of {total}' },
  closing: { id: 'Penutup', en: 'Closing' },
  allTitle: { id: 'Semua pertanyaan', en: 'All questions' },
  oneByOne: { id: 'Satu per satu', en: 'One by one' },
  allAtOnce: { id: 'Semua dalam satu halaman', en: 'All on one page' },
  aboutPerson: { id: 'Tentang {person}', en: 'About {person}' },
  chooseLevel: {
    id: '{item}: mana yang paling sesuai dengan yang Anda lihat?',
    en: '{item}: which fits best what you have seen?',
  },
  level: { id: 'Tingkat {level}', en: 'Level {level}' },
  levelZero: { id: 'Belum mencapai tingkat 1', en: 'Below level 1' },
  cannotSay: { id: 'Tidak dapat menilai', en: 'Cannot say' },
  teamRole: {
    id: 'Sebagai {role} selama {months} bulan',
    en: 'As {role} for {months} months',
  },
  'role-lead': { id: 'ketua', en: 'lead' },
  'role-member': { id: 'anggota', en: 'member' },
  remark: { id: 'Catatan', en: 'Remark' },
  remarkFor: { id: 'Catatan untuk {item}', en: 'Remark on {item}' },
  addRemark: { id: 'Tambah catatan (boleh dikosongkan)', en: 'Add a remark (optional)' },
  remarkAdvice: {
    id: 'Tulis apa yang Anda lihat, apa akibatnya, dan apa langkah berikutnya. Catatan dibaca kata demi kata: jangan tulis siapa Anda.',
    en: 'Write what you saw, what came of it, and what the next step is. It is read word by word: do not write who you are.',
  },
  remarkAdviceNamed: {
    id: 'Tulis apa yang Anda lihat, apa akibatnya, dan apa langkah berikutnya. Catatan dibaca bersama nama Anda.',
    en: 'Write what you saw, what came of it, and what the next step is. It is read together with your name.',
  },
  remarkTooLong: {
    id: 'Catatan ini {length} karakter; paling banyak {limit}. Ringkas lalu lanjutkan.',
    en: 'This remark has {length} characters; at most {limit}. Please shorten it and go on.',
  },
  wholeTitle: { id: 'Adakah yang perlu ditambahkan?', en: 'Is there anything to add?' },
  wholeIntro: {
    id: 'Satu contoh yang Anda ingat lebih berguna daripada banyak pujian atau keluhan.',
    en: 'One example that you remember is worth more than much praise or complaint.',
  },
  back: { id: 'Kembali', en: 'Back' },
  next: { id: 'Lanjut', en: 'Next' },
  toReview: { id: 'Periksa sebelum kirim', en: 'Check before sending' },
  later: { id: 'Simpan dan lanjutkan nanti', en: 'Save and go on later' },
  savedForLater: {
    id: 'Jawaban tersimpan. Anda dapat melanjutkannya kapan saja, juga di perangkat lain.',
    en: 'Your answers are saved. You can go on at any time, also with another device.',
  },
  guestSavedForLater: {
    id: 'Jawaban tersimpan. Simpan tautan ini: dengan tautan yang sama Anda melanjutkannya.',
    en: 'Your answers are saved. Keep this link: with the same link you go on.',
  },

  // Beside each item
  workTitle: { id: 'Pekerjaan {person} pada periode ini', en: 'The work of {person} in this period' },
  workNone: {
    id: 'Belum ada rencana hasil kerja yang disepakati.',
    en: 'No planned results have been agreed yet.',
  },
  workSeen: {
    id: 'Hanya yang boleh diketahui peran Anda. Umpan balik orang lain dan data kehadiran tidak ditampilkan.',
    en: 'Only what your role may know. Feedback of others and attendance are not shown.',
  },
  target: { id: 'Target: {target}', en: 'Target: {target}' },
  lastOn: { id: 'Kemajuan terakhir dicatat {date}', en: 'Progress last recorded {date}' },
  realisation: { id: 'Realisasi: {value}', en: 'Realisation: {value}' },
  evidence: { id: 'Bukti: {titles}', en: 'Evidence: {titles}' },

  // Two devices
  staleTitle: {
    id: 'Formulir ini juga diisi di perangkat lain',
    en: 'This form was also filled in elsewhere',
  },
  staleBody: {
    id: 'Yang tersimpan di sana: {stored}. Yang Anda pilih di sini masih ada di bawah. Lanjutkan untuk memakai yang di sini.',
    en: 'Saved there: {stored}. What you chose here still stands below. Go on to keep what is here.',
  },
  staleAll: {
    id: 'Di sana ada jawaban yang berbeda. Yang Anda pilih di sini masih ada di bawah. Lanjutkan untuk memakai yang di sini.',
    en: 'Some answers differ there. What you chose here still stands below. Go on to keep what is here.',
  },
  nothingStored: { id: 'belum dijawab', en: 'not answered' },
  notOpenAnyMore: {
    id: 'Formulir ini tidak dapat diisi lagi: sudah dikirim, ditarik, atau waktunya berakhir.',
    en: 'This form can no longer be filled in: it was sent or withdrawn, or its time is over.',
  },
});
