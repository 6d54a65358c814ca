import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  notFoundTitle: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  notFoundBody: {
    id: 'Alamat ini tidak ada, atau Anda tidak berhak melihatnya. Periksa tautannya atau kembali ke beranda.',
    en: 'This address does not exist, or you may not see it. Check the link or go back to the start.',
  },
  notAllowedTitle: { id: 'Anda tidak berwenang melakukan ini', en: 'You may not do this' },
  notAllowedBody: {
    id: 'Tindakan ini dilakukan oleh peran lain. Tidak ada yang berubah. Bila menurut Anda ini keliru, hubungi pengelola kepegawaian.',
    en: 'This act belongs to another role. Nothing was changed. If you think this is wrong, ask your personnel officer.',
  },
  foreignFormTitle: { id: 'Formulir ini tidak berasal dari Tera', en: 'This form did not come from Tera' },
  foreignFormBody: {
    id: 'Tidak ada yang berubah. Buka kembali halamannya di Tera dan kirim dari sana.',
    en: 'Nothing was changed. Open the page in Tera again and send it from there.',
  },
  refusedTitle: { id: 'Belum dapat dilakukan', en: 'This could not be done' },
  errorTitle: { id: 'Terjadi gangguan pada Tera', en: 'Something went wrong in Tera' },
  errorBody: {
    id: 'Permintaan Anda tidak selesai dan tidak ada yang disimpan setengah jalan. Coba lagi; bila terulang, laporkan nomor {request}.',
    en: 'Your request was not completed and nothing was left half done. Try again; if it happens again, report number {request}.',
  },
  back: { id: 'Kembali', en: 'Go back' },
  home: { id: 'Beranda', en: 'Start' },
});
