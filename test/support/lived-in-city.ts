/** A city in the middle of its year: something behind every address, made by the real routes where there is one. */
import { newId } from '#platform/identifier.ts';
import type { TestApp } from './app.ts';
import { type City, createCity, createPerson } from './city.ts';
import type { TestDatabase } from './database.ts';
import { evaluationWalk } from './evaluation.ts';
import { givePlan } from './plans.ts';

export interface LivedInCity extends City {
  readonly indicatorId: string;
  readonly entryId: string;
  readonly evidenceId: string;
  readonly feedbackId: string;
  readonly observationId: string;
  readonly commentId: string;
  readonly importId: string;
  readonly bundleId: string;
  readonly flagId: string;
  readonly notificationId: string;
  readonly grantId: string;
  readonly actingId: string;
  /** Of a scheme of its own: version 1 adopted, the next one a draft under discussion with a proposal. */
  readonly schemeId: string;
  readonly draftId: string;
  readonly proposalId: string;
}

/**
 * The employee has a plan, progress with evidence, feedback, a check-in and an objection that awaits its decision;
 * the colleague's plan is proposed, the appraiser's agreed, the head's not begun.
 */
export async function createLivedInCity(
  test: TestDatabase,
  app: TestApp,
  code = 'kota-contoh',
): Promise<LivedInCity> {
  const city = await createCity(test.database, code);
  const base = `/a/${code}`;
  const appraisal = `${base}/appraisals/${city.participants.employee}`;
  const act = async (who: { accountId: string }, address: string, fields: Record<string, string | Blob>) => {
    const response = await app.post(who.accountId, address, fields);
    if (response.status !== 303)
      throw new Error(`${address}: ${response.status} ${(await response.text()).replace(/<[^>]+>/g, ' ')}`);
  };
  const plan = await givePlan(city.db, city, city.participants.employee);
  await givePlan(city.db, city, city.participants.appraiser);
  await givePlan(city.db, city, city.participants.colleague);
  await setPlanState(city, city.participants.colleague, 'proposed');
  const indicatorId = plan.results[0]?.indicators[0]?.id ?? '';
  const made = {
    entryId: newId(),
    feedbackId: newId(),
    observationId: newId(),
    commentId: newId(),
    importId: newId(),
    bundleId: newId(),
  };
  const entry = (id: string, onDate: string, value: string, more: Record<string, string | Blob> = {}) =>
    act(city.employee, `${appraisal}/progress/entries`, {
      id,
      linkId: newId(),
      indicatorId,
      onDate,
      value,
      narrative: 'Rekap kunjungan posyandu dan rawat jalan.',
      ...more,
    });
  await entry(newId(), '2026-03-31', '71');
  await entry(made.entryId, '2026-06-30', '96,5', {
    files: new File(['%PDF-1.4\n%%EOF'], 'Laporan imunisasi Juni.pdf'),
    link: 'https://drive.example.go.id/rekap',
    linkTitle: 'Rekap ASIK',
  });
  await act(city.appraiser, `${appraisal}/feedback`, {
    id: made.feedbackId,
    line: `indicator:${indicatorId}`,
    body: 'Pencatatan kunjungan kini lengkap setiap minggu.',
    observation: 'Posyandu 12 Mei',
  });
  await act(city.appraiser, `${appraisal}/diary`, {
    id: made.observationId,
    onDate: '2026-05-12',
    line: 'value:kolaboratif',
    seen: 'Menggantikan rekan di loket pendaftaran seharian tanpa diminta.',
    share: 'yes',
  });
  await act(city.appraiser, `${appraisal}/check-ins/${city.checkpointIds[0]}`, {
    versionId: newId(),
    heldOn: '2026-04-03',
    notes: 'Cakupan imunisasi naik; data kunjungan perlu dicatat mingguan.',
    nextSteps: 'Tambah satu kader untuk pencatatan.',
  });
  const colleaguePlan = `${base}/appraisals/${city.participants.colleague}/plan`;
  await act(city.appraiser, `${colleaguePlan}/comments`, {
    id: made.commentId,
    line: indicatorId,
    [`comment-${indicatorId}`]: 'Apakah termasuk kunjungan rumah?',
  }).catch(() => undefined);
  await evaluationWalk(app, city).explained(plan);
  await act(city.employee, `${base}/appraiser/flags`, { note: 'Saya sudah pindah sejak Oktober.' });
  const year = { period: city.periodId, unit: city.units.clinic };
  await act(city.officer, `${base}/papers/runs`, { id: made.bundleId, ...year, skp: 'yes' });
  await act(city.officer, `${base}/people/import`, {
    id: made.importId,
    completeness: 'partial',
    people: new File(
      ['NIP;Nama;Kode unit;Jabatan\n198001012005011001;Siti Aminah;PUSKESMAS-CONTOH;Perawat\n123;X;Y;Z\n'],
      'pegawai.csv',
    ),
  });
  return { ...city, ...made, indicatorId, ...(await ownScheme(city, act)), ...(await remainingIds(city)) };
}

type Act = (who: { accountId: string }, address: string, fields: Record<string, string>) => Promise<void>;

/** A scheme that the city took over from a template and adopted, and a draft of its next version. */
async function ownScheme(city: City, act: Act) {
  const drafts = `/a/${city.code}/scheme-drafts`;
  const made = { schemeId: `skema-${city.code}`, draftId: newId(), proposalId: newId() };
  const first = newId();
  const title = { titleId: 'Skema Kota Contoh', titleEn: 'Scheme of the Sample City' };
  await act(city.officer, drafts, {
    id: first,
    base: 'sawahlunto-kinerja@1',
    kind: 'new',
    schemeId: made.schemeId,
    ...title,
  });
  await act(city.officer, `${drafts}/${first}/adoption`, {
    decree: 'Keputusan Wali Kota Nomor 7 Tahun 2024',
    decidedOn: '2024-01-15',
    revision: '1',
    confirm: 'yes',
  });
  const next = { id: made.draftId, base: `${made.schemeId}@1`, kind: 'next', schemeId: made.schemeId };
  await act(city.officer, drafts, { ...next, ...title });
  const { today } = await city.db.read(async (tx) => ({ today: tx.now.toISOString().slice(0, 10) }));
  const until = new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10);
  await act(city.officer, `${drafts}/${made.draftId}/discussion-opening`, { from: today, until });
  await act(city.employee, `${drafts}/${made.draftId}/discussion`, {
    id: made.proposalId,
    kind: 'proposal',
    criterion: '',
    body: 'Sebaiknya inovasi unit kecil dinilai dengan ukuran yang sama.',
  });
  return made;
}

async function setPlanState(city: City, participantId: string, state: string): Promise<void> {
  await city.db.write((tx) =>
    tx.db
      .updateTable('plans')
      .set({ state })
      .where('agency_id', '=', tx.agencyId)
      .where('participant_id', '=', participantId)
      .execute(),
  );
}

/** Ids of rows that came about by the way, and one acting appointment. */
async function remainingIds(city: City) {
  return city.db.write(async (tx) => {
    const first = async (table: 'evidence' | 'appraiser_flags' | 'role_grants' | 'notifications') =>
      (
        await tx.db
          .selectFrom(table)
          .select('id')
          .where('agency_id', '=', tx.agencyId)
          .limit(1)
          .executeTakeFirstOrThrow()
      ).id;
    const acting = await createPerson(tx, {
      account: `${city.code}:acting`,
      name: 'Yusuf Ramli',
      unitId: city.units.schools,
      post: 'Sekretaris',
      kind: 'administrator',
    });
    return {
      evidenceId: await first('evidence'),
      flagId: await first('appraiser_flags'),
      grantId: await first('role_grants'),
      notificationId: await first('notifications'),
      actingId: acting.placementId,
    };
  });
}
