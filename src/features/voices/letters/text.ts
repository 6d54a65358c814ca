import { messages } from '#platform/locale/messages.ts';

export const letterText = messages({
  subject: {
    id: 'Anda diminta memberi suara dalam penilaian kinerja – {agency}',
    en: 'You are asked for your voice in a performance appraisal – {agency}',
  },
  reminderSubject: {
    id: 'Pengingat: suara Anda ditunggu sampai {until} – {agency}',
    en: 'Reminder: your voice is awaited until {until} – {agency}',
  },
  raterBody: {
    id: 'Yth. {name},\n\nAnda diminta memberi suara tentang pekerjaan rekan Anda. Setiap formulir memerlukan sekitar dua menit dan dapat diisi dari ponsel. Suara rekan dan bawahan dirilis tanpa nama, bersama-sama, setelah {until}.\n\nBuka halaman berikut dan masuk dengan akun Anda:\n{link}\n\nBatas waktu: {until}.\n\n{agency}',
    en: 'Dear {name},\n\nYou are asked for your voice about the work of your colleagues. Each form takes about two minutes and works on a phone. Voices of colleagues and subordinates are released without names, together, after {until}.\n\nOpen this page and sign in with your account:\n{link}\n\nUntil: {until}.\n\n{agency}',
  },
  guestBody: {
    id: 'Yth. {name},\n\n{agency} meminta pandangan Anda tentang pelayanan dan kerja sama {about}. Formulirnya memerlukan sekitar dua menit, tidak memerlukan akun, dan dirilis tanpa nama setelah {until}.\n\nBuka tautan berikut; tautan ini hanya untuk Anda dan hanya dapat dipakai sekali:\n{link}\n\nBatas waktu: {until}.\n\n{agency}',
    en: 'Dear {name},\n\n{agency} asks for your view of the service and cooperation of {about}. The form takes about two minutes, needs no account, and is released without names after {until}.\n\nOpen this link; it is for you alone and can be used once:\n{link}\n\nUntil: {until}.\n\n{agency}',
  },
  unsealedSubject: {
    id: 'Segel catatan Anda dibuka – {agency}',
    en: 'The seal of your remark was opened – {agency}',
  },
  unsealedBody: {
    id: 'Yth. {name},\n\nSegel sebuah catatan yang Anda berikan tentang {about} dibuka oleh Inspektorat dan petugas kepegawaian bersama-sama untuk satu perkara. Alasannya tercatat dan dapat ditanyakan kepada {agency}.\n\n{agency}',
    en: 'Dear {name},\n\nThe seal of a remark you gave about {about} was opened by the inspectorate and the personnel officer together, for one case. The reason is on record and can be asked of {agency}.\n\n{agency}',
  },
  title: { id: 'Pengiriman undangan', en: 'Sending of invitations' },
  intro: {
    id: 'Satu surat untuk setiap pegawai, berapa pun formulirnya, dan satu surat untuk setiap pihak luar. Yang tidak sampai ditampilkan di sini dengan alasannya; perbaiki alamatnya, dan surat dikirim lagi.',
    en: 'One letter for each person of the agency, however many forms, and one for each outsider. Those that did not arrive are shown here with the reason; mend the address and the letter is sent again.',
  },
  round: { id: 'Suara lain', en: 'Other voices' },
  progress: { id: '{done} dari {total} surat sudah diproses', en: '{done} of {total} letters dealt with' },
  state_waiting: { id: 'Menunggu', en: 'Waiting' },
  state_sent: { id: 'Terkirim', en: 'Sent' },
  state_refused: { id: 'Ditolak', en: 'Refused' },
  state_bounced: { id: 'Kembali', en: 'Bounced' },
  withoutAddress: { id: 'Tanpa alamat', en: 'Without address' },
  noServer: {
    id: 'Instalasi ini belum memiliki server surat, sehingga surat menunggu. Pegawai tetap melihat permintaan di halaman Beranda; pihak luar memerlukan surat. Cara memasangnya ada di panduan operasi (TERA_SMTP_URL, TERA_BASE_URL).',
    en: 'This installation has no mail server yet, so letters wait. People of the agency see the request on their home page; outsiders need the letter. How to set it up: operations manual (TERA_SMTP_URL, TERA_BASE_URL).',
  },
  problems: { id: 'Tidak sampai', en: 'Did not arrive' },
  noProblems: {
    id: 'Tidak ada surat yang gagal.',
    en: 'No letter has failed.',
  },
  noLetters: { id: 'Belum ada surat', en: 'No letters yet' },
  noLettersHint: {
    id: 'Surat dibuat ketika pengumpulan suara dibuka.',
    en: 'Letters are made when the collection of voices is opened.',
  },
  to: { id: 'Kepada', en: 'To' },
  address: { id: 'Alamat surel', en: 'E-mail address' },
  reason: { id: 'Alasan dari server surat', en: 'Reason given by the mail server' },
  mend: { id: 'Perbaiki dan kirim lagi', en: 'Mend and send again' },
  mended: {
    id: 'Alamat diperbaiki; surat dikirim lagi.',
    en: 'The address is mended; the letter is sent again.',
  },
  badAddress: {
    id: 'Tuliskan alamat surel lengkap, misalnya nama@contoh.go.id.',
    en: 'Please give a whole e-mail address, such as name@example.go.id.',
  },
  alreadyMended: {
    id: 'Surat ini sudah dikirim lagi atau sudah sampai.',
    en: 'This letter has been sent again or has arrived.',
  },
  more: { id: 'Berikutnya', en: 'Next' },
});
