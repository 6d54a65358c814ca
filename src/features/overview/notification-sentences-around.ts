/** What people are told about what surrounds an appraisal: schemes, training, voices, records, surveys, innovations. */
import type { Sentence } from './notification-text.ts';

export const AROUND_APPRAISALS = {
  'workshop-place': {
    id: 'Anda mendapat tempat di lokakarya[ {what}][, {date}].',
    en: 'You have a place at the workshop[ {what}][, {date}].',
    tone: 'news',
  },
  'workshop-changed': {
    id: 'Waktu atau tempat lokakarya[ {what}] berubah[: {date}].',
    en: 'Time or place of the workshop[ {what}] changed[: {date}].',
    tone: 'warning',
  },
  'workshop-cancelled': {
    id: 'Lokakarya[ {what}] dibatalkan[, semula {date}].',
    en: 'The workshop[ {what}] was cancelled[, planned for {date}].',
    tone: 'warning',
  },
  'workshop-near': {
    id: 'Lokakarya[ {what}] segera dimulai[: {date}].',
    en: 'The workshop[ {what}] begins soon[: {date}].',
    tone: 'act',
  },
  'voice-asked': {
    id: 'Anda diminta memberi penilaian tentang {count} orang[ untuk {period}][, sampai {date}].',
    en: 'You are asked about {count} people[ for {period}][, until {date}].',
    tone: 'act',
  },
  'voice-reminder': {
    id: 'Penilaian Anda tentang {count} orang masih ditunggu[ sampai {date}].',
    en: 'Your assessment of {count} people is still awaited[ until {date}].',
    tone: 'act',
  },
  'voices-released': {
    id: 'Suara lain telah dirilis[ untuk {period}].',
    en: 'Other voices have been released[ for {period}].',
    tone: 'news',
  },
  'voice-remark-reported': {
    id: 'Sebuah catatan dari suara lain dilaporkan dan menunggu keputusan Anda.',
    en: 'A remark of other voices was reported and waits for your decision.',
    tone: 'act',
  },
  'seal-case': {
    id: 'Pembukaan segel sebuah catatan menunggu kunci Anda[. Alasan: {what}].',
    en: 'Opening the seal of a remark waits for your key[. Reason: {what}].',
    tone: 'act',
  },
  'seal-opened': {
    id: 'Segel sebuah suara yang Anda berikan dibuka oleh Inspektorat dan petugas kepegawaian[. Alasan: {what}].',
    en: 'The seal of a voice you gave was opened by the inspectorate and the personnel officer[. Reason: {what}].',
    tone: 'news',
  },
  'record-contested': {
    id: 'Sanggahan atas data[ {person}] menunggu keputusan Anda.',
    en: 'An objection to data[ of {person}] awaits your decision.',
    tone: 'act',
  },
  'record-contest-accepted': {
    id: 'Sanggahan Anda[ atas {what}] diterima[ oleh {person}]; datanya sudah diperbaiki.',
    en: 'Your objection[ to {what}] was accepted[ by {person}]; the data were corrected.',
    tone: 'news',
  },
  'record-contest-refused': {
    id: 'Sanggahan Anda[ atas {what}] tidak diterima[ oleh {person}]. Alasannya tercantum.',
    en: 'Your objection[ to {what}] was not accepted[ by {person}]. The reason is given.',
    tone: 'warning',
  },
  'conflict-declared': {
    id: '[Sebuah {what} telah dinyatakan. ]Anda dapat menanggapinya satu kali.',
    en: 'A relation that concerns you was declared. You may comment once.',
    tone: 'warning',
  },
  'conflict-to-decide': {
    id: 'Pernyataan benturan kepentingan[ ({what})] menunggu keputusan Anda.',
    en: 'A declared conflict of interest awaits your decision.',
    tone: 'act',
  },
  'conflict-confirmed': {
    id: 'Pernyataan benturan kepentingan[ ({what})] dikonfirmasi.',
    en: 'A declared conflict of interest was confirmed.',
    tone: 'news',
  },
  'conflict-rejected': {
    id: 'Pernyataan benturan kepentingan[ ({what})] tidak diterima. Alasannya tercantum.',
    en: 'A declared conflict of interest was not accepted. The reason is given.',
    tone: 'news',
  },
  'conflict-ended': {
    id: 'Pernyataan benturan kepentingan[ ({what})] telah berakhir.',
    en: 'A declared conflict of interest has ended.',
    tone: 'news',
  },
  'conflicts-open': {
    id: '[{what} ]benturan kepentingan menunggu keputusan Anda[ pada {period}].',
    en: '[{what} ]conflicts of interest await your decision[ in {period}].',
    tone: 'act',
  },
  'second-look-commit': {
    id: 'Undian penilaian kedua[ {period}] menunggu komitmen Anda.',
    en: 'The draw of second looks[ for {period}] awaits your commitment.',
    tone: 'act',
  },
  'second-look-reveal': {
    id: 'Undian penilaian kedua[ {period}] menunggu Anda membuka rahasia.',
    en: 'The draw of second looks[ for {period}] awaits that you reveal your secret.',
    tone: 'act',
  },
  'second-look-asked': {
    id: 'Anda diminta menjadi penilai kedua[ pada {period}][, paling lambat {date}].',
    en: 'You are asked to be a second appraiser[ in {period}][, by {date}].',
    tone: 'act',
  },
  'second-look-declined': {
    id: 'Penilai kedua[ {person}] tidak dapat menilai; pilih orang lain.',
    en: 'The second appraiser[ {person}] cannot do it; please choose another.',
    tone: 'act',
  },
  'second-look-given': {
    id: 'Penilaian kedua[ atas {person}] sudah dapat dibandingkan.',
    en: 'The second look[ at {person}] can be compared now.',
    tone: 'news',
  },
  'second-look-made': {
    id: 'Penilaian kedua atas kinerja Anda[ pada {period}] telah dibuat. Hasil resmi Anda tidak berubah.',
    en: 'A second look at your performance[ in {period}] was made. Your official result stays as it is.',
    tone: 'news',
  },
  'second-look-differs': {
    id: 'Penilaian kedua[ atas {person}] berbeda kategori dan perlu Anda pertimbangkan.',
    en: 'The second look[ at {person}] differs in the category; please consider it.',
    tone: 'act',
  },
  'fairness-flagged': {
    id: 'Ada pola yang perlu ditinjau dalam penilaian Anda[ untuk {period}]. Satu kalimat penjelasan cukup.',
    en: 'There is a pattern to review in your ratings[ of {period}]. A sentence of explanation is enough.',
    tone: 'act',
  },
  'competency-outcome-recorded': {
    id: 'Hasil uji kompetensi Anda dicatat[ dari {what}].',
    en: 'The outcome of your competency assessment was recorded[: {what}].',
    tone: 'news',
  },
  'development-need-added': {
    id: '[{person} menambahkan ]kebutuhan pengembangan[: {what}].',
    en: '[{person} added ]a development need[: {what}].',
    tone: 'news',
  },
  'development-need-moved': {
    id: 'Kebutuhan pengembangan[ {what}] diperbarui[ oleh {person}].',
    en: 'The development need[ {what}] was updated[ by {person}].',
    tone: 'news',
  },
  'innovation-joined': {
    id: '[{person} ]mencantumkan Anda sebagai anggota inovasi[ {what}].',
    en: '[{person} ]named you as a member of the innovation[ {what}].',
    tone: 'news',
  },
  'innovation-changed': {
    id: 'Ada keputusan tentang inovasi[ {what}][ dari {person}].',
    en: 'There is a decision about the innovation[ {what}][ by {person}].',
    tone: 'news',
  },
  'innovation-to-verify': {
    id: 'Unit Anda diminta memeriksa inovasi[ {what}].',
    en: 'Your unit is asked to check the innovation[ {what}].',
    tone: 'act',
  },
  'run-finished': {
    id: 'Pekerjaan selesai[: {what}].',
    en: 'The work has finished[: {what}].',
    tone: 'news',
  },
  'survey-closed': {
    id: 'Survei[ {what}] selesai. Hasilnya siap diperiksa.',
    en: 'The survey[ {what}] is over. Its results are ready.',
    tone: 'act',
  },
  'survey-flagged': {
    id: 'Ada jawaban tidak biasa pada survei[ {what}] yang menunggu keputusan Anda.',
    en: 'Unusual answers of the survey[ {what}] await your decision.',
    tone: 'act',
  },
  'survey-words-reported': {
    id: 'Tulisan warga pada survei[ {what}] dilaporkan.',
    en: 'Words of a citizen in the survey[ {what}] were reported.',
    tone: 'act',
  },
  'survey-published': {
    id: 'Hasil survei[ {what}] unit Anda diumumkan.',
    en: 'The result of the survey[ {what}] of your unit was published.',
    tone: 'news',
  },
  'survey-used': {
    id: 'Hasil survei[ {what}] dipakai dalam penilaian Anda.',
    en: 'The result of the survey[ {what}] became part of your appraisal.',
    tone: 'news',
  },
} satisfies Readonly<Record<string, Sentence>>;
