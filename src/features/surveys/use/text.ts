import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Pakai hasil {unit} untuk penilaian', en: 'Use the result of {unit} for appraisals' },
  intro: {
    id: 'Hasil unit menjadi bukti pada komponen survei pegawai yang skemanya memintanya. Tidak ada yang berubah sebelum Anda menekan tombol di bawah daftar.',
    en: 'The unit’s result becomes evidence of the survey component of employees whose scheme asks for it. Nothing changes before you press the button below the list.',
  },
  period: { id: 'Periode', en: 'Period' },
  noPeriod: { id: 'Tidak ada periode yang terbuka', en: 'No period is open' },
  noPeriodHint: {
    id: 'Bukti hanya dicatat selama periode terbuka. Buka periodenya dulu, atau pakai hasil ini nanti.',
    en: 'Evidence is only recorded while a period is open. Open it first, or use this result later.',
  },
  withBelow: { id: 'Juga pegawai unit di bawahnya', en: 'Also people of units below' },
  byCounter: {
    id: 'Petugas satu loket memakai hasil loketnya sendiri',
    en: 'Those who serve at one counter get the result of that counter',
  },
  byCounterHint: {
    id: 'Hanya bila pegawai dicatat di satu loket itu selama survei dan jawabannya cukup. Yang lain memakai hasil unit.',
    en: 'Only where they were recorded at that one counter during the survey and it has enough answers. The others get the unit’s.',
  },
  preview: { id: 'Perbarui daftar', en: 'Update the list' },
  who: { id: 'Yang akan mendapat', en: 'Who would get what' },
  name: { id: 'Pegawai', en: 'Employee' },
  unit: { id: 'Unit', en: 'Unit' },
  component: { id: 'Komponen', en: 'Component' },
  value: { id: 'Indeks', en: 'Index' },
  from: { id: 'Dari hasil', en: 'From the result of' },
  answers: { id: 'Jawaban', en: 'Answers' },
  replaces: { id: 'mengganti yang ada', en: 'replaces what is there' },
  tooFew: { id: 'terlalu sedikit menurut skema', en: 'too few by the scheme' },
  nobody: {
    id: 'Tidak ada pegawai yang skemanya memuat survei pengguna layanan.',
    en: 'Nobody here has a scheme with a survey of users of the service.',
  },
  nobodyHint: {
    id: 'Pilih periode lain, atau sertakan unit di bawahnya.',
    en: 'Choose another period, or include the units below.',
  },
  without: {
    id: '{count} pegawai lain tidak mendapat apa pun: skemanya tidak memuat survei.',
    en: {
      one: '{count} other gets nothing: the scheme has no survey.',
      other: '{count} others get nothing: their scheme has no survey.',
    },
  },
  misfit: {
    id: 'Komponen {component} pada skema {scheme} memakai pertanyaan atau skala lain, jadi tidak diisi.',
    en: 'The component {component} of the scheme {scheme} asks other questions or has another scale, so it is not filled.',
  },
  act: { id: 'Pakai untuk penilaian ({count} pegawai)', en: 'Use for appraisals ({count} people)' },
  done: { id: 'Hasil dipakai: {count} nilai dicatat.', en: 'Used: {count} values recorded.' },
  choosePeriod: { id: 'Pilih periode yang terbuka.', en: 'Choose an open period.' },
  periodNotOpen: {
    id: 'Periode ini tidak terbuka. Bukti hanya dicatat selama periode terbuka.',
    en: 'This period is not open. Evidence is only recorded while it is.',
  },
  note: {
    id: 'Survei kepuasan masyarakat {round}, {place}',
    en: 'Public satisfaction survey {round}, {place}',
  },
  before: { id: 'Sudah dipakai', en: 'Used already' },
  beforeLine: { id: '{date}: {period}, {count} nilai', en: '{date}: {period}, {count} values' },
});
