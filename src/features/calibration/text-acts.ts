import { messages } from '#platform/locale/messages.ts';

/** What stands in the way of an act in a calibration meeting. */
export const text = messages({
  dayPassed: {
    id: 'Hari itu sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'That day has passed. Give today or a later day.',
  },
  periodNotOpen: {
    id: 'Rapat kalibrasi hanya untuk periode yang sedang terbuka.',
    en: 'Calibration meetings are for a period that is open.',
  },
  unitNotYours: {
    id: 'Anda tidak dapat memanggil rapat untuk unit ini. Pilih unit dari daftar.',
    en: 'You cannot call a meeting for this unit. Choose a unit from the list.',
  },
  notFitting: {
    id: '{count} penilaian tidak dapat masuk agenda: hasilnya tidak lagi berstatus diberikan, di luar unit rapat, atau menyangkut ketua rapat. Muat ulang halaman.',
    en: '{count} appraisals cannot be on the agenda: their result is no longer just given, outside the unit, or about the chair. Reload the page.',
  },
  nothingChosen: { id: 'Pilih paling sedikit satu penilaian.', en: 'Choose at least one appraisal.' },
  tooMany: {
    id: 'Agenda paling banyak {count} penilaian, agar setiap berkas sempat dibaca.',
    en: 'At most {count} appraisals on an agenda, so that each dossier can be read.',
  },
  nobodyChosen: { id: 'Pilih paling sedikit satu anggota.', en: 'Choose at least one member.' },
  memberNotFitting: {
    id: 'Ketua dan yang memanggil atau menyiapkan rapat tidak dapat menjadi anggota: mereka sudah mengetahui nama dan hasilnya.',
    en: 'The chair and whoever called or prepared the meeting cannot be members: they know names and results already.',
  },
  fewMembers: {
    id: 'Undang paling sedikit {count} anggota selain ketua.',
    en: 'Invite at least {count} members besides the chair.',
  },
  emptyAgenda: { id: 'Agenda masih kosong.', en: 'The agenda is still empty.' },
  chairNotFitting: {
    id: 'Orang ini tidak dapat memimpin rapat ini. Pilih dari daftar.',
    en: 'This person cannot chair this meeting. Choose from the list.',
  },
  notAccepted: {
    id: 'Terima undangan lebih dahulu untuk membaca berkas.',
    en: 'Accept the invitation first to read the dossiers.',
  },
  recused: {
    id: 'Anda tidak ikut menilai butir ini. Penilaian Anda tidak disimpan.',
    en: 'You take no part in this item. Your judgement was not kept.',
  },
  alreadyOpen: {
    id: 'Butir ini sudah dibuka atau dihapus dari agenda; penilaian tidak lagi diterima.',
    en: 'This item was opened or dropped; judgements are no longer taken.',
  },
  alreadyJudged: {
    id: 'Penilaian Anda atas berkas ini sudah dikirim dan tidak dapat diubah.',
    en: 'Your judgement of this dossier was submitted and cannot be changed.',
  },
  stale: {
    id: 'Isian ini sudah berubah di tempat lain. Muat ulang halaman untuk melihat yang terbaru.',
    en: 'This form was changed elsewhere. Reload the page to see the latest.',
  },
  rateFirst: { id: 'Pilih rating.', en: 'Choose a rating.' },
  reasonFirst: {
    id: 'Tuliskan satu kalimat alasan dari bukti dalam berkas.',
    en: 'Write one sentence of reason from the evidence in the dossier.',
  },
  categoryFirst: { id: 'Pilih kategori.', en: 'Choose a category.' },
  categoryWrong: {
    id: 'Kategori ini tidak sejalan dengan predikat {predicate} dari kedua rating.',
    en: 'This category does not agree with the predicate {predicate} that the two ratings give.',
  },
  fewJudged: {
    id: 'Baru {count} anggota menilai berkas ini; butir dibuka setelah paling sedikit {least}.',
    en: '{count} members judged this dossier so far; it can be opened with at least {least}.',
  },
  resultState: {
    id: 'Hasil ini tidak dapat dikembalikan: {why} Catat "tanpa catatan" dan gunakan jalan yang tersedia sesudah pengesahan.',
    en: 'This result cannot be returned: {why} Record "no remark" and use the ways that exist after ratification.',
  },
  isRatified: { id: 'sudah disahkan.', en: 'it has been ratified.' },
  isObjected: { id: 'sedang dalam keberatan.', en: 'an objection is being heard.' },
  isDecided: { id: 'sudah diputus atas keberatan.', en: 'an objection was decided.' },
  isTakenBack: {
    id: 'pejabat penilai sudah menariknya dan akan memberi hasil baru.',
    en: 'the appraiser took it back and will give it anew.',
  },
  isNewer: {
    id: 'pejabat penilai sudah memberi versi baru sejak agenda disusun.',
    en: 'the appraiser has given a newer version since the agenda was made.',
  },
  noAuthor: { id: 'belum ada pejabat penilainya.', en: 'it has no appraiser.' },
  kindFirst: { id: 'Pilih dasar pengembalian.', en: 'Choose what the return is about.' },
  undecided: {
    id: '{count} butir belum dibahas. Buka dan putuskan, atau hapus dari agenda dengan alasan.',
    en: '{count} items are not decided. Open and decide them, or drop them with a reason.',
  },
  unanswered: {
    id: '{count} pengembalian belum dijawab atau belum ada hasil barunya. Rapat dapat ditutup setelah dijawab atau setelah tenggatnya lewat.',
    en: '{count} returns wait for an answer or for the new result. The meeting can be closed once they are answered or overdue.',
  },
});
