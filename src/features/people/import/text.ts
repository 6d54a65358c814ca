/** What can be wrong with a cell and how to mend it. Keys are stored in reports of past imports. */
import { messages } from '#platform/locale/messages.ts';

export const reasons = messages({
  noSheet: {
    id: 'Tidak ada lembar dengan susunan kolom yang dikenal',
    en: 'No sheet has columns in a known layout',
  },
  noUnits: { id: 'Berkas ini tidak memuat daftar unit kerja', en: 'This file holds no list of units' },
  noPeople: { id: 'Berkas ini tidak memuat daftar pegawai', en: 'This file holds no list of people' },
  noRows: { id: 'Di bawah judul kolom tidak ada baris data', en: 'There is no data row below the headings' },
  unreadable: { id: '{detail}', en: '{detail}' },
  headingMissing: { id: 'Kolom {heading} tidak ditemukan', en: 'The column {heading} was not found' },
  headingTwice: { id: 'Judul kolom {heading} muncul dua kali', en: 'The heading {heading} appears twice' },
  headingUnknown: {
    id: 'Kolom ini tidak dikenal, jadi diabaikan',
    en: 'This column is not known and was ignored',
  },
  sheetIgnored: {
    id: 'Lembar ini tidak dikenal, jadi diabaikan',
    en: 'This sheet is not known and was ignored',
  },
  cellError: { id: 'Sel berisi kesalahan rumus', en: 'The cell holds a formula error' },
  tooLong: { id: 'Isi sel lebih dari {limit} karakter', en: 'The cell holds more than {limit} characters' },
  unitCodeMissing: { id: 'Kode unit kosong', en: 'The unit has no code' },
  unitNameMissing: { id: 'Nama unit kosong', en: 'The unit has no name' },
  unitTwice: {
    id: 'Kode unit ini sudah dipakai di baris {row}',
    en: 'This unit code already stands in row {row}',
  },
  parentUnknown: { id: 'Unit induk tidak ada', en: 'The parent unit does not exist' },
  parentRefused: { id: 'Unit induk di baris {row} ditolak', en: 'The parent unit in row {row} was refused' },
  cycle: { id: 'Unit ini menjadi induk dirinya sendiri: {path}', en: 'The unit is above itself: {path}' },
  severalTops: {
    id: 'Ada {count} unit tanpa induk',
    en: { one: '{count} unit has no parent', other: '{count} units have no parent' },
  },
  unitWithoutHead: {
    id: 'Tidak ada pegawai dengan jabatan pimpinan unit ini',
    en: 'Nobody holds the post that leads this unit',
  },
  unitStillUsed: {
    id: 'Unit {code} tidak ada dalam berkas, tetapi masih punya pegawai atau unit bawahan, jadi tidak diakhiri',
    en: 'The unit {code} is not in the file but still has people or units below it, so it was not ended',
  },
  manyUnitsAbsent: {
    id: '{count} dari {total} unit ({percent} %) tidak ada dalam berkas; tidak satu pun diakhiri',
    en: '{count} of {total} units ({percent} %) are not in the file; none of them was ended',
  },
  manyUnitsEnded: {
    id: '{count} dari {total} unit ({percent} %) tidak ada dalam berkas yang dinyatakan lengkap',
    en: '{count} of {total} units ({percent} %) are not in the file that was said to be complete',
  },
  manyPeopleAbsent: {
    id: '{count} dari {total} pegawai ({percent} %) tidak ada dalam berkas; tidak seorang pun diakhiri',
    en: '{count} of {total} people ({percent} %) are not in the file; none of them was ended',
  },
  manyPeopleEnded: {
    id: '{count} dari {total} pegawai ({percent} %) tidak ada dalam berkas yang dinyatakan lengkap, jadi diakhiri',
    en: '{count} of {total} people ({percent} %) are not in the file that was said to be complete, so they are ended',
  },
  maybeSamePerson: {
    id: '{name} ({nip}) tidak ditemukan, tetapi ada baris bernama sama yang NIP-nya ditolak, jadi tidak diakhiri',
    en: '{name} ({nip}) was not found, but a row of the same name has a refused NIP, so the person was not ended',
  },
  roleHolderKept: {
    id: '{name} tidak tercantum atau sudah tidak aktif menurut berkas, tetapi memegang peran di Tera, jadi tidak diakhiri',
    en: '{name} is missing or no longer active in the file but holds a role in Tera and was not ended',
  },
  nipMissing: { id: 'NIP kosong', en: 'The NIP is empty' },
  nipLostDigits: {
    id: 'NIP tersimpan sebagai angka, sehingga Excel sudah membuang angka-angka terakhirnya',
    en: 'The NIP is stored as a number, so Excel has already dropped its last digits',
  },
  nipCharacters: { id: 'NIP berisi selain angka', en: 'The NIP holds something other than digits' },
  nipOld: { id: 'Ini NIP lama dengan 9 angka', en: 'This is an old NIP of 9 digits' },
  nipLength: {
    id: 'NIP berisi {count} angka, seharusnya 18',
    en: 'The NIP has {count} digits instead of 18',
  },
  nipBirthDate: {
    id: 'Delapan angka pertama NIP bukan tanggal lahir yang ada ({date})',
    en: 'The first eight digits of the NIP are not a birth date that exists ({date})',
  },
  nipMonth: {
    id: 'Angka ke-13 dan 14 NIP PNS harus bulan pengangkatan 01 sampai 12, di sini {month}',
    en: 'Digits 13 and 14 of the NIP of a PNS must be the month of appointment 01 to 12, here {month}',
  },
  nipSex: {
    id: 'Angka ke-15 NIP harus 1 (pria) atau 2 (wanita), di sini {digit}',
    en: 'Digit 15 of the NIP must be 1 (male) or 2 (female), here {digit}',
  },
  nipSerial: {
    id: 'Nomor urut di akhir NIP tidak boleh 000',
    en: 'The serial at the end of the NIP cannot be 000',
  },
  nipAppointment: {
    id: 'Pengangkatan menurut NIP ({appointed}) tidak sesudah tanggal lahir',
    en: 'The appointment in the NIP ({appointed}) is not after the birth date',
  },
  nipTwice: { id: 'NIP ini sudah ada di baris {row}', en: 'This NIP already stands in row {row}' },
  identityMissing: {
    id: 'Orang tanpa NIP memerlukan nomor identitas lain',
    en: 'A person without NIP needs another identity number',
  },
  identityTwice: {
    id: 'Identitas ini sudah ada di baris {row}',
    en: 'This identity already stands in row {row}',
  },
  ageUnusual: {
    id: 'Menurut NIP, usia saat diangkat tidak lazim',
    en: 'By the NIP the age at appointment is unusual',
  },
  nameMissing: { id: 'Nama kosong', en: 'The name is empty' },
  kindUnknown: { id: 'Jenis pegawai tidak dikenal', en: 'The kind of employment is not known' },
  unitUnknown: { id: 'Unit kerja {unit} tidak ada', en: 'The unit {unit} does not exist' },
  unitMissing: { id: 'Unit kerja kosong', en: 'The unit is empty' },
  unitRefused: { id: 'Unit kerja di baris {row} ditolak', en: 'The unit in row {row} was refused' },
  positionMissing: { id: 'Jabatan kosong', en: 'The position is empty' },
  positionKindUnknown: {
    id: 'Jenis jabatan tidak dapat ditentukan, jadi dicatat sebagai Lainnya',
    en: 'The kind of position cannot be told, so it was recorded as Other',
  },
  levelUnknown: {
    id: 'Jenjang jabatan fungsional tidak dikenal',
    en: 'The level of the functional position is not known',
  },
  twoHeads: {
    id: 'Pimpinan unit ini sudah ada di baris {row}; baris ini tidak dijadikan pimpinan',
    en: 'The head of this unit already stands in row {row}; this row was not made head',
  },
  dateUnreadable: {
    id: 'Tanggal tidak terbaca, jadi diabaikan',
    en: 'The date cannot be read and was ignored',
  },
  birthDateDiffers: {
    id: 'Tanggal lahir berbeda dari NIP ({date})',
    en: 'The birth date differs from the NIP ({date})',
  },
  sexDiffers: { id: 'Jenis kelamin berbeda dari NIP ({sex})', en: 'The sex differs from the NIP ({sex})' },
  sexUnknown: {
    id: 'Jenis kelamin tidak dikenal, jadi diabaikan',
    en: 'The sex is not known and was ignored',
  },
  rankUnknown: { id: 'Golongan tidak dikenal, jadi diabaikan', en: 'The rank is not known and was ignored' },
  educationUnknown: {
    id: 'Tingkat pendidikan tidak dikenal, jadi diabaikan',
    en: 'The level of education is not known and was ignored',
  },
  emailInvalid: {
    id: 'Alamat surel tidak lengkap, jadi diabaikan',
    en: 'The e-mail address is incomplete and was ignored',
  },
  left: { id: 'Sudah tidak aktif: {status}', en: 'No longer active: {status}' },
  statusUnusual: { id: 'Kedudukan hukum: {status}', en: 'Legal status: {status}' },
});

export type Reason = keyof typeof reasons;
