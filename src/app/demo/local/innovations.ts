/** A register of innovations in every state: waiting, in use, checked by another unit, published, not taken up. */
import type { Insertable } from 'kysely';
import { innovationComponent } from '#features/innovations/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import type { DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import { type LocalCity, schemeOf } from './period.ts';
import type { Semester } from './semesters.ts';

interface Idea {
  readonly title: string;
  readonly problem: string;
  readonly idea: string;
  readonly measure: readonly [words: string, before: string, after: string];
  readonly publicText: string;
  /** How far it came; `checked` steps were confirmed by another unit. */
  readonly standing: 'proposed' | 'declined' | 'claimed' | 'checked' | 'published';
}

const IDEAS: readonly Idea[] = [
  {
    title: 'Nomor antrean lewat pesan singkat',
    problem: 'Warga datang sejak pagi dan menunggu berjam-jam tanpa tahu kapan dilayani.',
    idea: 'Nomor antrean dan perkiraan waktu dikirim sehari sebelumnya; yang tidak memiliki ponsel tetap dilayani di loket.',
    measure: ['menit tunggu rata-rata', '94', '31'],
    publicText: 'Warga menerima nomor antrean sehari sebelumnya dan datang pada waktunya.',
    standing: 'published',
  },
  {
    title: 'Daftar periksa berkas di papan loket',
    problem: 'Satu dari tiga berkas dikembalikan karena syaratnya kurang.',
    idea: 'Daftar periksa bergambar dipasang di loket dan dibagikan lewat ketua RT.',
    measure: ['berkas dikembalikan per bulan', '120', '38'],
    publicText: 'Daftar periksa bergambar membuat warga cukup datang satu kali.',
    standing: 'published',
  },
  {
    title: 'Kunjungan rumah bagi lansia yang tidak dapat datang',
    problem: 'Lansia yang sakit tidak terlayani karena tidak dapat datang ke kantor.',
    idea: 'Dua petugas berkeliling setiap Jumat menurut daftar kelurahan.',
    measure: ['lansia terlayani per bulan', '4', '27'],
    publicText: 'Petugas mendatangi lansia yang tidak dapat datang sendiri.',
    standing: 'checked',
  },
  {
    title: 'Jadwal piket bersama antarunit',
    problem: 'Loket tutup bila satu petugas berhalangan.',
    idea: 'Petugas dua unit saling menggantikan menurut jadwal yang terbuka.',
    measure: ['jam loket tutup per bulan', '14', '2'],
    publicText: 'Loket tetap buka meskipun ada petugas yang berhalangan.',
    standing: 'claimed',
  },
  {
    title: 'Arsip bergambar untuk surat masuk',
    problem: 'Mencari satu surat memerlukan waktu hampir satu jam.',
    idea: 'Surat dipindai pada hari yang sama dan diberi kata kunci.',
    measure: ['menit mencari satu surat', '50', '4'],
    publicText: 'Surat warga ditemukan dalam hitungan menit.',
    standing: 'claimed',
  },
  {
    title: 'Kotak tanya di grup warga',
    problem: 'Pertanyaan yang sama dijawab berulang kali di loket.',
    idea: 'Jawaban tertulis dikumpulkan dan dikirim ke grup warga setiap pekan.',
    measure: ['pertanyaan di loket per hari', '40', '22'],
    publicText: '',
    standing: 'proposed',
  },
  {
    title: 'Absen dengan foto di grup percakapan',
    problem: 'Rekap kehadiran terlambat.',
    idea: 'Setiap pegawai mengirim foto setiap pagi.',
    measure: ['hari keterlambatan rekap', '5', '3'],
    publicText: '',
    standing: 'declined',
  },
];

interface Rows {
  readonly innovations: Insertable<DB['innovations']>[];
  readonly members: Insertable<DB['innovation_members']>[];
  readonly steps: Insertable<DB['innovation_steps']>[];
}

export async function insertInnovations(
  tx: Tx,
  random: Random,
  city: LocalCity,
  running: Semester,
): Promise<void> {
  const inventors = city.people.everyone.filter(
    (person) => !person.isHead && innovationComponent(schemeOf(city, person.unit).scheme) !== undefined,
  );
  if (inventors.length < IDEAS.length) return;
  const rows: Rows = { innovations: [], members: [], steps: [] };
  const from = random.between(0, inventors.length - 1);
  for (const [index, idea] of IDEAS.entries()) {
    const person = inventors[(from + index * 5) % inventors.length];
    if (person) addInnovation(rows, random, { city, idea, person, running });
  }
  await insertAll(tx, 'innovations', rows.innovations);
  await insertAll(tx, 'innovation_members', rows.members);
  await insertAll(tx, 'innovation_steps', rows.steps);
}

function addInnovation(
  rows: Rows,
  random: Random,
  about: {
    readonly city: LocalCity;
    readonly idea: Idea;
    readonly person: DemoPerson;
    readonly running: Semester;
  },
): void {
  const { city, idea, person, running } = about;
  const { agencyId, officer, today } = city;
  const { scheme } = schemeOf(city, person.unit);
  const component = innovationComponent(scheme);
  if (!component) return;
  const id = newId();
  const proposedOn = addDays(running.startsOn, random.between(3, 20));
  const isPublished = idea.standing === 'published';
  const isAdopted = idea.standing !== 'proposed' && idea.standing !== 'declined';
  rows.innovations.push({
    agency_id: agencyId,
    id,
    title: idea.title,
    problem: idea.problem,
    idea: idea.idea,
    scheme_id: scheme.id,
    scheme_version: scheme.version,
    component: component.name,
    unit_id: person.unit.id,
    proposed_by: person.id,
    state: isAdopted ? 'adopted' : idea.standing,
    created_at: moment(proposedOn, 2),
    updated_at: moment(proposedOn, 3),
    public_text: isPublished ? idea.publicText : null,
    published_at: isPublished ? moment(addDays(today, -3), 2) : null,
    published_by: isPublished ? officer.id : null,
  });
  rows.members.push({
    agency_id: agencyId,
    innovation_id: id,
    person_id: person.id,
    added_by: person.id,
    added_at: moment(proposedOn, 2),
  });
  if (!isAdopted) return;
  const verifier = [...city.people.headOf.values()].find(
    (head) => head.unit !== person.unit && head.unit.parent === city.people.mayor.unit,
  );
  const reached = component.stages.slice(0, Math.max(2, component.stages.length - 1));
  for (const [order, { code }] of reached.entries()) {
    const on = addDays(proposedOn, 14 + order * 17);
    if (on >= today) break;
    const isLast = order === reached.length - 1;
    const isConfirmed = verifier !== undefined && (idea.standing !== 'claimed' || order === 0);
    const [measure, before, after] = idea.measure;
    rows.steps.push({
      agency_id: agencyId,
      id: newId(),
      innovation_id: id,
      stage: code,
      reached_on: on,
      account: isLast
        ? 'Dihitung selama empat pekan sebelum dan sesudah; catatannya ada di tautan.'
        : 'Dijalankan bersama rekan satu unit dan dibahas dalam rapat bulanan.',
      measure: isLast ? measure : null,
      value_before: isLast ? before : null,
      value_after: isLast ? after : null,
      link: isLast ? 'https://drive.example.go.id/inovasi-contoh' : null,
      claimed_by: person.id,
      claimed_at: moment(on, 4),
      verifying_unit_id: isConfirmed ? verifier.unit.id : null,
      verdict: isConfirmed ? 'confirmed' : null,
      verdict_reason: isConfirmed ? 'Kami melihatnya berjalan dan menanyakan kepada yang dilayani.' : null,
      verified_by: isConfirmed ? verifier.id : null,
      verified_at: isConfirmed ? moment(addDays(on, 1), 3) : null,
    });
  }
}
