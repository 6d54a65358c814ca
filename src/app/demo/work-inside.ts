/** Work of the demonstration's other offices: public works, secretariat, public order. */
import type { Family } from './work.ts';

export const works: Family = {
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

export const secretariat: Family = {
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

export const order: Family = {
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
