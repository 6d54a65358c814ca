import { messages } from '#platform/locale/messages.ts';
import { accountWords } from './text-account.ts';

export const text = messages({
  // Passwords
  password: { id: 'Kata sandi', en: 'Password' },
  newPassword: { id: 'Kata sandi baru', en: 'New password' },
  repeatPassword: { id: 'Ulangi kata sandi', en: 'Repeat the password' },
  presentPassword: { id: 'Kata sandi saat ini', en: 'Present password' },
  passwordHint: {
    id: 'Paling sedikit 10 karakter. Beberapa kata yang tidak saling berkaitan mudah diingat dan sulit ditebak.',
    en: 'At least 10 characters. A few unrelated words are easy to remember and hard to guess.',
  },
  passwordShort: {
    id: 'Terlalu pendek: gunakan paling sedikit {least} karakter.',
    en: 'Too short: use at least {least} characters.',
  },
  passwordLong: {
    id: 'Terlalu panjang: gunakan paling banyak {most} karakter.',
    en: 'Too long: use at most {most} characters.',
  },
  passwordCommon: {
    id: 'Kata sandi ini termasuk yang pertama kali dicoba orang. Pilih yang lain, misalnya beberapa kata yang tidak saling berkaitan.',
    en: 'This is one of the passwords that are tried first. Choose another, for example a few unrelated words.',
  },
  passwordPersonal: {
    id: 'Kata sandi ini tersusun dari nama, NIP, tanggal lahir atau alamat surel Anda. Pilih yang tidak dapat dibaca dari berkas kepegawaian.',
    en: 'This is made of your name, NIP, date of birth or e-mail. Choose one that cannot be read from your file.',
  },
  passwordsDiffer: { id: 'Kedua isian kata sandi tidak sama.', en: 'The two passwords are not the same.' },
  passwordWrong: { id: 'Kata sandi saat ini tidak cocok.', en: 'This is not your present password.' },
  showPassword: { id: 'Tampilkan', en: 'Show' },

  // Sign-in
  signInTitle: { id: 'Masuk', en: 'Sign in' },
  login: { id: 'NIP atau surel', en: 'NIP or e-mail' },
  loginHint: {
    id: 'NIP boleh ditulis dengan atau tanpa spasi.',
    en: 'The NIP may be written with or without spaces.',
  },
  remember: { id: 'Ingat perangkat ini selama 14 hari', en: 'Stay signed in on this device for 14 days' },
  rememberHint: {
    id: 'Jangan dipilih pada komputer yang dipakai bersama.',
    en: 'Do not choose this on a shared computer.',
  },
  signIn: { id: 'Masuk', en: 'Sign in' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  forgottenLink: { id: 'Lupa kata sandi', en: 'Forgotten password' },
  invitationLink: { id: 'Punya surat undangan', en: 'I have an invitation letter' },
  wrongSignIn: {
    id: 'NIP atau surel dan kata sandi tidak cocok. Periksa keduanya lalu coba lagi.',
    en: 'NIP or e-mail and password do not match. Check both and try again.',
  },
  blocked: {
    id: 'Terlalu banyak percobaan masuk dari tempat ini. Anda dapat mencoba lagi {wait}. Kata sandi yang tersimpan tidak berubah.',
    en: 'Too many attempts from this place. You can try again {wait}. Your password has not changed.',
  },
  waitSeconds: { id: 'dalam {count} detik', en: { one: 'in {count} second', other: 'in {count} seconds' } },
  waitMinutes: { id: 'dalam {count} menit', en: { one: 'in {count} minute', other: 'in {count} minutes' } },
  signedOut: { id: 'Anda telah keluar.', en: 'You have signed out.' },

  // Second step
  secondTitle: { id: 'Verifikasi dua langkah', en: 'Two-step verification' },
  secondIntro: {
    id: 'Buka aplikasi autentikator di telepon Anda dan tulis enam angka yang tampil untuk Tera.',
    en: 'Open the authenticator app on your phone and enter the six digits shown for Tera.',
  },
  code: { id: 'Kode', en: 'Code' },
  codeHint: {
    id: 'Telepon tidak ada? Tulis salah satu kode cadangan, misalnya aB3dE-fG7hK.',
    en: 'No phone at hand? Enter one of your backup codes, for example aB3dE-fG7hK.',
  },
  continue: { id: 'Lanjutkan', en: 'Continue' },
  codeWrong: {
    id: 'Kode tidak cocok. Kode berganti setiap 30 detik; pastikan jam telepon Anda tepat.',
    en: 'The code does not match. It changes every 30 seconds; make sure your phone’s clock is right.',
  },
  secondExpired: {
    id: 'Waktu untuk langkah kedua telah habis atau terlalu banyak kode yang salah. Silakan masuk kembali.',
    en: 'The time for the second step is over, or too many codes were wrong. Please sign in again.',
  },
  secondLocked: {
    id: 'Terlalu banyak kode yang salah. Coba lagi dalam 15 menit.',
    en: 'Too many wrong codes. Try again in 15 minutes.',
  },

  // Forgotten
  forgottenTitle: { id: 'Lupa kata sandi', en: 'Forgotten password' },
  forgottenIntro: {
    id: 'Tulis NIP atau surel Anda. Bila terdaftar dengan alamat surel, Anda menerima tautan untuk membuat kata sandi baru.',
    en: 'Enter your NIP or e-mail. If it is registered with an e-mail address, you will receive a link to choose a new password.',
  },
  forgottenSend: { id: 'Kirim tautan', en: 'Send the link' },
  forgottenDone: {
    id: 'Bila isian itu terdaftar dengan alamat surel, tautan sedang dikirim dan berlaku tiga hari. Tidak menerima apa-apa? Mintalah surat undangan baru kepada pengelola kepegawaian.',
    en: 'If that is registered with an e-mail address, a link is on its way and is valid for three days. Nothing arrived? Ask your personnel officer for a new invitation letter.',
  },
  forgottenBlocked: {
    id: 'Tautan untuk isian ini sudah beberapa kali diminta. Anda dapat memintanya lagi {wait}.',
    en: 'Links for this have been asked for several times. You can ask again {wait}.',
  },
  forgottenNoMail: {
    id: 'Tera di sini tidak mengirim surel. Mintalah surat undangan baru kepada pengelola kepegawaian unit Anda; dengan surat itu Anda membuat kata sandi baru.',
    en: 'Tera sends no e-mail here. Ask the personnel officer of your unit for a new invitation letter; with it you choose a new password.',
  },
  backToSignIn: { id: 'Kembali ke halaman masuk', en: 'Back to sign-in' },

  // Start
  landingTitle: { id: 'Penilaian kinerja yang terbuka', en: 'Appraisal in the open' },
  landingIntro: {
    id: 'Tera membuka ukuran sebelum menilai, memperlihatkan hasil beserta alasannya kepada yang dinilai, dan menyimpan catatan yang tidak dapat diubah diam-diam.',
    en: 'Tera shows the scale before anyone is weighed, shows the result with its reasons to the person weighed, and keeps a record that nobody can quietly change.',
  },
  landingRules: { id: 'Kalkulator aturan', en: 'Rule calculator' },
  landingRulesBody: {
    id: 'Hitung predikat, sebaran, angka kredit dan tenggat keberatan menurut peraturan, tanpa masuk.',
    en: 'Work out predicates, distributions, credit points and objection deadlines under the regulations, without signing in.',
  },
  landingInvitationBody: {
    id: 'Buat kata sandi Anda dengan tautan atau kode pada surat undangan.',
    en: 'Choose your password with the link or code in your invitation letter.',
  },
  landingSignInBody: {
    id: 'Rencana, kemajuan, umpan balik dan hasil penilaian Anda.',
    en: 'Your plan, progress, feedback and results.',
  },
  chooseAgency: { id: 'Pilih instansi', en: 'Choose an agency' },
  chooseAgencyIntro: {
    id: 'Akun Anda terhubung dengan lebih dari satu instansi.',
    en: 'Your account belongs to more than one agency.',
  },
  noAgency: {
    id: 'Akun Anda tidak terhubung dengan instansi mana pun',
    en: 'Your account belongs to no agency',
  },
  noAgencyBody: {
    id: 'Data kepegawaian Anda di sini telah berakhir atau belum dimasukkan. Hubungi pengelola kepegawaian instansi Anda.',
    en: 'Your record here has ended or is not there yet. Ask the personnel officer of your agency.',
  },

  // First run
  startTitle: { id: 'Siapkan Tera', en: 'Set up Tera' },
  startIntro: {
    id: 'Instalasi ini masih kosong. Namai instansinya dan buat akun pengelola kinerja yang pertama; selebihnya dikerjakan dari sana.',
    en: 'This installation is empty. Name the agency and make the account of its first personnel officer; everything else follows from there.',
  },
  setupKey: { id: 'Kunci penyiapan', en: 'Setup key' },
  setupKeyHint: {
    id: 'Tercetak pada layar tempat Tera dijalankan, supaya orang lain di jaringan tidak mendahului Anda.',
    en: 'Printed on the console where Tera was started, so that nobody else on the network is faster than you.',
  },
  setupKeyWrong: {
    id: 'Kunci ini bukan kunci penyiapan. Salin dari layar tempat Tera dijalankan.',
    en: 'This is not the setup key. Copy it from the console where Tera was started.',
  },
  agencySection: { id: 'Instansi', en: 'Agency' },
  officerSection: { id: 'Pengelola kinerja pertama', en: 'First personnel officer' },
  agencyName: { id: 'Nama instansi', en: 'Name of the agency' },
  agencyNameHint: {
    id: 'Misalnya Pemerintah Kota Sawahlunto.',
    en: 'For example Pemerintah Kota Sawahlunto.',
  },
  agencyCode: { id: 'Kode pada alamat', en: 'Code in addresses' },
  agencyCodeHint: {
    id: 'Huruf kecil, angka dan tanda hubung, misalnya kota-sawahlunto. Dibuat dari nama bila dikosongkan. Tidak diubah lagi kemudian.',
    en: 'Small letters, digits and hyphens, such as kota-sawahlunto. Made from the name if left empty. It does not change later.',
  },
  agencyCodeWrong: {
    id: 'Gunakan hanya huruf kecil, angka dan tanda hubung di antaranya, misalnya kota-sawahlunto.',
    en: 'Use only small letters, digits and hyphens between them, such as kota-sawahlunto.',
  },
  zone: { id: 'Zona waktu', en: 'Time zone' },
  zoneHint: { id: 'Tenggat dihitung menurut jam ini.', en: 'Deadlines are counted by this clock.' },
  zoneWib: { id: 'WIB', en: 'WIB, western Indonesia' },
  zoneWibHint: {
    id: 'Sumatra, Jawa, Kalimantan Barat dan Tengah: Padang, Jakarta, Jambi',
    en: 'Sumatra, Java, West and Central Kalimantan: Padang, Jakarta, Jambi',
  },
  zoneWita: { id: 'WITA', en: 'WITA, central Indonesia' },
  zoneWitaHint: {
    id: 'Bali, Nusa Tenggara, Sulawesi, Kalimantan lainnya: Kupang, Makassar, Samarinda',
    en: 'Bali, Nusa Tenggara, Sulawesi, the rest of Kalimantan: Kupang, Makassar, Samarinda',
  },
  zoneWit: { id: 'WIT', en: 'WIT, eastern Indonesia' },
  zoneWitHint: {
    id: 'Maluku dan Papua: Ambon, Jayapura, Sorong',
    en: 'Maluku and Papua: Ambon, Jayapura, Sorong',
  },
  officerName: { id: 'Nama lengkap', en: 'Full name' },
  officerKind: { id: 'Status', en: 'Status' },
  kindPns: { id: 'PNS', en: 'PNS (civil servant)' },
  kindPppk: { id: 'PPPK', en: 'PPPK (contract employee)' },
  kindNonAsn: { id: 'Bukan ASN', en: 'Not a civil servant' },
  nip: { id: 'NIP', en: 'NIP' },
  nipHint: {
    id: '18 angka; untuk PPPK Nomor Induk PPPK. Dikosongkan bila bukan ASN.',
    en: '18 digits; for PPPK the NI PPPK. Left empty for somebody who is no civil servant.',
  },
  nipMissing: {
    id: 'Tulis NIP, atau pilih status Bukan ASN.',
    en: 'Give the NIP, or choose “not a civil servant”.',
  },
  email: { id: 'Surel', en: 'E-mail' },
  emailHint: { id: 'Dapat juga dipakai untuk masuk.', en: 'May also be used to sign in.' },
  emailNeeded: {
    id: 'Tanpa NIP, surel diperlukan untuk masuk.',
    en: 'Without a NIP, an e-mail address is needed to sign in.',
  },
  emailWrong: {
    id: 'Tulis alamat surel yang benar, misalnya nama@contoh.go.id.',
    en: 'Give a real e-mail address, such as name@example.go.id.',
  },
  startButton: { id: 'Buat instansi dan masuk', en: 'Create the agency and sign in' },
  startLost: {
    id: 'Instansi pertama baru saja dibuat oleh orang lain. Isian Anda tidak disimpan; silakan masuk dengan akun yang diberikan kepada Anda.',
    en: 'Somebody else has just created the first agency. Nothing of yours was saved; sign in with the account you were given.',
  },
  startDone: {
    id: 'Tera siap. Langkah berikutnya: masukkan unit kerja dan pegawai.',
    en: 'Tera is ready. Next: bring in units and people.',
  },

  // Invitations, person invited
  inviteTitle: { id: 'Buat kata sandi', en: 'Choose your password' },
  inviteIntro: {
    id: 'Undangan {agency} untuk Anda. Pastikan nama dan NIP ini milik Anda.',
    en: 'An invitation of {agency} to you. Make sure that name and NIP are yours.',
  },
  inviteNotMe: {
    id: 'Bukan Anda? Tutup halaman ini dan kembalikan surat kepada pengelola kepegawaian.',
    en: 'Not you? Close this page and return the letter to the personnel officer.',
  },
  inviteValidUntil: { id: 'Berlaku sampai', en: 'Valid until' },
  inviteName: { id: 'Nama', en: 'Name' },
  inviteButton: { id: 'Simpan dan masuk', en: 'Save and sign in' },
  linkTitle: { id: 'Hubungkan akun Anda', en: 'Connect your account' },
  linkIntro: {
    id: 'NIP ini sudah mempunyai akun Tera. Masukkan kata sandi yang biasa Anda pakai untuk menghubungkannya dengan {agency}.',
    en: 'This NIP has a Tera account already. Enter the password you use to connect it to {agency}.',
  },
  linkButton: { id: 'Hubungkan dan masuk', en: 'Connect and sign in' },
  inviteGoneTitle: { id: 'Undangan ini tidak berlaku', en: 'This invitation is not valid' },
  inviteGoneBody: {
    id: 'Undangan sudah dipakai, sudah lewat waktunya, atau diganti dengan yang lebih baru. Bila kata sandi Anda sudah ada, silakan masuk; bila belum, mintalah surat baru kepada pengelola kepegawaian.',
    en: 'It has been used, has run out, or was replaced by a later one. If you have a password already, sign in; if not, ask your personnel officer for a new letter.',
  },
  inviteElsewhere: {
    id: 'Akun ini juga dipakai di instansi lain, jadi kata sandinya tidak dapat diganti dengan surat. Gunakan “Lupa kata sandi” dengan surel Anda.',
    en: 'This account is also used at another agency, so its password cannot be replaced by letter. Use “Forgotten password” with your e-mail.',
  },
  inviteDone: {
    id: 'Kata sandi tersimpan. Selamat datang di Tera.',
    en: 'Your password is saved. Welcome to Tera.',
  },
  enterCodeTitle: { id: 'Surat undangan', en: 'Invitation letter' },
  enterCode: { id: 'Kode undangan', en: 'Invitation code' },
  enterCodeHint: {
    id: 'Seperti pada surat, misalnya kota-contoh-7QM4-XRT9-WPD2-F3HK.',
    en: 'As in the letter, for example kota-contoh-7QM4-XRT9-WPD2-F3HK.',
  },
  enterCodeWrong: {
    id: 'Kode ini tidak lengkap. Kode terdiri atas nama instansi dan empat kelompok berisi empat huruf atau angka.',
    en: 'This code is not complete. It is the agency’s name and four groups of four letters or digits.',
  },

  // Mails
  inviteMailSubject: { id: 'Undangan Tera {agency}', en: 'Tera invitation, {agency}' },
  inviteMailBody: {
    id: 'Yth. {name},\n\n{agency} mengundang Anda memakai Tera untuk penilaian kinerja. Buat kata sandi Anda melalui tautan ini:\n\n{link}\n\nTautan hanya dapat dipakai satu kali dan berlaku sampai {until}. Bila Anda tidak mengenal undangan ini, abaikan surat ini dan beri tahu pengelola kepegawaian.\n',
    en: 'Dear {name},\n\n{agency} invites you to use Tera for appraisal. Choose your password with this link:\n\n{link}\n\nThe link works once and is valid until {until}. If you do not know of this invitation, ignore this letter and tell your personnel officer.\n',
  },
  resetMailSubject: { id: 'Kata sandi baru untuk Tera', en: 'New password for Tera' },
  resetMailBody: {
    id: 'Yth. {name},\n\nKata sandi baru untuk akun Tera Anda di {agency} dapat dibuat melalui tautan ini:\n\n{link}\n\nTautan hanya dapat dipakai satu kali dan berlaku sampai {until}. Bila bukan Anda yang memintanya, abaikan surat ini; kata sandi Anda tidak berubah.\n',
    en: 'Dear {name},\n\nA new password for your Tera account at {agency} can be chosen with this link:\n\n{link}\n\nThe link works once and is valid until {until}. If you did not ask for it, ignore this letter; your password has not changed.\n',
  },

  ...accountWords,
});
