import { messages } from '#platform/locale/messages.ts';

export const sealText = messages({
  bothKeys: {
    id: 'Kunci yang lain Anda yang membuatnya. Kedua kunci harus dipegang dua orang: mintalah pemegang lain membuat kunci ini.',
    en: 'You made the other key. The two keys are held by two people: please ask the other holder to make this one.',
  },
  alreadyMade: {
    id: 'Kunci ini sudah dibuat. Frasa sandinya hanya ditampilkan sekali; bila belum dicatat, buat kunci baru.',
    en: 'This key has been made. Its passphrase is shown once; if it was not noted, make a new key.',
  },
  answered: {
    id: 'Formulir ini sudah dikirim. Isinya tidak dapat dibuka atau diubah lagi, juga oleh Anda.',
    en: 'This form has been sent. It can no longer be opened or changed, not even by you.',
  },
  over: {
    id: 'Pengumpulan suara ini sudah berakhir. Formulir tidak dapat dikirim lagi.',
    en: 'This collection of voices is over. The form can no longer be sent.',
  },
  noKeys: {
    id: 'Kunci segel belum lengkap. Formulir tanpa nama baru dapat dikirim setelah Inspektorat dan petugas kepegawaian membuat kuncinya.',
    en: 'The seal keys are not complete. Forms without a name can be sent once the inspectorate and the personnel officer have made theirs.',
  },
  releasedNote: { id: 'Suara lain, dirilis bersama', en: 'Other voices, released together' },
});
