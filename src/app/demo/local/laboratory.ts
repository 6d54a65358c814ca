/** Two saved runs of the laboratory for every draft under discussion: its first text, and the text after the change. */
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { insertAll } from '../insert.ts';
import { moment } from '../year.ts';
import { SEED, SETTINGS, SIDES, SIZE, type Side, STRUCTURE } from './laboratory-design.ts';
import { DEMO_RUNS } from './laboratory-runs.ts';
import type { LocalCity } from './period.ts';

const NAMES: Readonly<Record<Side, string>> = {
  before: 'Rancangan sebelum diubah',
  after: 'Rancangan sesudah usul diterima',
};
/** What each took when it was computed. */
const WORK_MS = 1800;

export async function insertLaboratory(tx: Tx, { agencyId, officer, today }: LocalCity): Promise<void> {
  const drafts = await tx.db
    .selectFrom('scheme_drafts')
    .select(['id', 'scheme_id', 'version'])
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'discussion')
    .execute();
  const rows = drafts.flatMap((draft) => {
    const runs = DEMO_RUNS[draft.scheme_id];
    if (!runs) return [];
    const ids: Readonly<Record<Side, string>> = { before: newId(), after: newId() };
    return SIDES.map((side, index) => {
      const at = moment(addDays(today, -1), 3 + index);
      return {
        agency_id: agencyId,
        id: ids[side],
        name: NAMES[side],
        scheme_id: draft.scheme_id,
        version: draft.version,
        draft_id: draft.id,
        draft_revision: index + 1,
        settings: JSON.stringify(SETTINGS),
        structure: JSON.stringify(STRUCTURE),
        structure_kind: 'invented',
        span: SIZE.span,
        unit_size: SIZE.unit,
        seed: SEED,
        state: 'done',
        done: SIZE.people * SETTINGS.periods,
        total: SIZE.people * SETTINGS.periods,
        periods: runs[side],
        work_ms: WORK_MS,
        beside_id: side === 'after' ? ids.before : null,
        requested_by: officer.id,
        created_at: at,
        updated_at: at,
        finished_at: at,
      };
    });
  });
  await insertAll(tx, 'laboratory_runs', rows);
}
