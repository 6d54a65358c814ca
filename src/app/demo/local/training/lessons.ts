/** Lessons of the courses: two that all schemes share, and one on what is particular to a scheme. */
export interface LessonText {
  readonly title: string;
  readonly body: string;
}

const EVIDENCE: LessonText = {
  title: 'Menilai dari bukti, bukan dari kesan',
  body: `Penilaian yang adil dimulai dari pertanyaan: apa yang benar-benar saya lihat?

Kesan terasa meyakinkan, tetapi mudah keliru. Yang kita ingat biasanya yang terakhir, yang paling ramai, atau yang kita sukai. Bukti lebih sabar: ia mencatat apa yang terjadi, kapan, dan siapa yang melihatnya.

## Tiga langkah untuk setiap butir

1. Kumpulkan dahulu semua bukti yang menyangkut butir itu, juga yang bertentangan.
2. Baca uraian setiap tingkat, dari yang tertinggi sampai yang terendah.
3. Pilih tingkat yang paling cocok, lalu tunjuk bukti yang menentukan.

## Contoh

Seorang petugas dikenal ramah. Dalam catatan, tiga keluhan warga belum dibalas selama dua bulan. Ramah adalah kesan; keluhan yang belum dibalas adalah bukti. Pada butir pelayanan, bukti itu harus ikut dihitung.

Bila bukti belum ada, katakan belum ada. Jangan mengisinya dengan dugaan.`,
};

const TRAPS: LessonText = {
  title: 'Empat jebakan yang sering tidak disadari',
  body: `Penilai yang jujur pun dapat tergelincir. Kenali jebakannya, maka Anda sudah setengah jalan menghindarinya.

## Kesan umum menutupi butir

Orang yang rajin ikut dinilai cermat, dan orang yang canggung ikut dinilai kurang cakap. Nilailah satu butir sampai selesai, baru pindah ke butir berikutnya.

## Selalu di tengah

Tingkat tengah terasa aman, tetapi membuat yang bekerja keras dan yang tidak menjadi sama. Tingkat tertinggi dan terendah ada untuk dipakai bila buktinya ada.

## Terlalu longgar atau terlalu ketat

Ada yang sulit memberi nilai rendah, ada yang merasa tidak seorang pun pantas di tingkat atas. Keduanya merugikan: pegawai tidak belajar apa-apa dari nilai yang tidak berubah.

## Yang terakhir mengalahkan yang lama

Satu kejadian pada bulan terakhir mudah menutupi lima bulan sebelumnya. Susun bukti menurut tanggal sebelum menilai.

- Tulis alasan sebelum memilih tingkat, bukan sesudahnya.
- Tanyakan: apakah saya akan memberi tingkat yang sama kepada orang lain dengan bukti ini?`,
};

const OWN: Readonly<Record<string, LessonText>> = {
  'jambi-adil-terbuka': {
    title: 'Mutu kerja dan perilaku dalam skema Kota Jambi',
    body: `Skema Kota Jambi menilai dua hal yang mudah tercampur: mutu kerja dan perilaku.

- Mutu kerja melihat hasilnya: benar, berguna, tepat waktu.
- Perilaku melihat caranya: melayani, jujur, mau belajar, mau bekerja sama.

Hasil yang rapi dapat lahir dari cara yang melelahkan rekan. Sebaliknya, orang yang menyenangkan dapat menghasilkan laporan yang keliru. Keduanya dinilai sendiri-sendiri.

## Mengapa sertifikat berakhir

Ingatan tentang tingkat bergeser perlahan. Karena itu sertifikat berlaku dua tahun, lalu Anda menilai kasus lagi.

## Setelah menilai

Pegawai membaca tingkat dan alasan Anda pada hari itu juga. Tulislah alasan yang dapat Anda ucapkan di hadapannya.`,
  },
  'sawahlunto-kinerja': {
    title: 'Komitmen: apa yang dilihat, apa yang tidak',
    body: `Komitmen mudah disalahartikan sebagai sering lembur atau selalu setuju. Skema Sawahlunto melihat empat hal saja: menuntaskan tugas, kesediaan, taat aturan, dan peduli kota.

- Pulang tepat waktu bukan tanda kurang komitmen bila tugasnya tuntas.
- Bersedia bukan berarti tidak pernah menolak; menolak dengan alasan yang benar termasuk taat aturan.
- Hubungan keluarga, asal daerah, dan kedekatan pribadi tidak menjadi bukti.

## Sebelum mengesahkan

Bandingkan dua pegawai dengan bukti yang mirip. Bila tingkatnya berbeda, tuliskan apa yang membedakannya.`,
  },
  'sawahlunto-capaian': {
    title: 'Perilaku tidak menambah capaian',
    body: `Skema berbasis capaian menghitung hasil dari data. Perilaku dinilai terpisah, supaya yang satu tidak dipakai menutupi yang lain.

- Capaian yang tinggi tidak dengan sendirinya berarti perilaku teladan.
- Target yang tidak tercapai karena banjir atau anggaran dipotong bukan kesalahan perilaku.
- Inovasi sudah punya tempatnya sendiri; jangan dihitung lagi pada butir adaptif kecuali cara bekerjanya memang tampak.

## Pertanyaan penolong

Andaikan angkanya tidak saya ketahui, tingkat apa yang akan saya pilih dari cara orang ini bekerja?`,
  },
  'kupang-evaluasi': {
    title: 'Menulis alasan dan contoh perilaku',
    body: `Dalam skema Kupang setiap tingkat disertai alasan dan contoh perilaku. Alasan yang baik dapat diperiksa orang lain.

## Kurang baik

"Kerjanya bagus dan rajin."

## Lebih baik

"Pada 12 Mei jadwal imunisasi dua posyandu bertabrakan. Ia menukar giliran dengan rekannya dan mengabari kader sehari sebelumnya, sehingga tidak ada anak yang pulang tanpa dilayani."

- Sebut kapan dan di mana.
- Sebut apa yang dilakukan, bukan sifat orangnya.
- Sebut akibatnya bagi warga atau rekan.`,
  },
  'alak-kompetensi': {
    title: 'Level kompetensi: yang sudah tampak, bukan yang mungkin',
    body: `Level kompetensi menggambarkan apa yang sudah tampak dalam pekerjaan, bukan gelar, lama kerja, atau harapan kita.

1. Mulailah dari level 1 dan naik satu per satu.
2. Berhentilah pada level terakhir yang seluruhnya didukung bukti.
3. Satu kejadian hebat belum membuktikan level yang lebih tinggi; carilah yang berulang.

Level di bawah standar jabatan bukan hukuman. Selisihnya menjadi rencana pengembangan: pelatihan, pendampingan, atau penugasan. Menaikkan level karena kasihan justru menghilangkan kesempatan itu.`,
  },
};

export function lessonsFor(schemeId: string): readonly LessonText[] {
  const own = OWN[schemeId];
  return own ? [EVIDENCE, TRAPS, own] : [EVIDENCE, TRAPS];
}
