import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Kalkulator aturan', en: 'Rule calculator' },
  intro: {
    id: 'Hitung sendiri, lihat alasan dan dasar hukumnya. Terbuka untuk siapa pun; tidak ada yang disimpan.',
    en: 'Work it out yourself, with the reasons and the legal basis. Open to everybody; nothing is kept.',
  },
  all: { id: 'Semua aturan', en: 'All rules' },
  calculate: { id: 'Hitung', en: 'Calculate' },
  answer: { id: 'Jawaban', en: 'Answer' },
  why: { id: 'Mengapa demikian', en: 'Why' },
  inputs: { id: 'Masukan', en: 'Inputs' },
  basis: { id: 'Dasar', en: 'Basis' },
  examples: { id: 'Contoh', en: 'Examples' },
  choose: { id: 'Pilih', en: 'Choose' },
  item: { id: '{label} {number}', en: '{label} {number}' },
  moreRows: { id: 'Tambah baris', en: 'Add rows' },
  emptyRows: { id: 'Baris yang dikosongkan tidak dihitung.', en: 'Rows left empty are not counted.' },
  notPrinted: {
    id: 'Nomor yang Anda isi tidak muncul di alamat halaman dan tidak disimpan.',
    en: 'The number you give does not appear in the address of the page and is not kept.',
  },
  wantChoice: { id: 'Pilih salah satu.', en: 'Please choose one.' },
  wantNumber: {
    id: 'Tulis angka dari {minimum} sampai {maximum}.',
    en: 'Give a number from {minimum} to {maximum}.',
  },
  wantCount: { id: 'Tulis bilangan bulat, misalnya 12.', en: 'Give a whole number, such as 12.' },
  wantDate: {
    id: 'Tulis tanggal yang ada, misalnya 2026-01-31.',
    en: 'Give a real date, such as 2026-01-31.',
  },
  wantRow: { id: 'Isi paling sedikit satu baris.', en: 'Fill in at least one row.' },
  wantText: { id: 'Isian ini belum diisi.', en: 'Please fill in this field.' },
  problem: { id: '{what}: {remedy}', en: '{what}: {remedy}' },
  forMachines: { id: 'Untuk sistem lain', en: 'For other systems' },
  machineBody: {
    id: 'Kirim JSON ini dengan POST ke {path}; jawabannya berisi dasar dan penjelasan.',
    en: 'POST this JSON to {path}; the answer carries basis and explanation.',
  },
  verified: { id: 'dibaca dalam peraturannya', en: 'read in the regulation' },
  secondary: { id: 'menurut sumber sekunder', en: 'from a secondary source' },
  recollected: { id: 'perlu dikonfirmasi', en: 'to be confirmed' },
  default: {
    id: 'bawaan Tera, dapat diubah instansi',
    en: 'a default of Tera, the agency may change it',
  },
  between: { id: '{minimum} sampai {maximum}', en: '{minimum} to {maximum}' },
});
