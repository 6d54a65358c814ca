import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  noPeople: { id: 'Tidak ada peserta', en: 'Nobody takes part' },
  noPeopleAdvice: {
    id: 'Tidak ada pegawai dengan penempatan definitif di unit yang dipilih dalam rentang periode. Impor pegawai atau ubah unit yang ikut.',
    en: 'Nobody has a definitive placement in the chosen units during the period. Import people or change the units.',
  },
  noPeopleDetail: { id: 'Pilih unit lain atau impor pegawai', en: 'Choose other units or import people' },
  noScheme: { id: 'Skema penilaian tidak dapat dipakai', en: 'The scheme cannot be used' },
  noSchemeAdvice: {
    id: 'Skema periode ini tidak terpasang atau tidak berlaku pada hari pertama periode. Pilih skema lain.',
    en: 'The scheme of this period is not installed or not in effect on its first day. Choose another one.',
  },
  schemeMissing: { id: 'Skema {scheme} tidak terpasang', en: 'Scheme {scheme} is not installed' },
  schemeNotEffective: {
    id: 'Skema {scheme} tidak berlaku pada {date}',
    en: 'Scheme {scheme} is not in effect on {date}',
  },
  noAppraiser: {
    id: '{count} pegawai tanpa pejabat penilai',
    en: { one: '{count} person without an appraiser', other: '{count} people without an appraiser' },
  },
  noAppraiserAdvice: {
    id: 'Tanpa pejabat penilai, SKP tidak dapat disepakati dan hasil tidak dapat diberikan.',
    en: 'Without an appraiser no plan can be agreed and no result given.',
  },
  noAppraiserDetail: {
    id: '{position}: belum ada pejabat penilai per {date}',
    en: '{position}: no appraiser on {date}',
  },
  appraiserEnded: {
    id: '{count} pejabat penilai sudah berhenti',
    en: { one: '{count} appraiser has left', other: '{count} appraisers have left' },
  },
  appraiserEndedAdvice: {
    id: 'Pejabat penilai yang sudah berhenti, pensiun, atau pindah instansi perlu diganti untuk semua pegawai yang dinilainya.',
    en: 'An appraiser who has left must be replaced for everyone they appraise.',
  },
  appraiserEndedDetail: {
    id: 'Berhenti {date}; menilai {count} pegawai',
    en: {
      one: 'Left on {date}; appraises {count} person',
      other: 'Left on {date}; appraises {count} people',
    },
  },
  appraiserNoAccount: {
    id: '{count} pejabat penilai belum punya akun',
    en: { one: '{count} appraiser without an account', other: '{count} appraisers without an account' },
  },
  appraiserNoAccountAdvice: {
    id: 'Kirim undangan supaya SKP bawahannya tidak menunggu.',
    en: 'Invite them, so that the plans of their staff do not wait.',
  },
  appraises: {
    id: 'Menilai {count} pegawai',
    en: { one: 'Appraises {count} person', other: 'Appraises {count} people' },
  },
  noSuperior: {
    id: '{count} pegawai tanpa atasan pejabat penilai',
    en: {
      one: "{count} person without an appraiser's superior",
      other: "{count} people without an appraiser's superior",
    },
  },
  noSuperiorAdvice: {
    id: 'Atasan pejabat penilai mengesahkan hasil dan memutus keberatan.',
    en: "The appraiser's superior ratifies results and decides objections.",
  },
  noSuperiorDetail: { id: 'Pejabat penilai: {appraiser}', en: 'Appraiser: {appraiser}' },
  noAccount: {
    id: '{count} pegawai belum punya akun',
    en: { one: '{count} person without an account', other: '{count} people without an account' },
  },
  noAccountAdvice: {
    id: 'Mereka belum dapat masuk untuk menyusun SKP. Kirim atau cetak undangan.',
    en: 'They cannot sign in to draft a plan yet. Mail or print invitations.',
  },
  noHead: {
    id: '{count} unit tanpa kepala',
    en: { one: '{count} unit without a head', other: '{count} units without a head' },
  },
  noHeadAdvice: {
    id: 'Tetapkan pejabat definitif, Plt., atau Plh. agar usulan pejabat penilai tepat.',
    en: 'Name a definitive or acting head, so that appraisers are proposed correctly.',
  },
  peopleInUnit: {
    id: '{count} peserta di unit ini',
    en: { one: '{count} participant in this unit', other: '{count} participants in this unit' },
  },
  severalHeads: {
    id: '{count} unit dengan lebih dari satu kepala',
    en: { one: '{count} unit with several heads', other: '{count} units with several heads' },
  },
  severalHeadsAdvice: {
    id: 'Akhiri penempatan yang sudah tidak berlaku.',
    en: 'End the placement that no longer holds.',
  },
  severalHeadsDetail: { id: 'Kepala: {names}', en: 'Heads: {names}' },
  duplicates: {
    id: '{count} pegawai mungkin tercatat ganda',
    en: { one: '{count} person may be recorded twice', other: '{count} people may be recorded twice' },
  },
  duplicatesAdvice: {
    id: 'Nama dan tanggal lahir sama, NIP berbeda. Periksa apakah orangnya sama, lalu akhiri yang keliru.',
    en: 'Same name and birth date, different NIP. Check whether it is one person and end the wrong record.',
  },
  duplicatesDetail: { id: 'NIP {nip}, lahir {date}', en: 'NIP {nip}, born {date}' },
  checkpoints: {
    id: '{count} tanggal pemantauan di luar periode',
    en: { one: '{count} check-in outside the period', other: '{count} check-ins outside the period' },
  },
  checkpointsAdvice: {
    id: 'Setiap pemantauan harus berada dalam periode, dan batasnya tidak lewat dari batas pengesahan.',
    en: 'Every check-in lies within the period and is due before ratification is.',
  },
  checkpointDetail: { id: '{from} – {to}, batas {due}', en: '{from} – {to}, due {due}' },
  noCheckpoints: { id: 'Belum ada jadwal pemantauan', en: 'There are no check-ins yet' },
  flags: {
    id: '{count} pegawai menandai pejabat penilainya keliru',
    en: {
      one: '{count} person says their appraiser is wrong',
      other: '{count} people say their appraiser is wrong',
    },
  },
  flagsAdvice: {
    id: 'Jawab tanda ini dahulu; setelah dibuka, penggantian tercatat sebagai perubahan peserta.',
    en: 'Answer these first; after opening, a replacement is recorded as a change of participants.',
  },
  circles: {
    id: '{count} rangkaian penilai yang melingkar',
    en: { one: '{count} circle of appraisers', other: '{count} circles of appraisers' },
  },
  circlesAdvice: {
    id: 'Seseorang tidak boleh dinilai oleh orang yang, langsung atau tidak, dinilainya sendiri.',
    en: 'Nobody may be appraised by someone whom they appraise themselves, directly or through others.',
  },
  planDuePassed: { id: 'Batas penetapan SKP sudah lewat', en: 'The plans are already overdue' },
  planDuePassedAdvice: {
    id: 'Semua peserta akan langsung terhitung terlambat. Mundurkan batasnya.',
    en: 'Everyone would be late from the start. Move the date.',
  },
  planDuePassedDetail: { id: 'Batas: {date}', en: 'Due: {date}' },
  elsewhere: {
    id: '{count} pegawai sudah menjadi peserta periode lain yang terbuka',
    en: {
      one: '{count} person already takes part in another open period',
      other: '{count} people already take part in another open period',
    },
  },
  elsewhereAdvice: {
    id: 'Rentang kedua periode beririsan. Tutup yang lama atau kecualikan pegawainya.',
    en: 'The two periods overlap. Close the older one or exclude these people.',
  },
});
