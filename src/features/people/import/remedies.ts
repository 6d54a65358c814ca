/** The next step for each reason of text.ts. */
import { type Messages, messages } from '#platform/locale/messages.ts';
import type { Reason } from './text.ts';

const catalogue = {
  noSheet: {
    id: 'Pakai ekspor SIASN (hierarki unor atau DATA UTAMA) atau unduh templat, dan jangan ubah judul kolomnya.',
    en: 'Use the SIASN export (unit hierarchy or DATA UTAMA) or download the template, and keep its headings.',
  },
  noUnits: { id: 'Pilih berkas hierarki unit kerja.', en: 'Choose the file with the unit hierarchy.' },
  noPeople: { id: 'Pilih berkas daftar pegawai.', en: 'Choose the file with the list of people.' },
  noRows: { id: 'Isi datanya atau pilih berkas lain.', en: 'Fill in the data or choose another file.' },
  unreadable: { id: 'Perbaiki berkas itu lalu unggah ulang.', en: 'Mend the file and upload it again.' },
  headingMissing: {
    id: 'Tambahkan kolom dengan judul itu, atau unduh templat.',
    en: 'Add a column with that heading, or download the template.',
  },
  headingTwice: { id: 'Hapus atau ganti judul salah satunya.', en: 'Remove or rename one of them.' },
  headingUnknown: {
    id: 'Tidak perlu apa-apa, kecuali judulnya salah ketik.',
    en: 'Nothing needs doing, unless the heading is misspelt.',
  },
  sheetIgnored: {
    id: 'Tidak perlu apa-apa, kecuali lembar itu berisi unit atau pegawai.',
    en: 'Nothing needs doing, unless the sheet holds units or people.',
  },
  cellError: { id: 'Ganti rumus dengan nilainya.', en: 'Replace the formula by its value.' },
  tooLong: { id: 'Persingkat isinya.', en: 'Shorten the contents.' },
  unitCodeMissing: {
    id: 'Isi kode yang tidak dipakai unit lain.',
    en: 'Give a code that no other unit has.',
  },
  unitNameMissing: { id: 'Isi nama unit.', en: 'Fill in the name of the unit.' },
  unitTwice: {
    id: 'Hapus baris ini atau beri kode yang lain.',
    en: 'Delete this row or give it another code.',
  },
  parentUnknown: {
    id: 'Tulis kode unit yang ada, atau kosongkan bila ini unit puncak.',
    en: 'Write the code of an existing unit, or leave it empty if this is the top.',
  },
  parentRefused: { id: 'Perbaiki baris itu dahulu.', en: 'Mend that row first.' },
  cycle: { id: 'Perbaiki unit induk salah satunya.', en: 'Mend the parent of one of them.' },
  severalTops: {
    id: 'Biasanya hanya satu unit puncak: periksa unit induk yang kosong.',
    en: 'Usually only one unit is at the top: check the empty parents.',
  },
  unitWithoutHead: {
    id: 'Tetapkan pimpinan atau pelaksana tugas setelah impor.',
    en: 'Name a head or an acting head after the import.',
  },
  unitStillUsed: {
    id: 'Pindahkan pegawai dan unit bawahannya, lalu impor lagi.',
    en: 'Move its people and units, then import again.',
  },
  manyUnitsAbsent: {
    id: 'Bila berkas ini memang daftar lengkap, nyatakan demikian lalu impor lagi.',
    en: 'If the file really is the complete list, say so and import again.',
  },
  manyUnitsEnded: {
    id: 'Periksa sekali lagi bahwa berkas ini memuat semua unit.',
    en: 'Check once more that the file holds all units.',
  },
  manyPeopleAbsent: {
    id: 'Bila berkas ini memang daftar lengkap, nyatakan demikian lalu impor lagi.',
    en: 'If the file really is the complete list, say so and import again.',
  },
  manyPeopleEnded: {
    id: 'Periksa sekali lagi bahwa berkas ini memuat semua pegawai.',
    en: 'Check once more that the file holds everybody.',
  },
  maybeSamePerson: { id: 'Perbaiki NIP di baris itu.', en: 'Mend the NIP in that row.' },
  roleHolderKept: {
    id: 'Bila memang sudah tidak bekerja, cabut dahulu perannya, lalu impor lagi.',
    en: 'If the person has left, revoke the role first, then import again.',
  },
  nipMissing: { id: 'Isi NIP 18 angka.', en: 'Fill in the NIP of 18 digits.' },
  nipLostDigits: {
    id: 'Ubah format kolom menjadi Teks, lalu ketik ulang NIP lengkap dari SK; mengubah format saja tidak mengembalikan angkanya.',
    en: 'Set the column to the format Text, then type the whole NIP again from the decree; changing the format alone does not bring the digits back.',
  },
  nipCharacters: { id: 'Tulis 18 angka saja.', en: 'Write 18 digits only.' },
  nipOld: { id: 'Isi NIP baru dengan 18 angka.', en: 'Fill in the new NIP of 18 digits.' },
  nipLength: {
    id: 'Lengkapi sesuai SK atau kartu pegawai.',
    en: 'Complete it from the decree or the staff card.',
  },
  nipBirthDate: {
    id: 'Cocokkan dengan SK atau kartu pegawai.',
    en: 'Compare with the decree or the staff card.',
  },
  nipMonth: {
    id: 'Cocokkan dengan SK. Bila orang ini PPPK, perbaiki jenis pegawainya.',
    en: 'Compare with the decree. If the person is a PPPK, mend the kind of employment.',
  },
  nipSex: { id: 'Cocokkan dengan SK atau kartu pegawai.', en: 'Compare with the decree or the staff card.' },
  nipSerial: {
    id: 'Cocokkan dengan SK; akhiran 000 biasanya angka yang hilang di Excel.',
    en: 'Compare with the decree; a final 000 usually means digits lost in Excel.',
  },
  nipAppointment: {
    id: 'Cocokkan dengan SK atau kartu pegawai.',
    en: 'Compare with the decree or the staff card.',
  },
  nipTwice: {
    id: 'Hapus baris ini, atau perbaiki NIP bila ini orang lain.',
    en: 'Delete this row, or mend the NIP if this is someone else.',
  },
  identityMissing: {
    id: 'Isi NIP, atau nomor identitas lain bila bukan ASN.',
    en: 'Fill in the NIP, or another identity number for someone who is not ASN.',
  },
  identityTwice: {
    id: 'Hapus baris ini, atau perbaiki identitasnya bila ini orang lain.',
    en: 'Delete this row, or mend the identity if this is someone else.',
  },
  ageUnusual: { id: 'Cocokkan NIP dengan SK.', en: 'Compare the NIP with the decree.' },
  nameMissing: { id: 'Isi nama lengkap.', en: 'Fill in the full name.' },
  kindUnknown: { id: 'Tulis PNS, PPPK, atau Non-ASN.', en: 'Write PNS, PPPK or Non-ASN.' },
  unitUnknown: {
    id: 'Impor dahulu unit itu, atau tulis unit yang ada.',
    en: 'Import that unit first, or write one that exists.',
  },
  unitMissing: { id: 'Isi unit kerja.', en: 'Fill in the unit.' },
  unitRefused: { id: 'Perbaiki baris unit itu dahulu.', en: 'Mend that row of units first.' },
  positionMissing: { id: 'Isi nama jabatan.', en: 'Fill in the name of the position.' },
  positionKindUnknown: {
    id: 'Isi jenis jabatan dan eselon, atau tetapkan setelah impor.',
    en: 'Fill in the kind of position and the echelon, or set it after the import.',
  },
  levelUnknown: {
    id: 'Tulis jenjang di nama jabatan, misalnya “Ahli Muda” atau “Terampil”.',
    en: 'Write the level in the name of the position, such as “Ahli Muda” or “Terampil”.',
  },
  twoHeads: { id: 'Periksa jabatan salah satunya.', en: 'Check the position of one of them.' },
  dateUnreadable: { id: 'Tulis seperti 31-12-2026.', en: 'Write it like 31-12-2026.' },
  birthDateDiffers: { id: 'Periksa mana yang benar.', en: 'Check which of them is right.' },
  sexDiffers: { id: 'Periksa mana yang benar.', en: 'Check which of them is right.' },
  sexUnknown: { id: 'Tulis L atau P.', en: 'Write L (male) or P (female).' },
  rankUnknown: {
    id: 'Tulis seperti III/a untuk PNS atau IX untuk PPPK.',
    en: 'Write it like III/a for a PNS or IX for a PPPK.',
  },
  educationUnknown: {
    id: 'Tulis misalnya SLTA, D-III, atau S-1.',
    en: 'Write for example SLTA, D-III or S-1.',
  },
  emailInvalid: { id: 'Tulis seperti nama@contoh.go.id.', en: 'Write it like name@example.go.id.' },
  left: {
    id: 'Tidak perlu apa-apa: orang ini diakhiri bila tercatat, dan tidak ditambahkan bila belum.',
    en: 'Nothing needs doing: the person is ended if recorded, and not added if not.',
  },
  statusUnusual: {
    id: 'Tetap dihitung sebagai pegawai. Periksa apakah orang ini ikut dinilai.',
    en: 'Still counted as staff. Check whether the person takes part in the appraisal.',
  },
} as const satisfies Record<Reason, { id: string; en: string }>;

export const remedies: Messages<typeof catalogue> = messages(catalogue);
