import { messages } from '#platform/locale/messages.ts';

/** Facts as whoever is concerned may read them: no more than what stands, since when, and what follows. */
export const text = messages({
  title: { id: 'Benturan kepentingan', en: 'Conflicts of interest' },
  intro: {
    id: 'Fakta berikut ditampilkan kepada pegawai, penilai, atasan, dan pengelola kinerja. Fakta ini bukan tuduhan.',
    en: 'These facts are shown to the employee, the appraiser, the superior and the officer. They accuse nobody.',
  },
  family: {
    id: 'Ada hubungan keluarga yang dinyatakan, sejak {date}.',
    en: 'A family relation was declared, since {date}.',
  },
  business: {
    id: 'Ada hubungan usaha yang dinyatakan, sejak {date}.',
    en: 'A business relation was declared, since {date}.',
  },
  dispute: {
    id: 'Ada perselisihan yang dinyatakan, sejak {date}.',
    en: 'A dispute was declared, since {date}.',
  },
  pendingCase: {
    id: 'Ada perkara yang sedang berjalan, sejak {date}.',
    en: 'There is a pending case, since {date}.',
  },
  sameHousehold: {
    id: 'Data kepegawaian mencatat kartu keluarga atau alamat yang sama.',
    en: 'The personnel data have the same family card or address for both.',
  },
  mutualAppraisal: {
    id: 'Keduanya saling menilai, sejak {date}.',
    en: 'Each rates the other, since {date}.',
  },
  shortContact: {
    id: 'Masa bekerja bersama kurang dari {months} bulan yang diminta skema.',
    en: 'They have worked together for less than the {months} months that the scheme asks for.',
  },
  openObjection: {
    id: 'Ada keberatan yang belum diputuskan, diajukan {date}.',
    en: 'An objection filed on {date} is not decided yet.',
  },
  flag: {
    id: 'Menurut skema, fakta ini cukup ditampilkan.',
    en: 'By the scheme it is enough that these facts are shown.',
  },
  second: {
    id: 'Menurut skema, seorang penilai kedua ikut menilai.',
    en: 'By the scheme a second appraiser rates too.',
  },
  replace: {
    id: 'Menurut skema, penilaian dilakukan oleh orang lain.',
    en: 'By the scheme somebody else rates instead.',
  },
});
