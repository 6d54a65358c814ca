/** The regulations that the rules cite; what could not be read in full carries its confidence. */
import type { Basis } from '../explanation.ts';

export const PERMENPANRB_6_2022 = 'PermenPANRB Nomor 6 Tahun 2022';
export const SE_MENPANRB_3_2023 = 'SE Menteri PANRB Nomor 3 Tahun 2023';
export const PERMENPANRB_1_2023 = 'PermenPANRB Nomor 1 Tahun 2023';
export const PERATURAN_BKN_3_2023 = 'Peraturan BKN Nomor 3 Tahun 2023';
export const PP_30_2019 = 'PP Nomor 30 Tahun 2019';
export const PP_94_2021 = 'PP Nomor 94 Tahun 2021';

export const MATRIX_BASIS: readonly Basis[] = [
  {
    regulation: PERMENPANRB_6_2022,
    article: 'Lampiran, kuadran kinerja pegawai',
    confidence: 'secondary',
  },
];
export const RESULTS_RATING_BASIS: readonly Basis[] = [
  { regulation: PERMENPANRB_6_2022, article: 'Pasal 24-25', confidence: 'secondary' },
];
export const DISTRIBUTION_BASIS: readonly Basis[] = [
  { regulation: SE_MENPANRB_3_2023, confidence: 'secondary' },
  { regulation: PERMENPANRB_6_2022, article: 'Lampiran, hlm. 94', confidence: 'verified' },
];
export const CREDIT_POINTS_BASIS: readonly Basis[] = [
  { regulation: PERMENPANRB_1_2023, article: 'Pasal 37', confidence: 'secondary' },
  { regulation: PERATURAN_BKN_3_2023, confidence: 'secondary' },
];
export const PREDICATE_2019_BASIS: readonly Basis[] = [
  { regulation: PP_30_2019, article: 'Pasal 41', confidence: 'verified' },
];
export const OBJECTION_BASIS: readonly Basis[] = [
  { regulation: PP_30_2019, article: 'Pasal 59', confidence: 'verified' },
];
export const NIP_BASIS: readonly Basis[] = [
  { regulation: 'Peraturan Kepala BKN Nomor 22 Tahun 2007', confidence: 'recollected' },
];
export const SIASN_BASIS: readonly Basis[] = [
  {
    regulation: 'Layanan web SIASN BKN',
    article: 'skp22: hasilKinerja, perilakuKerja, kuadranKinerja',
    confidence: 'secondary',
  },
];
export const TALENT_BASIS: readonly Basis[] = [
  {
    regulation: 'PermenPANRB Nomor 3 Tahun 2020',
    article: 'Lampiran, sembilan kotak manajemen talenta',
    confidence: 'secondary',
  },
];
export const COMPETENCY_BASIS: readonly Basis[] = [
  { regulation: 'PermenPANRB Nomor 38 Tahun 2017', article: 'level kompetensi', confidence: 'recollected' },
  {
    regulation: 'Peraturan BKN Nomor 26 Tahun 2019',
    article: 'kategori kesesuaian kompetensi (Job Person Match)',
    confidence: 'recollected',
  },
];
export const PROFESSIONALISM_BASIS: readonly Basis[] = [
  { regulation: 'PermenPANRB Nomor 38 Tahun 2018', confidence: 'secondary' },
  { regulation: 'Peraturan BKN Nomor 8 Tahun 2019', confidence: 'secondary' },
  {
    regulation: PERMENPANRB_6_2022,
    article: 'predikat sebagai padanan nilai kinerja',
    confidence: 'recollected',
  },
];
export const ABSENCE_BASIS: readonly Basis[] = [
  { regulation: PP_94_2021, article: 'Pasal 9 dan Pasal 10', confidence: 'secondary' },
  { regulation: PP_94_2021, article: 'Pasal 11 ayat (2) huruf d', confidence: 'secondary' },
];
export const ALLOWANCE_BASIS: readonly Basis[] = [
  { regulation: 'PP Nomor 12 Tahun 2019', article: 'Pasal 58', confidence: 'secondary' },
  { regulation: 'Kepmendagri Nomor 900-4700 Tahun 2020', confidence: 'secondary' },
  { regulation: 'Peraturan kepala daerah', article: 'bobot dan potongan', confidence: 'recollected' },
];
