/** The smallest scheme that passes the check: an agency that begins from nothing changes and adds to it. */
export function emptyScheme(): string {
  return SOURCE;
}

const SOURCE = `# Skema penilaian kinerja. Baris yang diawali # adalah catatan dan tidak memengaruhi hasil.
# Ubah angka dan kata di bawah ini; editor menunjukkan setiap masalah beserta tempat dan perbaikannya.
language: 1
id: skema-baru
version: 1
authority: local
title: { id: Skema baru, en: New scheme }
summary:
  id: Hasil kerja dan perilaku kerja dinilai pejabat penilai dan digabung dengan bobot.
  en: Results and behaviour are rated by the appraiser and combined by weights.
# Berlaku bagi periode yang dimulai sejak tanggal ini.
effective:
  from: 2026-01-01

regulations:
  p6:
    name: PermenPANRB Nomor 6 Tahun 2022
    title: { id: Pengelolaan Kinerja Pegawai ASN, en: Performance Management of Civil Servants }

# Dari tingkat terbaik; nilai 0 sampai 100.
scales:
  mutu:
    label: { id: Mutu, en: Quality }
    levels:
      - { code: sangat-baik, label: { id: Sangat baik, en: Very good }, score: 100 }
      - { code: baik, label: { id: Baik, en: Good }, score: 80 }
      - { code: cukup, label: { id: Cukup, en: Fair }, score: 60 }
      - { code: kurang, label: { id: Kurang, en: Poor }, score: 30 }

# Dari yang terbaik, masing-masing dengan predikat resmi yang sejalan dengannya.
categories:
  - { code: sangat-baik, label: { id: Sangat Baik, en: Very Good }, predicates: [sangat-baik] }
  - { code: baik, label: { id: Baik, en: Good }, predicates: [baik] }
  - { code: perlu-perbaikan, label: { id: Perlu Perbaikan, en: Needs Improvement }, predicates: [butuh-perbaikan] }
  - { code: kurang, label: { id: Kurang, en: Poor }, predicates: [kurang, sangat-kurang] }

components:
  hasil:
    label: { id: Hasil kerja, en: Results }
    mechanism: rated-items
    scale: mutu
    items:
      - { code: mutu-hasil, label: { id: Mutu hasil kerja, en: Quality of the results } }
    voices:
      appraiser: { percent: 100, required: true }
    basis:
      - { regulation: p6, confidence: default }
  perilaku:
    label: { id: Perilaku kerja, en: Behaviour }
    mechanism: rated-items
    scale: mutu
    items:
      - { code: kerja-sama, label: { id: Kerja sama, en: Working together } }
    voices:
      appraiser: { percent: 100, required: true }
    basis:
      - { regulation: p6, confidence: default }

combination:
  mechanism: weighted-mean
  label: { id: Kategori kinerja, en: Performance category }
  # Bobot dalam persen, berjumlah 100.
  weights:
    - percent: { hasil: 60, perilaku: 40 }
  # Dari yang terbaik; nilai 0 sampai 100.
  bands:
    - { category: sangat-baik, from: 90 }
    - { category: baik, from: 70 }
    - { category: perlu-perbaikan, from: 50 }
    - { category: kurang, from: 0 }
  basis:
    - { regulation: p6, confidence: default }

# Saran rating resmi dari nilai di atas; predikat resmi mengikuti matriks nasional.
official:
  results:
    from: { hasil: 100 }
    bands: [ { rating: above, from: 90 }, { rating: meets, from: 60 }, { rating: below, from: 0 } ]
    basis:
      - { regulation: p6, confidence: default }
  behaviour:
    from: { perilaku: 100 }
    bands: [ { rating: above, from: 90 }, { rating: meets, from: 60 }, { rating: below, from: 0 } ]
    basis:
      - { regulation: p6, confidence: default }
  predicate: national-matrix
  basis:
    - { regulation: p6, confidence: default }
`;
