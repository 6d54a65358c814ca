/** Further dossiers: a road inspector, a treasurer of a village, a midwife. */
import type { DossierText } from './dossiers.ts';

export const FIELD_DOSSIERS = {
  roads: {
    heading: 'Pengawas jalan yang dicintai rekannya',
    situation: `Hendra Saputra mengawasi pemeliharaan jalan. Ia ramah, pandai bercerita, dan selalu menolong rekan yang kesulitan. Pada triwulan terakhir ia menyelesaikan satu perbaikan darurat dengan sangat baik.`,
    evidence: [
      [
        '01-24',
        'Laporan pengawasan',
        'Empat dari sembilan laporan harian dibuat sekaligus pada akhir minggu; dua foto ternyata dari lokasi lain.',
      ],
      [
        '03-03',
        'Pengaduan warga',
        'Lubang di depan sekolah dilaporkan tiga kali sebelum ditinjau, dua puluh hari setelah laporan pertama.',
      ],
      [
        '04-19',
        'Pesan rekan',
        'Hendra menggantikan rekan yang istrinya melahirkan selama satu minggu tanpa diminta.',
      ],
      [
        '05-30',
        'Catatan kepala bidang',
        'Setelah ditegur soal laporan, tiga laporan berikutnya tepat waktu, lalu kembali terlambat.',
      ],
      [
        '06-21',
        'Berita acara',
        'Jembatan kecil yang rusak karena hujan dibuka kembali dalam dua hari; Hendra di lapangan sampai malam.',
      ],
    ],
    behaviour: [
      [
        'berorientasi-pelayanan',
        'b',
        'Perbaikan jembatan sangat baik, tetapi pengaduan lubang di depan sekolah dibiarkan dua puluh hari.',
      ],
      [
        'berorientasi-pelayanan',
        'b',
        'Satu kejadian di bulan terakhir tidak menghapus pengaduan yang terbengkalai.',
        1,
      ],
      [
        'akuntabel',
        'j',
        'Dua foto dari lokasi lain membuat laporan tidak sesuai kenyataan; itu menentukan tingkat terendah.',
      ],
      [
        'akuntabel',
        'j',
        'Laporan harian dibuat sekaligus dan sebagian tidak benar, juga setelah ditegur.',
        1,
      ],
      ['harmonis', 't', 'Menggantikan rekan seminggu tanpa diminta; disegani dan menenangkan tim.'],
      ['loyal', 'k', 'Bertahan di lapangan sampai jembatan dapat dilalui.'],
      ['kolaboratif', 'k', 'Menolong rekan dan bekerja bersama pada keadaan darurat.'],
    ],
  },
  village: {
    heading: 'Staf keuangan kelurahan pada tahun pertama',
    situation: `Maria Tefa baru delapan bulan mengurus keuangan kelurahan setelah sebelumnya di bagian umum. Pendahulunya pensiun tanpa serah terima yang lengkap.`,
    evidence: [
      [
        '01-12',
        'Buku kas',
        'Ditemukan selisih Rp2.350.000 dari masa pendahulu. Maria mencatatnya, melapor, dan menelusuri kuitansinya sampai cocok.',
      ],
      [
        '02-25',
        'Bimbingan teknis',
        'Maria mengikuti pelatihan penatausahaan dan membuat ringkasan satu halaman untuk dua kelurahan tetangga.',
      ],
      ['03-31', 'Laporan triwulan', 'Laporan pertama terlambat sembilan hari; yang kedua tepat waktu.'],
      [
        '04-16',
        'Ketua RT',
        'Pencairan bantuan kegiatan dijelaskan dengan sabar kepada tiga RT, lengkap dengan contoh formulir.',
      ],
      [
        '05-20',
        'Catatan lurah',
        'Ketika diminta membayar kegiatan tanpa kuitansi, Maria menolak dan menawarkan cara yang sesuai aturan.',
      ],
    ],
    behaviour: [
      ['berorientasi-pelayanan', 'k', 'Menjelaskan dengan sabar dan menyediakan contoh formulir.'],
      [
        'akuntabel',
        't',
        'Menelusuri selisih warisan sampai cocok dan menolak pembayaran tanpa kuitansi dari atasannya sendiri.',
      ],
      ['akuntabel', 't', 'Keberanian menolak tekanan dan bukti yang lengkap.', 1],
      [
        'kompeten',
        'k',
        'Belajar sesuai kebutuhan tugas dan membagikan ringkasannya. Laporan yang terlambat terjadi pada bulan pertama.',
      ],
      ['kompeten', 'k', 'Sudah membantu dua kelurahan; penguasaannya sendiri masih tumbuh.', 1],
      ['adaptif', 'k', 'Menyesuaikan diri dengan tugas baru tanpa serah terima.'],
      ['kolaboratif', 'k', 'Membantu kelurahan tetangga dan RT.'],
    ],
  },
  midwife: {
    heading: 'Bidan dengan cakupan imunisasi di bawah target',
    situation: `Adelheid Nono memegang tiga posyandu di pesisir. Cakupan imunisasi lengkap 78 % dari target 90 %. Dua bulan jalan ke salah satu dusun terputus.`,
    evidence: [
      ['02-06', 'Kohort bayi', 'Dua posyandu mencapai 92 % dan 94 %; dusun yang terputus 47 %.'],
      [
        '03-14',
        'Buku kunjungan',
        'Selama jalan terputus, Adelheid dua kali naik perahu membawa vaksin dan melayani sebelas bayi.',
      ],
      [
        '04-23',
        'Keluhan kader',
        'Kader menulis bahwa jadwal posyandu berubah dua kali dan baru dikabarkan pada pagi hari.',
      ],
      [
        '05-17',
        'Catatan rantai dingin',
        'Suhu vaksin dicatat setiap hari tanpa bolong; satu kejadian listrik padam dilaporkan dalam satu jam.',
      ],
      [
        '06-10',
        'Notulen lokakarya mini',
        'Adelheid mengusulkan daftar tunggu lewat grup pesan orang tua; sejak itu bayi yang tidak datang dapat dihubungi.',
      ],
    ],
    behaviour: [
      [
        'berorientasi-pelayanan',
        'k',
        'Menjemput bayi dengan perahu dan membuat daftar tunggu; perubahan jadwal yang mendadak merugikan kader dan orang tua.',
      ],
      [
        'berorientasi-pelayanan',
        'k',
        'Target tidak tercapai karena jalan terputus, bukan karena sikap melayani.',
        1,
      ],
      ['akuntabel', 't', 'Catatan suhu tanpa bolong dan kejadian padam dilaporkan dalam satu jam.'],
      ['harmonis', 'b', 'Jadwal dua kali berubah tanpa kabar yang layak kepada kader.'],
      [
        'adaptif',
        't',
        'Menemukan cara lain ketika jalan terputus dan memperbaiki cara memanggil bayi yang tidak datang.',
      ],
      ['adaptif', 't', 'Perahu dan daftar tunggu: dua penyesuaian yang memberi hasil.', 1],
      ['loyal', 'k', 'Menjalankan tugas di dusun terpencil tanpa diminta.'],
    ],
  },
} satisfies Readonly<Record<string, DossierText>>;
