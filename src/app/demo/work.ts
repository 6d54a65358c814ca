/**
 * What people of each kind of office plan to achieve: texts for invented plans, shaped like real ones. A staff
 * member's result serves the leader's result named by `serves`.
 */
type Aspect = 'kuantitas' | 'kualitas' | 'waktu' | 'biaya';

/** [aspect, indicator, target value, unit, accumulation]; the direction is "higher" unless the unit says otherwise. */
export type DemoIndicator = readonly [
  Aspect,
  string,
  number,
  string,
  'latest' | 'sum' | 'average',
  ('lower' | 'higher')?,
];

export interface DemoResult {
  readonly statement: string;
  readonly serves: number;
  readonly indicators: readonly DemoIndicator[];
}

export interface Family {
  readonly leader: readonly DemoResult[];
  readonly staff: readonly DemoResult[];
  /** Posts of the staff: [name, kind, level]. */
  readonly posts: readonly (readonly [string, 'jf' | 'pelaksana', string | null])[];
}

const health: Family = {
  posts: [
    ['Perawat Ahli Pertama', 'jf', 'ahli-pertama'],
    ['Bidan Terampil', 'jf', 'terampil'],
    ['Dokter Ahli Muda', 'jf', 'ahli-muda'],
    ['Tenaga Promosi Kesehatan Ahli Pertama', 'jf', 'ahli-pertama'],
    ['Pengelola Layanan Kesehatan', 'pelaksana', null],
  ],
  leader: [
    {
      statement: 'Meningkatnya cakupan imunisasi dasar lengkap',
      serves: 0,
      indicators: [['kuantitas', 'Cakupan imunisasi dasar lengkap', 95, '%', 'latest']],
    },
    {
      statement: 'Meningkatnya mutu pelayanan kesehatan dasar',
      serves: 1,
      indicators: [
        ['kualitas', 'Indeks kepuasan masyarakat atas pelayanan', 85, 'poin', 'latest'],
        ['waktu', 'Rata-rata waktu tunggu pelayanan', 30, 'menit', 'average', 'lower'],
      ],
    },
    {
      statement: 'Menurunnya prevalensi balita berisiko tengkes',
      serves: 2,
      indicators: [['kuantitas', 'Balita yang ditimbang dan diukur setiap bulan', 90, '%', 'average']],
    },
  ],
  staff: [
    {
      statement: 'Terlaksananya imunisasi rutin di posyandu wilayah kerja',
      serves: 0,
      indicators: [
        ['kuantitas', 'Bayi yang menerima imunisasi dasar lengkap', 240, 'bayi', 'sum'],
        ['kualitas', 'Pencatatan imunisasi lengkap dan benar', 98, '%', 'average'],
      ],
    },
    {
      statement: 'Terlayaninya pasien rawat jalan sesuai standar',
      serves: 1,
      indicators: [
        ['waktu', 'Rata-rata waktu tunggu pasien', 30, 'menit', 'average', 'lower'],
        ['kualitas', 'Kepatuhan terhadap prosedur tetap', 95, '%', 'average'],
      ],
    },
    {
      statement: 'Terlaksananya kunjungan rumah keluarga berisiko',
      serves: 2,
      indicators: [['kuantitas', 'Keluarga yang dikunjungi dan didampingi', 120, 'keluarga', 'sum']],
    },
    {
      statement: 'Tersusunnya laporan kejadian luar biasa tepat waktu',
      serves: 1,
      indicators: [['waktu', 'Laporan dikirim paling lama 24 jam', 95, '%', 'average']],
    },
  ],
};

const education: Family = {
  posts: [
    ['Guru Ahli Pertama', 'jf', 'ahli-pertama'],
    ['Guru Ahli Muda', 'jf', 'ahli-muda'],
    ['Guru Ahli Madya', 'jf', 'ahli-madya'],
    ['Pengelola Administrasi Sekolah', 'pelaksana', null],
  ],
  leader: [
    {
      statement: 'Meningkatnya kemampuan literasi dan numerasi peserta didik',
      serves: 0,
      indicators: [
        ['kualitas', 'Peserta didik mencapai kompetensi minimum literasi', 80, '%', 'latest'],
        ['kualitas', 'Peserta didik mencapai kompetensi minimum numerasi', 75, '%', 'latest'],
      ],
    },
    {
      statement: 'Meningkatnya angka partisipasi sekolah',
      serves: 1,
      indicators: [['kuantitas', 'Anak usia sekolah yang bersekolah', 98, '%', 'latest']],
    },
    {
      statement: 'Terciptanya lingkungan belajar yang aman',
      serves: 2,
      indicators: [['kualitas', 'Indeks iklim keamanan satuan pendidikan', 80, 'poin', 'latest']],
    },
  ],
  staff: [
    {
      statement: 'Terlaksananya pembelajaran yang berpihak pada peserta didik',
      serves: 0,
      indicators: [
        ['kuantitas', 'Perangkat ajar disusun dan digunakan', 24, 'perangkat', 'sum'],
        ['kualitas', 'Ketuntasan belajar peserta didik', 85, '%', 'latest'],
      ],
    },
    {
      statement: 'Terdampinginya peserta didik yang tertinggal',
      serves: 0,
      indicators: [['kuantitas', 'Sesi pendampingan', 36, 'sesi', 'sum']],
    },
    {
      statement: 'Terpantaunya kehadiran peserta didik dan tindak lanjutnya',
      serves: 1,
      indicators: [['kualitas', 'Kehadiran peserta didik', 95, '%', 'average']],
    },
    {
      statement: 'Terlaksananya kegiatan pencegahan perundungan',
      serves: 2,
      indicators: [['kuantitas', 'Kegiatan bersama peserta didik dan orang tua', 6, 'kegiatan', 'sum']],
    },
  ],
};

const service: Family = {
  posts: [
    ['Penata Layanan Operasional', 'pelaksana', null],
    ['Pengadministrasi Perkantoran', 'pelaksana', null],
    ['Administrator Database Kependudukan Ahli Pertama', 'jf', 'ahli-pertama'],
    ['Pranata Komputer Ahli Muda', 'jf', 'ahli-muda'],
  ],
  leader: [
    {
      statement: 'Meningkatnya kepuasan masyarakat atas pelayanan',
      serves: 0,
      indicators: [['kualitas', 'Indeks kepuasan masyarakat', 88, 'poin', 'latest']],
    },
    {
      statement: 'Terselesaikannya permohonan sesuai standar pelayanan',
      serves: 1,
      indicators: [
        ['waktu', 'Permohonan selesai tepat waktu', 95, '%', 'average'],
        ['kuantitas', 'Pengaduan ditindaklanjuti', 100, '%', 'average'],
      ],
    },
    {
      statement: 'Meningkatnya pelayanan secara daring',
      serves: 2,
      indicators: [['kuantitas', 'Permohonan yang diajukan secara daring', 60, '%', 'latest']],
    },
  ],
  staff: [
    {
      statement: 'Terlayaninya permohonan di loket sesuai standar',
      serves: 1,
      indicators: [
        ['kuantitas', 'Permohonan yang diselesaikan', 1200, 'berkas', 'sum'],
        ['waktu', 'Rata-rata lama penyelesaian', 2, 'hari', 'average', 'lower'],
      ],
    },
    {
      statement: 'Tertatanya arsip dan data pemohon',
      serves: 2,
      indicators: [['kualitas', 'Berkas yang lengkap dan mudah ditemukan', 97, '%', 'average']],
    },
    {
      statement: 'Terjawabnya pengaduan masyarakat',
      serves: 0,
      indicators: [['waktu', 'Pengaduan dijawab paling lama tiga hari kerja', 95, '%', 'average']],
    },
    {
      statement: 'Terlaksananya pelayanan jemput bola',
      serves: 0,
      indicators: [['kuantitas', 'Kunjungan ke kelurahan', 12, 'kunjungan', 'sum']],
    },
  ],
};

const works: Family = {
  posts: [
    ['Teknik Jalan dan Jembatan Ahli Pertama', 'jf', 'ahli-pertama'],
    ['Penata Ruang Ahli Muda', 'jf', 'ahli-muda'],
    ['Operator Layanan Operasional', 'pelaksana', null],
    ['Pengelola Pengadaan Barang/Jasa', 'pelaksana', null],
  ],
  leader: [
    {
      statement: 'Meningkatnya kemantapan jalan kota',
      serves: 0,
      indicators: [['kualitas', 'Jalan kota dalam kondisi mantap', 82, '%', 'latest']],
    },
    {
      statement: 'Berkurangnya titik genangan',
      serves: 1,
      indicators: [['kuantitas', 'Titik genangan yang tersisa', 9, 'titik', 'latest', 'lower']],
    },
    {
      statement: 'Terlaksananya kegiatan tepat waktu dan sesuai anggaran',
      serves: 2,
      indicators: [
        ['biaya', 'Serapan anggaran', 95, '%', 'latest'],
        ['waktu', 'Paket pekerjaan selesai tepat waktu', 90, '%', 'latest'],
      ],
    },
  ],
  staff: [
    {
      statement: 'Terlaksananya pemeliharaan rutin jalan lingkungan',
      serves: 0,
      indicators: [
        ['kuantitas', 'Panjang jalan yang dipelihara', 14, 'km', 'sum'],
        ['kualitas', 'Hasil pekerjaan diterima tanpa perbaikan', 90, '%', 'average'],
      ],
    },
    {
      statement: 'Terbersihkannya saluran drainase utama',
      serves: 1,
      indicators: [['kuantitas', 'Saluran yang dibersihkan', 8, 'km', 'sum']],
    },
    {
      statement: 'Tersusunnya dokumen pengadaan yang lengkap',
      serves: 2,
      indicators: [['waktu', 'Dokumen selesai sesuai jadwal', 95, '%', 'average']],
    },
    {
      statement: 'Terawasinya pekerjaan lapangan',
      serves: 2,
      indicators: [['kuantitas', 'Laporan pengawasan', 48, 'laporan', 'sum']],
    },
  ],
};

const secretariat: Family = {
  posts: [
    ['Analis SDM Aparatur Ahli Pertama', 'jf', 'ahli-pertama'],
    ['Perencana Ahli Muda', 'jf', 'ahli-muda'],
    ['Arsiparis Terampil', 'jf', 'terampil'],
    ['Pengolah Data dan Informasi', 'pelaksana', null],
    ['Penelaah Teknis Kebijakan', 'pelaksana', null],
    ['Bendahara', 'pelaksana', null],
  ],
  leader: [
    {
      statement: 'Meningkatnya akuntabilitas kinerja perangkat daerah',
      serves: 0,
      indicators: [['kualitas', 'Nilai SAKIP perangkat daerah', 78, 'poin', 'latest']],
    },
    {
      statement: 'Tertibnya pengelolaan keuangan dan aset',
      serves: 1,
      indicators: [
        ['waktu', 'Laporan keuangan tepat waktu', 100, '%', 'average'],
        ['kualitas', 'Temuan yang ditindaklanjuti', 95, '%', 'latest'],
      ],
    },
    {
      statement: 'Meningkatnya mutu pelayanan kepegawaian dan umum',
      serves: 2,
      indicators: [['kualitas', 'Indeks kepuasan pegawai', 84, 'poin', 'latest']],
    },
  ],
  staff: [
    {
      statement: 'Tersusunnya dokumen perencanaan dan laporan kinerja',
      serves: 0,
      indicators: [
        ['kuantitas', 'Dokumen yang diselesaikan', 12, 'dokumen', 'sum'],
        ['waktu', 'Dokumen diserahkan sesuai jadwal', 95, '%', 'average'],
      ],
    },
    {
      statement: 'Terkelolanya administrasi keuangan dengan benar',
      serves: 1,
      indicators: [['kualitas', 'Surat pertanggungjawaban tanpa perbaikan', 95, '%', 'average']],
    },
    {
      statement: 'Terlayaninya urusan kepegawaian',
      serves: 2,
      indicators: [
        ['waktu', 'Usul kepegawaian diproses paling lama lima hari kerja', 95, '%', 'average'],
        ['kuantitas', 'Usul yang diselesaikan', 160, 'usul', 'sum'],
      ],
    },
    {
      statement: 'Tertatanya arsip dinamis',
      serves: 2,
      indicators: [['kuantitas', 'Berkas yang ditata', 600, 'berkas', 'sum']],
    },
  ],
};

const order: Family = {
  posts: [
    ['Polisi Pamong Praja Terampil', 'jf', 'terampil'],
    ['Polisi Pamong Praja Ahli Pertama', 'jf', 'ahli-pertama'],
    ['Pengelola Ketenteraman dan Ketertiban', 'pelaksana', null],
  ],
  leader: [
    {
      statement: 'Terpeliharanya ketenteraman dan ketertiban umum',
      serves: 0,
      indicators: [['kuantitas', 'Pelanggaran perda yang diselesaikan', 90, '%', 'latest']],
    },
    {
      statement: 'Meningkatnya kesiapsiagaan',
      serves: 1,
      indicators: [['waktu', 'Rata-rata waktu tanggap', 20, 'menit', 'average', 'lower']],
    },
  ],
  staff: [
    {
      statement: 'Terlaksananya patroli wilayah',
      serves: 0,
      indicators: [['kuantitas', 'Patroli', 240, 'kali', 'sum']],
    },
    {
      statement: 'Terbinanya pedagang dan warga dengan cara persuasif',
      serves: 0,
      indicators: [
        ['kuantitas', 'Kegiatan pembinaan', 24, 'kegiatan', 'sum'],
        ['kualitas', 'Sasaran pembinaan yang patuh kembali', 80, '%', 'latest'],
      ],
    },
    {
      statement: 'Terjawabnya laporan warga',
      serves: 1,
      indicators: [['waktu', 'Rata-rata waktu tanggap', 20, 'menit', 'average', 'lower']],
    },
  ],
};

export const FAMILIES = { health, education, service, works, secretariat, order } as const;
export type FamilyName = keyof typeof FAMILIES;

export const ADDITIONAL = [
  'Terlaksananya tugas sebagai anggota tim penyusun laporan penyelenggaraan pemerintahan daerah',
  'Terlaksananya pendampingan mahasiswa magang di unit kerja',
  'Terlaksananya tugas panitia peringatan hari jadi kota',
  'Tersusunnya bahan rapat koordinasi lintas perangkat daerah',
] as const;

export const EXPECTATIONS: Readonly<Record<string, readonly string[]>> = {
  'berorientasi-pelayanan': [
    'Sapa dan bantu setiap pemohon sampai urusannya jelas.',
    'Tanggapi keluhan pada hari yang sama.',
  ],
  akuntabel: [
    'Catat setiap pekerjaan beserta buktinya paling lambat akhir pekan.',
    'Hadir tepat waktu dan laporkan kendala lebih awal.',
  ],
  kolaboratif: ['Bantu rekan yang beban kerjanya menumpuk di akhir bulan.'],
  adaptif: ['Usulkan satu perbaikan cara kerja setiap triwulan.'],
};

export const FEEDBACK = [
  'Pencatatan bulan ini rapi dan tepat waktu. Dampaknya, laporan unit selesai lebih cepat. Pertahankan, dan bagikan caranya kepada rekan.',
  'Dua berkas terlambat karena menunggu tanda tangan. Lain kali ingatkan saya sehari sebelumnya agar tidak tertahan.',
  'Pemohon menyampaikan terima kasih atas penjelasan yang sabar. Teruskan.',
  'Realisasi di bawah rencana pada triwulan ini. Mari bahas kendalanya pada dialog berikut dan susun langkah mengejarnya.',
  'Ide memakai daftar periksa bersama sangat membantu tim. Tolong sempurnakan untuk semua loket.',
  'Data yang dikirim lengkap sehingga mudah diperiksa. Dampaknya terasa pada ketepatan laporan.',
] as const;

export const FEEDBACK_OF_COLLEAGUES = [
  'Selalu bersedia menggantikan ketika loket ramai.',
  'Penjelasannya membantu saya memahami aplikasi baru.',
  'Akan lebih baik bila jadwal dibagikan lebih awal.',
  'Cepat menanggapi ketika dimintai data.',
] as const;
