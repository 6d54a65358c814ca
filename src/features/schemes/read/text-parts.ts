/** Words of components, voices, scales and legal basis on the page of a scheme. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  components: { id: 'Yang dinilai', en: 'What is appraised' },
  meaning: { id: 'Yang dilihat', en: 'What is looked at' },
  source: { id: 'Sumber data', en: 'Source of data' },
  whoGives: { id: 'Siapa yang memberi', en: 'Who gives it' },
  howScored: { id: 'Bagaimana nilainya timbul', en: 'How the score arises' },
  givenBy: { id: 'Diberikan oleh: {voice}.', en: 'Given by: {voice}.' },
  voice: { id: 'Penilai', en: 'Appraiser' },
  weight: { id: 'Bobot', en: 'Weight' },
  atLeast: { id: 'Jumlah', en: 'Number' },
  people: {
    id: 'paling sedikit {count}',
    en: { one: 'at least {count}', other: 'at least {count}' },
  },
  required: { id: 'wajib', en: 'required' },
  optional: { id: 'bila ada', en: 'where given' },
  reweighed: {
    id: 'Suara yang tidak wajib dan kurang dari jumlah itu tidak dihitung; bobotnya dibagikan secara terbuka kepada suara lain dan tidak pernah dianggap nol.',
    en: 'A voice that is not required and stays below its number is left out; its weight is openly shared among the others and never counts as zero.',
  },
  whenNobody_missing: {
    id: 'Bila tidak seorang pun menilai, komponen ini dianggap belum ada.',
    en: 'When nobody rates, this component counts as not yet given.',
  },
  'whenNobody_not-applicable': {
    id: 'Bila tidak seorang pun menilai, komponen ini tidak berlaku.',
    en: 'When nobody rates, this component does not apply.',
  },
  basis: { id: 'Dasar', en: 'Basis' },
  confidence_verified: { id: 'dibaca pada naskahnya', en: 'read in its text' },
  confidence_secondary: { id: 'menurut sumber kedua', en: 'by a secondary source' },
  confidence_recollected: { id: 'belum diperiksa pada naskahnya', en: 'not yet checked in its text' },
  confidence_default: {
    id: 'bawaan Tera, dapat diubah instansi',
    en: "Tera's default, the agency may change it",
  },
  optionalComponent: {
    id: 'Boleh kosong: bobotnya lalu dibagikan kepada komponen lain.',
    en: 'May be left out: its weight then goes to the others.',
  },
  // Mechanisms.
  how_rating: {
    id: 'Penilai memutuskan satu tingkat untuk keseluruhan komponen ini.',
    en: 'The appraiser decides one level for the component as a whole.',
  },
  ratingItems: {
    id: 'Rating setiap nilai dapat mendampingi keputusan itu; rating tersebut ditampilkan dan tidak dihitung.',
    en: 'A rating of each value may stand beside that decision; it is shown and not counted.',
  },
  'how_rated-lines': {
    id: 'Setiap hasil kerja diberi rating; dari situ dihitung satu saran, lalu penilai memutuskan. Keputusan yang tidak sejalan dengan rating hasil kerja ditolak.',
    en: 'Each result is rated; a suggestion is counted from that, and the appraiser decides. A decision that the ratings do not permit is refused.',
  },
  suggestAbove: {
    id: 'Saran di atas ekspektasi: lebih dari {percent} % hasil kerja di atas ekspektasi, dan hasil kerja utama di bawah ekspektasi paling banyak {main}.',
    en: 'Above expectation is suggested when more than {percent} % of the results are above, and at most {main} main results are below.',
  },
  suggestBelow: {
    id: 'Saran di bawah ekspektasi: lebih dari {percent} % hasil kerja di bawah ekspektasi.',
    en: 'Below expectation is suggested when more than {percent} % of the results are below.',
  },
  how_score: {
    id: 'Nilai dari {from} sampai {to} diterima sebagaimana diberikan, tanpa pembulatan.',
    en: 'A score from {from} to {to} is taken as it is given, without rounding.',
  },
  how_fact: {
    id: 'Dijawab ya atau tidak. Tidak bernilai sendiri; gunanya disebut di atas.',
    en: 'Answered yes or no. It has no score of its own; its use is said above.',
  },
  'how_planned-results': {
    id: 'Untuk setiap indikator dihitung capaian dalam persen dari targetnya; indikator satu hasil kerja dirata-ratakan, lalu capaian diubah menjadi nilai menurut kurva berikut.',
    en: 'For each indicator the achievement in percent of its target is computed; the indicators of a result are averaged, then the achievement becomes a score by this curve.',
  },
  linesEqual: { id: 'Semua hasil kerja berbobot sama.', en: 'All results weigh the same.' },
  linesGiven: {
    id: 'Bobot setiap hasil kerja ditetapkan dalam SKP.',
    en: 'The weight of each result is set in the plan.',
  },
  additionalCounted: { id: 'Hasil kerja tambahan ikut dihitung.', en: 'Additional results count too.' },
  additionalShown: {
    id: 'Hasil kerja tambahan ditampilkan dan tidak dihitung.',
    en: 'Additional results are shown and not counted.',
  },
  qualitativeLines: {
    id: 'Hasil kerja yang tidak berangka diberi tingkat pada skala:',
    en: 'A result without figures gets a level of the scale:',
  },
  maximumAchieved: {
    id: 'Target tertinggi yang tercapai tepat bernilai {score}.',
    en: 'A highest target met exactly counts {score}.',
  },
  directions: { id: 'Cara menghitung capaian', en: 'How achievement is computed' },
  direction: { id: 'Arah indikator', en: 'Direction of the indicator' },
  formula: { id: 'Capaian', en: 'Achievement' },
  direction_higher: { id: 'Makin tinggi makin baik', en: 'Higher is better' },
  formula_higher: { id: 'realisasi ÷ target', en: 'realisation ÷ target' },
  direction_lower: { id: 'Makin rendah makin baik', en: 'Lower is better' },
  formula_lower: { id: 'target ÷ realisasi', en: 'target ÷ realisation' },
  direction_reversed: { id: 'Dibalik (makin rendah makin baik)', en: 'Reversed (lower is better)' },
  formula_reversed: { id: '1 + (1 − realisasi ÷ target)', en: '1 + (1 − realisation ÷ target)' },
  direction_range: { id: 'Rentang', en: 'Range' },
  formula_range: {
    id: '100 % di dalam rentang; di luar rentang berkurang menurut jaraknya',
    en: '100 % inside the range; outside it falls with the distance',
  },
  direction_milestone: { id: 'Tahapan yang selesai', en: 'Milestones done' },
  formula_milestone: { id: 'bagian tahapan yang selesai', en: 'share of the milestones done' },
  curveLabel: {
    id: 'Kurva dari capaian menjadi nilai. Angkanya ada dalam tabel.',
    en: 'Curve from achievement to score. The figures stand in the table.',
  },
  achievement: { id: 'Capaian', en: 'Achievement' },
  score: { id: 'Nilai', en: 'Score' },
  percentFromTo: { id: '{from} % sampai {to} %', en: '{from} % to {to} %' },
  percentFrom: { id: '{from} % ke atas', en: '{from} % and above' },
  scoreFromTo: { id: '{from} naik sampai {to}', en: '{from} rising to {to}' },
  rounding: {
    id: 'Capaian dibulatkan ke {decimals} angka di belakang koma sebelum diubah.',
    en: 'The achievement is rounded to {decimals} decimals before it is converted.',
  },
  'how_rated-items': {
    id: 'Setiap penilai memilih satu tingkat untuk setiap butir yang dapat diamatinya. Nilai satu penilai adalah rata-rata butirnya; nilai satu suara rata-rata penilainya; nilai komponen rata-rata berbobot suaranya.',
    en: 'Each appraiser chooses one level for every item they could observe. The score of an appraiser is the mean of the items; of a voice, the mean of its appraisers; of the component, the weighted mean of the voices.',
  },
  items: {
    id: '{count} butir yang dinilai',
    en: { one: '{count} item', other: '{count} items' },
  },
  itemWeight: { id: 'bobot {weight}', en: 'weight {weight}' },
  anchorsOf: { id: 'Uraian tingkat {label}', en: 'Levels of {label}' },
  level: { id: 'Tingkat', en: 'Level' },
  looksLike: { id: 'Tampak seperti', en: 'What it looks like' },
  how_competencies: {
    id: 'Tingkat yang dicapai dibandingkan dengan tingkat yang disyaratkan jabatan. Nilainya adalah jumlah tingkat yang terpenuhi dibagi jumlah yang disyaratkan, dikali 100; kelebihan pada satu kompetensi tidak menutup kekurangan pada yang lain.',
    en: 'The level reached is compared with the level the post requires. The score is the sum of levels met divided by the sum required, times 100; surplus in one competency does not make up for a gap in another.',
  },
  dictionary: { id: 'Kamus kompetensi', en: 'Dictionary of competencies' },
  kind_technical: { id: 'Teknis', en: 'Technical' },
  kind_managerial: { id: 'Manajerial', en: 'Managerial' },
  kind_sociocultural: { id: 'Sosial kultural', en: 'Socio-cultural' },
  forFamily: { id: 'untuk {family}', en: 'for {family}' },
  levelNumber: { id: 'Tingkat {level}', en: 'Level {level}' },
  standards: { id: 'Tingkat yang disyaratkan menurut jabatan', en: 'Levels required by post' },
  competency: { id: 'Kompetensi', en: 'Competency' },
  how_presence: {
    id: 'Nilai dimulai dari 100 dan berkurang menurut tabel berikut, paling rendah 0. Hitungan menurut PP 94/2021 ditampilkan sebagai keterangan.',
    en: 'The score starts at 100 and falls by this table, to no less than 0. The count of PP 94/2021 is shown for information.',
  },
  event: { id: 'Kejadian', en: 'Event' },
  deduction: { id: 'Pengurangan', en: 'Deduction' },
  absentDay: { id: 'Satu hari tanpa keterangan', en: 'A day absent without leave' },
  lateUpTo: { id: 'Terlambat sampai {minutes} menit', en: 'Late by up to {minutes} minutes' },
  lateMore: { id: 'Terlambat lebih lama', en: 'Late by more' },
  earlyUpTo: { id: 'Pulang lebih awal sampai {minutes} menit', en: 'Left up to {minutes} minutes early' },
  earlyMore: { id: 'Pulang lebih awal lagi', en: 'Left earlier still' },
  earlyShown: {
    id: 'Pulang lebih awal ditampilkan dan tidak dihitung.',
    en: 'Leaving early is shown and not counted.',
  },
  'how_service-standard': {
    id: 'Setiap kasus diukur dengan jam kerja dari mulai sampai selesai. Nilainya adalah bagian kasus selesai yang tepat waktu, dikali 100; kasus yang belum selesai ditampilkan dan tidak dihitung.',
    en: 'Each case is measured in working hours from start to end. The score is the share of finished cases in time, times 100; open cases are shown and not counted.',
  },
  service: { id: 'Layanan', en: 'Service' },
  standardTime: { id: 'Waktu standar', en: 'Standard time' },
  hours: { id: '{hours} jam kerja', en: '{hours} working hours' },
  clock: { id: 'Jam kerja: {days}, pukul {from} sampai {to}.', en: 'Working hours: {days}, {from} to {to}.' },
  clockBreak: {
    id: 'Jam kerja: {days}, pukul {from} sampai {to}, istirahat {breakFrom} sampai {breakTo}.',
    en: 'Working hours: {days}, {from} to {to}, break {breakFrom} to {breakTo}.',
  },
  withoutCases_missing: {
    id: 'Tanpa kasus selesai, komponen ini dianggap belum ada.',
    en: 'Without a finished case the component counts as not yet given.',
  },
  'withoutCases_not-applicable': {
    id: 'Tanpa kasus selesai, komponen ini tidak berlaku.',
    en: 'Without a finished case the component does not apply.',
  },
  how_survey: {
    id: 'Setiap jawaban bernilai menurut skala; nilai satu unsur adalah rata-rata jawabannya, dan nilai komponen rata-rata semua unsur.',
    en: 'Each answer counts by the scale; the score of a question is the mean of its answers, and of the component the mean of all questions.',
  },
  questions: {
    id: '{count} unsur yang ditanyakan',
    en: { one: '{count} question', other: '{count} questions' },
  },
  surveyAtLeast: {
    id: 'Diperlukan paling sedikit {count} jawaban.',
    en: { one: 'At least {count} answer is needed.', other: 'At least {count} answers are needed.' },
  },
  tooFew_missing: {
    id: 'Bila kurang dari itu, komponen ini dianggap belum ada.',
    en: 'With fewer, the component counts as not yet given.',
  },
  'tooFew_not-applicable': {
    id: 'Bila kurang dari itu, komponen ini tidak berlaku.',
    en: 'With fewer, the component does not apply.',
  },
  surveyBands: { id: 'Sebutan mutu', en: 'Names of quality' },
  from: { id: 'Mulai', en: 'From' },
  how_innovation: {
    id: 'Setiap inovasi memberi angka menurut tahap yang dicapainya; semuanya dijumlahkan, paling banyak {atMost}. Tidak ada inovasi berarti 0.',
    en: 'Each innovation gives points by the stage it has reached; they are summed, at most {atMost}. No innovation means 0.',
  },
  unverifiedNone: {
    id: 'Inovasi yang belum diperiksa unit lain belum dihitung.',
    en: 'An innovation that no other unit has verified does not count yet.',
  },
  unverifiedPart: {
    id: 'Inovasi yang belum diperiksa unit lain dihitung {percent} %.',
    en: 'An innovation that no other unit has verified counts {percent} %.',
  },
  stage: { id: 'Tahap', en: 'Stage' },
  points: { id: 'Angka', en: 'Points' },
  'how_team-contribution': {
    id: 'Ketua setiap tim memberi satu tingkat; nilainya rata-rata semua tim, ditimbang menurut lamanya dalam bulan.',
    en: 'The lead of each team gives one level; the score is the mean of all teams, weighed by the months in each.',
  },
  withoutTeam_missing: {
    id: 'Tanpa tim, komponen ini dianggap belum ada.',
    en: 'Without a team the component counts as not yet given.',
  },
  'withoutTeam_not-applicable': {
    id: 'Tanpa tim, komponen ini tidak berlaku.',
    en: 'Without a team the component does not apply.',
  },
});
