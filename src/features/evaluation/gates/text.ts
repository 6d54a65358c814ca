import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  voicesTitle: { id: 'Suara lain masih dikumpulkan', en: 'Other voices are still being collected' },
  voices: {
    id: 'Formulir dapat diisi dan disimpan sekarang. Hasil dapat diberikan setelah pengumpulan ditutup pada {date}, supaya tidak ada yang memengaruhi yang lain.',
    en: 'You can fill in and save the form now. The result can be given once collecting closes on {date}, so that nobody influences anybody.',
  },
  voicesRefused: {
    id: 'Suara lain masih dikumpulkan sampai {date}. Isian Anda tersimpan; berikan hasil setelah tanggal itu.',
    en: 'Other voices are being collected until {date}. What you wrote is kept; give the result after that day.',
  },
  certificateTitle: { id: 'Sertifikat penilai', en: 'Certificate of appraisers' },
  notCertified: {
    id: 'Penilai belum memiliki sertifikat menurut skema ini.',
    en: 'The appraiser has no certificate under this scheme.',
  },
  expired: {
    id: 'Sertifikat penilai menurut skema ini berakhir pada {date}.',
    en: 'The appraiser’s certificate under this scheme ended on {date}.',
  },
  certificateRequired: {
    id: 'Skema ini hanya mengizinkan penilai bersertifikat. Selesaikan pelatihannya, lalu kembali ke halaman ini.',
    en: 'This scheme lets only certified appraisers rate. Finish the course, then come back to this page.',
  },
  certificateFlag: {
    id: 'Menurut skema, fakta ini cukup ditampilkan kepada pegawai, penilai, dan atasan.',
    en: 'By the scheme it is enough that the employee, the appraiser and the superior are told.',
  },
  recognised: {
    id: 'Sudah dilatih di tempat lain? Minta pengelola kinerja mengakui sertifikat Anda.',
    en: 'Trained elsewhere? Ask the officer to recognise your certificate.',
  },
  toCourse: { id: 'Buka pelatihan', en: 'Open the course' },
  replaceTitle: { id: 'Penilaian dilakukan oleh orang lain', en: 'Somebody else rates' },
  replaceRefused: {
    id: 'Karena benturan kepentingan, hasil tidak dapat diberikan oleh Anda. Minta pengelola kinerja menunjuk penilai lain atau memutuskan perkara ini.',
    en: 'Because of a conflict of interest you cannot give the result. Ask the officer to appoint another appraiser or to decide the case.',
  },
  replace: {
    id: 'Menurut skema, penilai dengan benturan ini diganti. Draf tetap dapat disimpan, tetapi hasil baru dapat diberikan setelah pengelola kinerja memutuskan.',
    en: 'By the scheme an appraiser with this conflict is replaced. A draft can be saved, but a result can be given only once the officer has decided.',
  },
  toConflicts: { id: 'Lihat benturan kepentingan', en: 'See the conflicts of interest' },
  contests: {
    id: '{count} keberatan atas catatan ini belum diputuskan:',
    en: {
      one: '{count} objection to these records is not decided yet:',
      other: '{count} objections to these records are not decided yet:',
    },
  },
  contestDay: { id: 'hari {what}', en: 'day {what}' },
  contestCase: { id: 'perkara layanan {what}', en: 'case {what}' },
});
