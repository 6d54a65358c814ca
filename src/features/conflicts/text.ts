import { messages } from '#platform/locale/messages.ts';

/** What stands in the way of an act. */
export const text = messages({
  twoPeople: { id: 'Pilih dua orang yang berbeda.', en: 'Please choose two different people.' },
  sinceLater: {
    id: 'Tanggal mulai belum tiba. Tulis tanggal hari ini atau sebelumnya.',
    en: 'That day has not come yet. Give today or an earlier day.',
  },
  untilBeforeSince: {
    id: 'Tanggal berakhir mendahului tanggal mulai. Tulis tanggal mulai bila hubungan itu ternyata tidak ada.',
    en: 'That is before it began. Give the day it began if the relation never existed.',
  },
  relationMissing: { id: 'Pilih hubungan keluarganya.', en: 'Please choose which relation it is.' },
  notRelated: {
    id: 'Anda tidak menilai orang ini dan tidak dinilai olehnya. Pilih orang dari daftar.',
    en: 'You neither rate this person nor are rated by them. Please choose from the list.',
  },
  alreadyDeclared: {
    id: 'Hubungan ini sudah pernah dinyatakan dan masih berlaku atau masih menunggu keputusan.',
    en: 'This relation was declared before; it stands or waits for a decision.',
  },
  alreadyCommented: {
    id: 'Tanggapan Anda sudah tercatat. Setiap orang menanggapi satu kali.',
    en: 'Your comment is recorded. Everybody comments once.',
  },
  closedToComments: {
    id: 'Pernyataan ini sudah ditutup dan tidak dapat ditanggapi lagi.',
    en: 'This declaration is closed and takes no more comments.',
  },
});
