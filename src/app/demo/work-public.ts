/** Work of the demonstration's offices that serve the public: health, education, counters. */
import type { Family } from './work.ts';

export const health: Family = {
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

export const education: Family = {
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

export const service: Family = {
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
