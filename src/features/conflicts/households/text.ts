import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Data rumah tangga', en: 'Households' },
  back: { id: 'Benturan kepentingan', en: 'Conflicts of interest' },
  intro: {
    id: 'Unggah daftar NIP, nomor kartu keluarga, dan alamat agar Tera menemukan penilai dan pegawai yang serumah. Tera hanya menyimpan sidiknya: nomor, alamat, dan berkasnya tidak disimpan.',
    en: 'Upload a list of NIP, family card number and address, so that Tera finds appraisers and employees of one household. Only fingerprints are kept: no number, no address, no file.',
  },
  known: {
    id: 'Sidik {count} pegawai tersimpan.',
    en: {
      one: 'Fingerprints of {count} person are kept.',
      other: 'Fingerprints of {count} people are kept.',
    },
  },
  file: { id: 'Berkas Excel atau CSV', en: 'Excel or CSV file' },
  fileHint: {
    id: 'Kolom: NIP, No. KK, Alamat. Salah satu dari No. KK dan Alamat boleh tidak ada.',
    en: 'Columns: NIP, No. KK, Alamat. One of No. KK and Alamat may be missing.',
  },
  check: { id: 'Periksa berkas', en: 'Check the file' },
  template: { id: 'Unduh templat', en: 'Download the template' },
  noFile: { id: 'Pilih berkas.', en: 'Please choose a file.' },
  fileKind: {
    id: '{file} bukan berkas Excel (.xlsx) atau CSV.',
    en: '{file} is no Excel (.xlsx) or CSV file.',
  },
  tooLarge: {
    id: 'Berkas terlalu besar: paling banyak {limit} MB.',
    en: 'The file is too large: at most {limit} MB.',
  },
  unreadable: { id: 'Berkas tidak dapat dibaca: {why}', en: 'The file cannot be read: {why}' },
  noHeading: {
    id: 'Tidak ada baris judul dengan kolom NIP dan No. KK atau Alamat. Pakai templat.',
    en: 'No heading with the columns NIP and No. KK or Alamat. Please use the template.',
  },
  unknownNip: { id: 'NIP tidak dikenal di instansi ini', en: 'No such NIP in this agency' },
  twice: { id: 'Pegawai ini sudah ada di baris sebelumnya', en: 'This person stands in an earlier row' },
  badCard: { id: 'Nomor kartu keluarga harus 16 angka', en: 'A family card number has 16 digits' },
  vagueAddress: {
    id: 'Alamat tanpa nomor rumah tidak dibandingkan',
    en: 'An address without a house number is not compared',
  },
  nothing: { id: 'Nomor kartu keluarga dan alamat kosong', en: 'Neither card number nor address' },
  checked: { id: 'Hasil pemeriksaan {file}', en: 'Check of {file}' },
  wouldRecord: {
    id: '{count} pegawai siap dicatat',
    en: { one: '{count} person ready to record', other: '{count} people ready to record' },
  },
  wouldRecordHint: {
    id: 'Untuk pegawai ini, data lama diganti. Setelah dicatat, semua periode terbuka diperiksa.',
    en: 'What was known of these people is replaced. Every open period is looked through then.',
  },
  record: { id: 'Catat', en: 'Record' },
  recorded: { id: 'Data rumah tangga dicatat.', en: 'The households were recorded.' },
  isRecorded: { id: 'Berkas ini sudah dicatat.', en: 'This file was recorded.' },
  nobody: { id: 'Tidak ada baris yang dapat dicatat.', en: 'There is no row to record.' },
  another: { id: 'Unggah berkas lain', en: 'Upload another file' },
  refused: {
    id: '{count} sel tidak dipakai',
    en: { one: '{count} cell is not used', other: '{count} cells are not used' },
  },
  refusedHint: {
    id: 'Perbaiki di berkas, lalu unggah lagi. Isi selnya tidak disimpan dan tidak ditampilkan.',
    en: 'Mend them in the file and upload it again. What stood in the cells is neither kept nor shown.',
  },
  row: { id: 'Baris', en: 'Row' },
  column: { id: 'Kolom', en: 'Column' },
  reason: { id: 'Sebab', en: 'Why' },
  remove: { id: 'Hapus semua sidik', en: 'Remove all fingerprints' },
  removeIntro: {
    id: 'Bila instansi tidak lagi ingin memakai data ini. Benturan yang ditemukan darinya ikut hilang dari daftar.',
    en: 'Where the agency no longer wants to use them. Conflicts found by them leave the list too.',
  },
  removeSure: { id: 'Ya, hapus sidik semua pegawai', en: 'Yes, remove the fingerprints of everybody' },
  removed: { id: 'Semua sidik dihapus.', en: 'All fingerprints were removed.' },
  tick: { id: 'Centang dahulu untuk memastikan.', en: 'Please tick the box to be sure.' },
});
