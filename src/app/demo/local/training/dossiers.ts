import { FIELD_DOSSIERS } from './dossiers-field.ts';

/** Dossiers about invented people, rated by two invented experts. Levels: t(eladan), k(onsisten), b(elum), j(arang). */
export type Mark = readonly [item: string, level: string, reason: string, expert?: 1];

export interface DossierText {
  readonly heading: string;
  readonly situation: string;
  /** Month and day within the year before, source, what is seen. */
  readonly evidence: readonly (readonly [monthDay: string, source: string, what: string])[];
  /** Behaviour: item of BerAKHLAK, level, reason. */
  readonly behaviour: readonly Mark[];
}

export const EXPERTS = [
  'Dr. Nirmala Hasibuan, widyaiswara penilaian kinerja',
  'Bagus Tirtayasa, M.Psi., asesor SDM aparatur',
] as const;

export type DossierName = 'clinic' | 'school' | 'permits' | 'roads' | 'village' | 'midwife';

export const DOSSIERS: Readonly<Record<DossierName, DossierText>> = {
  clinic: {
    heading: 'Perawat di puskesmas yang kekurangan tenaga',
    situation: `Ratna Kusumawardani bekerja sebagai perawat di poli umum. Sejak Februari satu rekannya cuti panjang, sehingga poli yang biasanya dijaga tiga orang tinggal dua.

Kepala puskesmas menyebutnya "tulang punggung poli". Beberapa rekan menyebutnya "agak keras".`,
    evidence: [
      [
        '02-17',
        'Daftar antrean poli',
        'Waktu tunggu rata-rata naik dari 35 menjadi 50 menit setelah tenaga berkurang, lalu turun ke 38 menit pada April setelah Ratna membagi antrean lansia dan umum.',
      ],
      [
        '03-09',
        'Kotak saran',
        'Seorang pengunjung menulis bahwa Ratna menjelaskan aturan minum obat dua kali sampai ibunya paham.',
      ],
      [
        '04-21',
        'Catatan supervisi',
        'Dua dari dua puluh catatan keperawatan tidak lengkap. Ratna melapor sendiri sebelum diperiksa dan melengkapinya pada hari yang sama.',
      ],
      [
        '05-14',
        'Notulen rapat poli',
        'Ratna menolak usul rekannya menukar jadwal tanpa memberi alasan; rapat berakhir dengan suasana tegang.',
      ],
      [
        '06-02',
        'Laporan bidan koordinator',
        'Ratna datang membantu posyandu pada hari liburnya ketika dua kader sakit.',
      ],
    ],
    behaviour: [
      [
        'berorientasi-pelayanan',
        't',
        'Mengatur ulang antrean sehingga waktu tunggu turun walau tenaga berkurang; pembagian lansia dan umum dipakai poli.',
      ],
      [
        'akuntabel',
        't',
        'Melaporkan kekurangan catatannya sendiri sebelum ditemukan dan langsung melengkapinya.',
      ],
      [
        'akuntabel',
        'k',
        'Pelaporan sendiri patut dihargai, tetapi dua catatan tetap tidak lengkap; belum menjadi contoh.',
        1,
      ],
      [
        'harmonis',
        'b',
        'Penolakan tanpa alasan dalam rapat meninggalkan ketegangan; ini kekurangan yang nyata, bukan soal sifat.',
      ],
      ['adaptif', 'k', 'Menyesuaikan cara kerja ketika tenaga berkurang, tanpa menunggu perintah.'],
      ['kolaboratif', 'k', 'Membantu posyandu di luar jadwal; kerja sama di poli sendiri masih naik turun.'],
      ['kolaboratif', 'k', 'Hadir ketika kader sakit; kejadian rapat sudah dihitung pada butir harmonis.', 1],
    ],
  },
  school: {
    heading: 'Guru sekolah dasar dengan nilai kelas yang naik',
    situation: `Yosef Banunaek mengajar kelas lima di sekolah dengan 28 murid. Rata-rata literasi kelasnya naik paling tinggi di gugus. Kepala sekolah bangga dan sering menyebutnya dalam rapat.`,
    evidence: [
      [
        '01-20',
        'Asesmen literasi',
        'Murid yang mampu membaca lancar naik dari 61 % menjadi 82 % dalam satu semester.',
      ],
      [
        '02-26',
        'Pengamatan kelas',
        'Yosef membagi murid menurut kemampuan membaca dan menyiapkan bahan yang berbeda; murid yang tertinggal didampingi setiap hari.',
      ],
      [
        '03-18',
        'Pesan orang tua',
        'Dua orang tua mengeluh nilai tugas baru dibagikan setelah enam minggu. Balasan datang sepuluh hari kemudian.',
      ],
      [
        '04-11',
        'Kelompok kerja guru',
        'Diminta berbagi bahan ajarnya, Yosef mengirim semuanya dan memandu dua guru mencobanya di kelas mereka.',
      ],
      ['05-23', 'Buku administrasi', 'Jurnal kelas bulan April baru diisi pada akhir Mei setelah diminta.'],
    ],
    behaviour: [
      [
        'berorientasi-pelayanan',
        'k',
        'Murid yang tertinggal didampingi setiap hari; keluhan orang tua baru dibalas setelah sepuluh hari.',
      ],
      [
        'berorientasi-pelayanan',
        'b',
        'Orang tua juga pengguna layanan: enam minggu tanpa nilai dan balasan yang lambat perlu diingatkan.',
        1,
      ],
      [
        'akuntabel',
        'b',
        'Jurnal dan nilai baru dilengkapi setelah diminta. Hasil murid yang baik tidak menghapus hal ini.',
      ],
      [
        'kompeten',
        't',
        'Bahan bertingkat yang ia buat menaikkan literasi dan diajarkan kepada dua guru lain.',
      ],
      ['kompeten', 't', 'Menguasai cara baru lebih dahulu lalu memandu rekan mencobanya.', 1],
      ['adaptif', 'k', 'Menyesuaikan bahan dengan kemampuan murid.'],
      ['kolaboratif', 't', 'Membuka seluruh bahan ajarnya dan mendampingi rekan sampai dapat memakai.'],
    ],
  },
  permits: {
    heading: 'Petugas loket perizinan yang selalu tepat waktu',
    situation: `Siti Maharani melayani loket izin usaha. Berkasnya hampir tidak pernah terlambat. Ia pendiam, jarang ikut acara kantor, dan belum lama dipindahkan dari kecamatan.`,
    evidence: [
      [
        '01-31',
        'Sistem perizinan',
        'Dari 214 berkas, 209 selesai dalam batas waktu; rata-rata 3,1 hari dari 5 hari yang dijanjikan.',
      ],
      [
        '02-20',
        'Survei loket',
        'Nilai kesopanan 3,4 dari 4. Tiga responden menulis "cepat, tapi jawabannya pendek sekali".',
      ],
      [
        '03-15',
        'Surat pemohon',
        'Seorang pemohon menawarkan uang agar izinnya didahulukan. Siti menolak dan melaporkannya kepada kepala seksi pada hari itu.',
      ],
      [
        '04-08',
        'Catatan kepala seksi',
        'Ketika aplikasi baru dipasang, Siti meminta tetap memakai cara lama selama sebulan dan baru beralih setelah didampingi.',
      ],
      [
        '05-29',
        'Notulen evaluasi loket',
        'Siti menyusun daftar kekurangan berkas yang paling sering terjadi; sejak dipasang di loket, berkas yang dikembalikan turun dari 30 menjadi 18 per bulan.',
      ],
    ],
    behaviour: [
      [
        'berorientasi-pelayanan',
        'k',
        'Tepat waktu dan mengurangi berkas yang dikembalikan; jawaban yang pendek membuat sebagian warga kurang terbantu.',
      ],
      [
        'akuntabel',
        't',
        'Menolak dan melaporkan tawaran uang pada hari yang sama; 98 % berkas dapat dipertanggungjawabkan waktunya.',
      ],
      ['akuntabel', 't', 'Berani menolak tekanan dan buktinya lengkap: persis uraian tingkat tertinggi.', 1],
      ['kompeten', 'k', 'Daftar kekurangan berkas menunjukkan penguasaan pekerjaan.'],
      [
        'harmonis',
        'k',
        'Pendiam bukan bukti kurang harmonis; tidak ada catatan perselisihan dan nilai kesopanannya baik.',
      ],
      ['harmonis', 'k', 'Jarang ikut acara kantor tidak dinilai. Survei menunjukkan sikap yang pantas.', 1],
      ['adaptif', 'b', 'Menunda aplikasi baru sebulan dan beralih setelah didampingi.'],
    ],
  },
  ...FIELD_DOSSIERS,
};
