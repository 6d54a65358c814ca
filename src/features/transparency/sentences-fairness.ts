/** Fairness, in words: that figures were made and answered, never what they say of somebody. */
import { say } from '#domain/bilingual.ts';
import { decimalInWords } from '#domain/explanation.ts';
import { optional, REASON, type Sentences } from './words.ts';

const AFTER = {
  id: ' Diubah setelah hasil perhitungan terlihat.',
  en: ' Changed after figures had been seen.',
};

export const fairness = {
  'fairness-requested': ({ period }) =>
    say(
      { id: 'Angka keadilan {period} diminta.', en: 'Fairness figures of {period} asked for.' },
      { period },
    ),
  'fairness-cancelled': ({ period }) =>
    say(
      {
        id: 'Perhitungan angka keadilan {period} dibatalkan.',
        en: 'Computation of fairness figures of {period} cancelled.',
      },
      { period },
    ),
  'fairness-computed': ({ period, method, forms, patterns, inputSha256 }) =>
    say(
      {
        id: 'Angka keadilan {period} dihitung dari {forms} formulir, metode {method}: {patterns} pola perlu ditinjau. Sidik data {hash}.',
        en: 'Fairness figures of {period} computed from {forms} forms, method {method}: {patterns} patterns to review. Fingerprint of the data {hash}.',
      },
      { period, method, forms, patterns, hash: inputSha256.slice(0, 16) },
    ),
  'fairness-settings-registered': ({
    period,
    reason,
    afterResults,
    severityThreshold,
    falseDiscoveryRate,
    minimumForms,
  }) =>
    say(
      {
        id: 'Ketentuan angka keadilan {period}: selisih {threshold} poin, tanda keliru paling banyak {rate} %, sekurang-kurangnya {minimum} formulir.{after}{reason}',
        en: 'What holds for fairness figures of {period}: {threshold} points, at most {rate} % wrong flags, at least {minimum} forms.{after}{reason}',
      },
      {
        period,
        threshold: decimalInWords(String(severityThreshold)),
        rate: decimalInWords(String(Math.round(falseDiscoveryRate * 10_000) / 100)),
        minimum: minimumForms,
        after: afterResults ? AFTER : { id: '', en: '' },
        reason: optional(REASON, reason),
      },
    ),
  'fairness-patterns-answered': ({ period, patterns }) =>
    say(
      {
        id: '{count} pola penilaian pada {period} dijelaskan oleh penilainya.',
        en: '{count} patterns of {period} explained by the rater.',
      },
      { period, count: patterns.length },
    ),
  'fairness-report-made': ({ year, version }) =>
    say(
      {
        id: 'Laporan keadilan tahun {year} disusun, versi {version}.',
        en: 'Fairness report of {year} made, version {version}.',
      },
      { year, version },
    ),
  'fairness-report-published': ({ year, version, sha256 }) =>
    say(
      {
        id: 'Laporan keadilan tahun {year} versi {version} diumumkan. Sidik berkas {hash}.',
        en: 'Fairness report of {year}, version {version}, published. Fingerprint of the file {hash}.',
      },
      { year, version, hash: sha256.slice(0, 16) },
    ),
} satisfies Partial<Sentences>;
