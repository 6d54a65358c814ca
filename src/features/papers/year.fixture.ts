/** What was recorded about the employee of the test city in a year: realisation, evidence, feedback, the unit's predicate. */
import type { PlanContent } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import type { City } from '../../../test/support/city.ts';

export async function recordYear(city: City, plan: PlanContent): Promise<void> {
  const [first, second] = plan.results;
  const [patients] = second?.indicators ?? [];
  if (!first || !second || !patients) throw new Error('the sample plan has them');
  await city.db.write(async (tx) => {
    const common = { agency_id: tx.agencyId, participant_id: city.participants.employee };
    const entry = (indicatorId: string, resultId: string, on: string, value: string, narrative: string) => ({
      ...common,
      id: newId(),
      result_id: resultId,
      indicator_id: indicatorId,
      on_date: on,
      value,
      narrative,
      created_by: city.employee.id,
      created_at: tx.now,
    });
    const may = entry(patients.id, second.id, '2026-05-31', '400.5', 'Loket kedua dibuka');
    const august = entry(patients.id, second.id, '2026-08-31', '500', 'Dibantu #let x = *tebal* $1$');
    await tx.db.insertInto('progress_entries').values([may, august]).execute();
    await tx.db
      .insertInto('evidence')
      .values({
        ...common,
        id: newId(),
        progress_entry_id: august.id,
        line_id: patients.id,
        kind: 'link',
        title: 'Rekap kunjungan Agustus',
        url: 'https://contoh.go.id/rekap',
        created_at: tx.now,
      })
      .execute();
    const said = (target: string, lineId: string, body: string, at: string) => ({
      ...common,
      id: newId(),
      target,
      line_id: lineId,
      body,
      author_id: city.appraiser.id,
      author_role: 'appraiser',
      created_at: new Date(at),
    });
    await tx.db
      .insertInto('feedback')
      .values([
        said('indicator', patients.id, 'Antrean makin tertib', '2026-06-10T03:00:00Z'),
        said('value', 'akuntabel', 'Laporan selalu lengkap', '2026-09-10T03:00:00Z'),
        { ...said('result', first.id, 'Ditarik', '2026-09-10T03:00:00Z'), withdrawn_at: tx.now },
      ])
      .execute();
    await tx.db
      .insertInto('unit_evaluations')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        period_id: city.periodId,
        unit_id: city.units.health,
        predicate: 'istimewa',
        reason: 'Target tercapai',
        decided_by: city.mayor.id,
        decided_at: tx.now,
      })
      .execute();
  });
}
