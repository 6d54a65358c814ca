import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Skema per unit dan jabatan', en: 'Schemes by unit and post' },
  intro: {
    id: 'Skema periode berlaku bagi semua, kecuali yang disebut di sini. Aturan dibaca dari atas; yang pertama sesuai yang berlaku, termasuk bagi unit di bawahnya.',
    en: 'The scheme of the period holds for everybody except those named here. Rules are read from the top; the first that fits holds, for units below it too.',
  },
  own: { id: 'Selain yang disebut di bawah', en: 'Everybody not named below' },
  rules: { id: 'Aturan', en: 'Rules' },
  ordinal: { id: 'Urutan', en: 'Order' },
  forWhom: { id: 'Berlaku bagi', en: 'Holds for' },
  scheme: { id: 'Skema', en: 'Scheme' },
  people: { id: 'Pegawai', en: 'People' },
  act: { id: 'Tindakan', en: 'Act' },
  remove: { id: 'Hapus', en: 'Remove' },
  removeNamed: { id: 'Hapus aturan {rule}', en: 'Remove the rule {rule}' },
  up: { id: 'Naikkan', en: 'Move up' },
  upNamed: { id: 'Naikkan aturan {rule}', en: 'Move the rule {rule} up' },
  unitAndBelow: { id: '{unit} dan unit di bawahnya', en: '{unit} and the units below it' },
  add: { id: 'Tambah aturan', en: 'Add a rule' },
  unit: { id: 'Unit', en: 'Unit' },
  anyUnit: { id: 'Semua unit', en: 'All units' },
  positionKind: { id: 'Jenis jabatan', en: 'Kind of post' },
  anyKind: { id: 'Semua jenis jabatan', en: 'All kinds of posts' },
  chooseScheme: { id: 'Pilih skema', en: 'Choose a scheme' },
  schemeVersion: { id: '{title} (versi {version})', en: '{title} (version {version})' },
  nobodyNamed: {
    id: 'Pilih unit, jenis jabatan, atau keduanya. Untuk semua pegawai, ubah skema pada periode.',
    en: 'Choose a unit, a kind of post, or both. For everybody, change the scheme of the period.',
  },
  schemeUnknown: {
    id: 'Pilih skema yang berlaku pada hari pertama periode.',
    en: 'Choose a scheme that is in force on the first day of the period.',
  },
  already: {
    id: 'Sudah ada aturan untuk unit dan jenis jabatan ini. Hapus dahulu aturan itu.',
    en: 'There is a rule for this unit and kind of post already. Remove it first.',
  },
  notDraft: {
    id: 'Periode sudah dibuka. Skema setiap peserta sudah ditetapkan dan tidak berubah lagi.',
    en: 'The period has been opened. The scheme of each participant is settled and changes no more.',
  },
  added: { id: 'Aturan ditambahkan.', en: 'Rule added.' },
  removed: { id: 'Aturan dihapus.', en: 'Rule removed.' },
  moved: { id: 'Urutan diubah.', en: 'Order changed.' },
  noRules: { id: 'Belum ada aturan', en: 'No rules yet' },
  noRulesHint: {
    id: 'Semua pegawai memakai skema periode. Tambahkan aturan bila suatu unit atau jenis jabatan memakai skema lain.',
    en: 'Everybody is under the scheme of the period. Add a rule where a unit or a kind of post has another.',
  },
  nobodyHit: {
    id: 'Tidak mengenai siapa pun: aturan di atasnya lebih dahulu sesuai, atau tidak ada pegawai di sana.',
    en: 'Hits nobody: a rule above fits first, or there are no people there.',
  },
});
