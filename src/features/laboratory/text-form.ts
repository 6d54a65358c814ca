/** Words of the form of a new run. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Simulasi baru', en: 'New simulation' },
  intro: {
    id: 'Semua pegawai dan penilai di sini rekaan. Isian sudah diisi dengan nilai yang lazim; ubah hanya yang ingin Anda uji.',
    en: 'All people and raters here are invented. The fields hold usual values; change only what you want to test.',
  },
  presets: { id: 'Mulai dari', en: 'Begin with' },
  preset_reported: { id: 'Seperti yang dilaporkan penelitian', en: 'As research reports' },
  preset_reliability: { id: 'Keandalan atasan 0,52', en: 'Supervisor reliability .52' },
  preset_strained: { id: 'Banyak gangguan sekaligus', en: 'Much goes wrong at once' },
  preset_undisturbed: { id: 'Tanpa gangguan', en: 'Nothing goes wrong' },
  source_reported: {
    id: 'Scullen, Mount & Goff (2000): pengaruh khas penilai 53–62 % dari keragaman nilai, kinerja orangnya 21–25 %. Pembagian antara keketatan (sepertiga) dan kesan umum adalah tafsiran kami; formulir yang tidak kembali adalah anggapan.',
    en: 'Scullen, Mount & Goff (2000): idiosyncratic rater effects 53–62 % of the variance of ratings, the person 21–25 %. The division between severity (a third) and general impression is our reading; unreturned forms are an assumption.',
  },
  source_reliability: {
    id: 'Viswesvaran, Ones & Schmidt (1996): keandalan antaratasan 0,52. Pembagian kesalahan antara keketatan dan kesan umum adalah tafsiran kami; formulir yang tidak kembali adalah anggapan.',
    en: 'Viswesvaran, Ones & Schmidt (1996): reliability between supervisors .52. The division of the error between severity and general impression is our reading; unreturned forms are an assumption.',
  },
  source_strained: {
    id: 'Bukan angka penelitian: uji ketahanan, untuk melihat skema mana yang paling lama bertahan.',
    en: 'Not from research: a stress test, to see which scheme holds longest.',
  },
  source_undisturbed: {
    id: 'Semua menilai dengan benar dan semua formulir kembali. Tidak seorang pun salah kategori; pakai untuk mengubah satu hal saja.',
    en: 'All rate rightly and all forms come back. Nobody is in a wrong category; use it to change one thing only.',
  },
  source_kept: {
    id: 'Pengaturan diambil dari simulasi “{name}”.',
    en: 'The settings are those of the simulation “{name}”.',
  },
  what: { id: 'Apa yang diuji', en: 'What is tested' },
  nameHint: {
    id: 'Agar mudah ditemukan, misalnya “Rekan 25 %”',
    en: 'To find it again, such as “Colleagues 25 %”',
  },
  subject: { id: 'Skema', en: 'Scheme' },
  second: { id: 'Bandingkan langsung dengan skema kedua', en: 'Compare at once with a second scheme' },
  secondHint: {
    id: 'Orang, penilai, dan kebetulannya sama; hanya aturannya yang berbeda.',
    en: 'The same people, raters and chance; only the rules differ.',
  },
  noSecond: { id: 'Tidak dibandingkan', en: 'No comparison' },
  choose: { id: 'Pilih skema', en: 'Choose a scheme' },
  who: { id: 'Siapa menilai siapa', en: 'Who rates whom' },
  structure: { id: 'Susunan pegawai', en: 'Structure' },
  structureOwn: {
    id: 'Susunan instansi Anda: {people} pegawai',
    en: "Your agency's structure: {people} people",
  },
  structureOwnHint: {
    id: 'Dari {period}: unit dan siapa menilai siapa, tanpa nama.',
    en: 'From {period}: units and who appraises whom, without names.',
  },
  structureOwnPart: {
    id: 'Dari {period}, {people} dari {found} pegawai (batas simulasi), tanpa nama.',
    en: 'From {period}, {people} of {found} people (the limit of a run), without names.',
  },
  structureInvented: {
    id: 'Susunan rekaan dengan ukuran di bawah',
    en: 'An invented structure of the size below',
  },
  structureKept: {
    id: 'Sama seperti “{name}”: {people} pegawai',
    en: 'The same as “{name}”: {people} people',
  },
  structureKeptHint: {
    id: 'Dengan benih yang sama, orangnya juga sama.',
    en: 'With the same seed the people are the same too.',
  },
  sizeTitle: { id: 'Ukuran susunan rekaan', en: 'Size of an invented structure' },
  people: { id: 'Pegawai', en: 'People' },
  span: { id: 'Bawahan setiap penilai', en: 'Staff of each appraiser' },
  unit: { id: 'Pegawai setiap unit', en: 'People in each unit' },
  periods: { id: 'Periode yang diulang', en: 'Periods repeated' },
  periodsHint: {
    id: 'Setiap periode mengulang seluruh instansi dari awal. Lebih banyak periode, lebih sempit rentang ketidakpastiannya.',
    en: 'Each period repeats the whole agency afresh. More periods narrow the uncertainty.',
  },
  time: {
    id: '{people} pegawai × {periods} periode: {time}',
    en: '{people} people × {periods} periods: {time}',
  },
  timeTitle: { id: 'Perkiraan waktu hitung', en: 'Expected computing time' },
  disturb: { id: 'Bagaimana penilai menyimpang', en: 'How raters go astray' },
  disturbIntro: {
    id: 'Besarnya dalam persen dari perbedaan sejati antarpegawai: 100 berarti penilai berbeda sebanyak pegawai sungguh berbeda.',
    en: 'Sizes are percent of the true differences between people: 100 means that raters differ as much as people really do.',
  },
  severity: { id: 'Perbedaan keketatan antarpenilai (%)', en: 'Spread of severity between raters (%)' },
  severityHint: {
    id: 'Ada yang ketat, ada yang murah nilai, kepada semua orang.',
    en: 'Some are severe, some lenient, towards everybody.',
  },
  unitCulture: { id: 'Bagian yang menjadi kebiasaan unit (%)', en: 'Share that is the custom of a unit (%)' },
  unitCultureHint: {
    id: 'Penilai dalam satu unit sama-sama ketat atau sama-sama murah.',
    en: 'Raters of one unit are severe or lenient together.',
  },
  favouredShare: {
    id: 'Pegawai yang diistimewakan setiap penilai (%)',
    en: 'People whom each rater favours (%)',
  },
  favouredShareHint: {
    id: 'Dari semua pasangan penilai dan pegawai.',
    en: 'Of all pairs of rater and ratee.',
  },
  favouredSize: { id: 'Seberapa jauh mereka diangkat (%)', en: 'How far these are lifted (%)' },
  favouredSizeHint: {
    id: '100: naik sebanyak satu simpangan antarpegawai.',
    en: '100: by one standard deviation between people.',
  },
  noise: { id: 'Ketidakajekan setiap butir (%)', en: 'Inconsistency of each item (%)' },
  noiseHint: {
    id: 'Penilai yang sama dapat memberi tingkat lain pada hari lain.',
    en: 'The same rater might give another level on another day.',
  },
  halo: { id: 'Kesan umum atau halo (%)', en: 'General impression or halo (%)' },
  haloHint: {
    id: 'Bagian dari ketidakajekan yang mewarnai semua butir formulir sekaligus.',
    en: 'The part of the inconsistency that colours all items of a form at once.',
  },
  centralTendency: { id: 'Kecenderungan memusat (%)', en: 'Central tendency (%)' },
  centralTendencyHint: {
    id: 'Seberapa jauh semua penilai menjauhi tingkat ujung.',
    en: 'How far all raters keep away from the ends of the scale.',
  },
  voices: { id: 'Suara lain dan penilaian kedua', en: 'Other voices and second looks' },
  voicesIntro: {
    id: 'Hanya berlaku untuk suara yang ada dalam skema. Suara yang kurang dari batas terkecil diperlakukan seperti yang ditulis skema.',
    en: 'Used only for voices that the scheme has. A voice below its least number is treated as the scheme says.',
  },
  voice: { id: 'Suara', en: 'Voice' },
  asked: { id: 'Penilai yang diminta', en: 'Raters asked' },
  askedOf: { id: '{voice}: penilai yang diminta', en: '{voice}: raters asked' },
  missing: { id: 'Tidak kembali (%)', en: 'Not returned (%)' },
  missingOf: { id: '{voice}: formulir yang tidak kembali (%)', en: '{voice}: forms not returned (%)' },
  one: { id: 'satu', en: 'one' },
  surveyAnswers: {
    id: 'Penjawab survei untuk setiap pegawai',
    en: 'People asked in a survey for each person',
  },
  surveyHint: {
    id: 'Bila skema memakai survei kepuasan.',
    en: 'Where the scheme uses a satisfaction survey.',
  },
  secondLooks: { id: 'Penilaian kedua (%)', en: 'Second looks (%)' },
  secondLooksHint: {
    id: 'Bagian penilaian yang juga diberi pejabat penilai lain. Di sini keduanya dihitung sama; dalam aturan yang berlaku penilaian kedua hanya mengukur.',
    en: 'The share of appraisals that another appraiser rates too. Here both count alike; under present rules a second look only measures.',
  },
  acrossUnits: { id: 'Penilai kedua dari unit lain', en: 'The second appraiser comes from another unit' },
  chance: { id: 'Orang dan kebetulan', en: 'People and chance' },
  typical: {
    id: 'Letak pegawai tengah pada skala (%)',
    en: 'Where the middle of all people stands on scales (%)',
  },
  typicalHint: {
    id: '0 tingkat terburuk, 100 terbaik. Bawaannya 62: tingkat kedua dari atas pada empat tingkat.',
    en: '0 the worst level, 100 the best. 62: the second best of four levels.',
  },
  seed: { id: 'Benih', en: 'Seed' },
  seedHint: {
    id: 'Benih dan pengaturan yang sama memberi hasil yang sama sampai angka terakhir, di komputer mana pun.',
    en: 'The same seed and settings give the same result to the last digit, on any computer.',
  },
  run: { id: 'Jalankan simulasi', en: 'Run the simulation' },
  smallOnly: {
    id: 'Anda dapat menjalankan rancangan yang sedang dibahas, satu simulasi setiap kali, paling banyak {most} penilaian rekaan (pegawai × periode).',
    en: 'You may run drafts under discussion, one simulation at a time, of at most {most} invented appraisals (people × periods).',
  },
  nothingToRun: {
    id: 'Tidak ada rancangan yang sedang dibahas, sehingga belum ada yang dapat Anda jalankan.',
    en: 'No draft is under discussion, so there is nothing for you to run now.',
  },
});
