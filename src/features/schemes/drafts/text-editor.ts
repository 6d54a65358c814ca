/** Words of the YAML editor, the history of texts and the adoption. */
import { messages } from '#platform/locale/messages.ts';

export const editorText = messages({
  yamlTitle: { id: 'Naskah YAML: {title}', en: 'YAML text: {title}' },
  yamlIntro: {
    id: 'Seluruh skema sebagai satu berkas. Setiap penyimpanan menjadi naskah tersendiri dalam riwayat.',
    en: 'The whole scheme as one file. Every save becomes a text of its own in the history.',
  },
  source: { id: 'Naskah skema', en: 'Text of the scheme' },
  note: { id: 'Catatan tentang perubahan ini', en: 'Note on this change' },
  save: { id: 'Simpan naskah', en: 'Save the text' },
  saved: {
    id: 'Naskah ke-{revision} tersimpan, tidak ada masalah.',
    en: 'Text {revision} saved, no problems.',
  },
  savedWith: {
    id: 'Naskah ke-{revision} tersimpan. {count} masalah perlu diperbaiki sebelum ditetapkan.',
    en: {
      one: 'Text {revision} saved. {count} problem must be mended before adoption.',
      other: 'Text {revision} saved. {count} problems must be mended before adoption.',
    },
  },
  savedUnreadable: {
    id: 'Naskah ke-{revision} tersimpan, tetapi belum dapat dibaca sebagai YAML.',
    en: 'Text {revision} saved, but it cannot be read as YAML yet.',
  },
  unchanged: { id: 'Tidak ada yang berubah.', en: 'Nothing changed.' },
  refusedTitle: { id: 'Naskah belum disimpan', en: 'The text was not saved' },
  staleTitle: {
    id: 'Belum disimpan: {name} menyimpan naskah ke-{revision} pada {at}',
    en: 'Not saved: {name} saved text {revision} on {at}',
  },
  staleYaml: {
    id: 'Naskah Anda masih ada di bawah. Periksa perbedaannya dengan naskah terkini; simpan sekali lagi bila naskah Anda yang dipakai.',
    en: 'Your text is still below. Look at how it differs from the present one; save once more if yours is to hold.',
  },
  staleGuided: {
    id: 'Isian Anda masih ada di bawah, di atas naskah terkini. Periksa apa yang diubah orang lain, lalu simpan sekali lagi.',
    en: 'What you filled in is still below, upon the present text. Look at what the other person changed, then save once more.',
  },
  theirChange: { id: 'Yang berubah sementara itu', en: 'What changed meanwhile' },
  yourDifference: {
    id: 'Perbedaan naskah terkini dengan naskah Anda',
    en: 'How the present text differs from yours',
  },
  discard: { id: 'Buang isian saya, buka naskah terkini', en: 'Discard mine, open the present text' },
  fromRevision: {
    id: 'Isi di bawah diambil dari naskah ke-{number} dan baru berlaku bila disimpan.',
    en: 'The text below is taken from text {number} and holds only once it is saved.',
  },
  upload: { id: 'Unggah berkas', en: 'Upload a file' },
  uploadHint: {
    id: 'Isi berkas menggantikan naskah ini sebagai naskah berikutnya; naskah lama tetap dalam riwayat.',
    en: 'The file replaces this text as the next one; the old one stays in the history.',
  },
  uploadField: { id: 'Berkas YAML', en: 'YAML file' },
  uploadNone: { id: 'Pilih berkas skema lebih dahulu.', en: 'Choose a scheme file first.' },
  uploadNotText: {
    id: 'Berkas ini bukan teks UTF-8. Simpan skema sebagai teks biasa, lalu unggah lagi.',
    en: 'This file is not UTF-8 text. Save the scheme as plain text, then upload it again.',
  },
  uploadedNote: { id: 'Diunggah dari {name}', en: 'Uploaded from {name}' },
  problemsOfFile: { id: 'Masalah dalam naskah yang tersimpan', en: 'Problems in the saved text' },
  checkSame: {
    id: 'Perintah tera scheme check menemukan masalah yang sama pada berkas yang diunduh.',
    en: 'The command tera scheme check finds the same problems in the downloaded file.',
  },

  revisionsTitle: { id: 'Riwayat naskah: {title}', en: 'History of the text: {title}' },
  savedAt: { id: 'Disimpan', en: 'Saved' },
  savedBy: { id: 'Oleh', en: 'By' },
  noteShort: { id: 'Catatan', en: 'Note' },
  changes: { id: 'Perubahan', en: 'Change' },
  seeChange: { id: 'Lihat perubahan', en: 'See the change' },
  seeChangeOf: { id: 'Lihat perubahan naskah ke-{number}', en: 'See the change of text {number}' },
  first: { id: 'Naskah pertama', en: 'First text' },
  differenceTitle: {
    id: 'Perubahan dari {from} ke naskah ke-{to}',
    en: 'Change from {from} to text {to}',
  },
  theBase: { id: 'skema asal', en: 'the original scheme' },
  theText: { id: 'naskah ke-{number}', en: 'text {number}' },
  compareWith: { id: 'Bandingkan dengan', en: 'Compare with' },
  compare: { id: 'Bandingkan', en: 'Compare' },
  counted: {
    id: '{added} baris baru, {removed} baris hilang',
    en: '{added} lines new, {removed} lines gone',
  },
  same: { id: 'Kedua naskah sama.', en: 'Both texts are the same.' },
  lineNew: { id: 'baru', en: 'new' },
  lineGone: { id: 'hilang', en: 'gone' },
  diffRegion: { id: 'Perbedaan baris demi baris', en: 'Difference line by line' },
  hunkAt: { id: 'Mulai baris {line}', en: 'From line {line}' },
  takeAgain: { id: 'Pakai lagi naskah ini', en: 'Use this text again' },

  adoptionTitle: { id: 'Penetapan: {title}', en: 'Adoption: {title}' },
  adoptionIntro: {
    id: 'Dengan penetapan, rancangan menjadi versi {version} yang tidak berubah lagi dan dapat dipakai periode baru.',
    en: 'By adoption the draft becomes version {version}, which never changes again and can be used by new periods.',
  },
  templateIntro: {
    id: 'Templat ditetapkan kata demi kata. Untuk mengubahnya lebih dahulu, mulai rancangan dari templat ini.',
    en: 'The template is adopted word for word. To change it first, begin a draft from it.',
  },
  notYet: { id: 'Belum dapat ditetapkan', en: 'Cannot be adopted yet' },
  whatChanges: {
    id: 'Yang berubah terhadap {title} versi {version}',
    en: 'What changes against {title} version {version}',
  },
  nothingChanges: {
    id: 'Isinya sama dengan versi asal.',
    en: 'The content is the same as the original version.',
  },
  fromEmpty: {
    id: 'Rancangan ini bermula dari skema kosong.',
    en: 'This draft was begun from an empty scheme.',
  },
  lineByLine: { id: 'Perbedaan baris demi baris', en: 'Difference line by line' },
  added: { id: 'Ditambahkan', en: 'Added' },
  removed: { id: 'Dihapus', en: 'Removed' },
  changed: { id: 'Diubah', en: 'Changed' },
  moved: { id: 'Dipindahkan', en: 'Moved' },
  before: { id: 'Sebelum', en: 'Before' },
  after: { id: 'Sesudah', en: 'After' },
  decision: { id: 'Keputusan', en: 'Decision' },
  decree: { id: 'Nomor keputusan', en: 'Number of the decision' },
  decreeHint: { id: 'Misalnya 800.1.4/123/2026', en: 'For example 800.1.4/123/2026' },
  decidedOn: { id: 'Tanggal keputusan', en: 'Date of the decision' },
  decidedLater: { id: 'Tanggal keputusan belum tiba.', en: 'The date of the decision has not come yet.' },
  confirm: {
    id: 'Saya sudah memeriksa naskah dan perubahannya. Versi ini ditetapkan sesuai keputusan di atas.',
    en: 'I have checked the text and its changes. This version is adopted under the decision above.',
  },
  confirmMissing: {
    id: 'Beri tanda bahwa naskah sudah diperiksa.',
    en: 'Please confirm that the text was checked.',
  },
  adopt: { id: 'Tetapkan versi {version}', en: 'Adopt version {version}' },
  adoptedDone: { id: '{title} versi {version} ditetapkan.', en: '{title} version {version} was adopted.' },
  alreadyAdopted: {
    id: 'Templat ini sudah ditetapkan instansi Anda.',
    en: 'Your agency has already adopted this template.',
  },
  changeFirst: { id: 'Mulai rancangan dari templat ini', en: 'Begin a draft from this template' },
});
