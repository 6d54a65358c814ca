/** Checks of the period itself and of what the database knows beyond its candidates. */
import { sql } from 'kysely';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { clampDate } from '../calendar.ts';
import { isEffective } from '../schemes.ts';
import type { PreflightCheck } from './check.ts';
import { text } from './text.ts';

const noPeople: PreflightCheck = {
  code: 'no-participants',
  severity: 'blocking',
  title: () => text.noPeople(),
  advice: text.noPeopleAdvice,
  find: (_tx, { period, candidates }) =>
    candidates.length > 0
      ? []
      : [
          {
            name: period.name,
            detail: text.noPeopleDetail(),
            path: `/periods/${period.id}/edit`,
            unitName: '',
          },
        ],
};

const noScheme: PreflightCheck = {
  code: 'scheme',
  severity: 'blocking',
  title: () => text.noScheme(),
  advice: text.noSchemeAdvice,
  find: (_tx, { period, schemes }) =>
    schemes.flatMap(({ id, version, scheme }) => {
      if (scheme && isEffective(scheme, period.startsOn)) return [];
      const detail = scheme
        ? text.schemeNotEffective({ scheme: inLocale(scheme.title), date: formatDate(period.startsOn) })
        : text.schemeMissing({ scheme: `${id} v${version}` });
      const isOwn = id === period.schemeId && version === period.schemeVersion;
      const path = `/periods/${period.id}/${isOwn ? 'edit' : 'schemes'}`;
      return [{ name: period.name, detail, path, unitName: '' }];
    }),
};

const checkpointDates: PreflightCheck = {
  code: 'checkpoint-dates',
  severity: 'blocking',
  title: (count) => text.checkpoints({ count }),
  advice: text.checkpointsAdvice,
  find: (_tx, { period }) => {
    const path = `/periods/${period.id}/edit`;
    if (period.checkpoints.length === 0)
      return [{ name: period.name, detail: text.noCheckpoints(), path, unitName: '' }];
    return period.checkpoints
      .filter(
        (each) =>
          each.startsOn < period.startsOn ||
          each.endsOn > period.endsOn ||
          each.dueOn < each.startsOn ||
          each.dueOn > period.ratificationDueOn,
      )
      .map((each) => ({
        name: each.name,
        detail: text.checkpointDetail({
          from: formatDate(each.startsOn, 'short'),
          to: formatDate(each.endsOn, 'short'),
          due: formatDate(each.dueOn, 'short'),
        }),
        path,
        unitName: '',
      }));
  },
};

const planDuePassed: PreflightCheck = {
  code: 'plan-due-passed',
  severity: 'warning',
  title: () => text.planDuePassed(),
  advice: text.planDuePassedAdvice,
  find: (_tx, { period, today }) =>
    period.planDueOn >= today
      ? []
      : [
          {
            name: period.name,
            detail: text.planDuePassedDetail({ date: formatDate(period.planDueOn) }),
            path: `/periods/${period.id}/edit`,
            unitName: '',
          },
        ],
};

const flags: PreflightCheck = {
  code: 'open-flags',
  severity: 'warning',
  title: (count) => text.flags({ count }),
  advice: text.flagsAdvice,
  find: async (tx, { candidates }) => {
    const rows = await tx.db
      .selectFrom('appraiser_flags')
      .select(['person_id', 'note'])
      .where('agency_id', '=', tx.agencyId)
      .where('resolved_at', 'is', null)
      .execute();
    const notes = new Map(rows.map((row) => [row.person_id, row.note]));
    return candidates
      .filter((each) => notes.has(each.personId) && !each.hasEnded)
      .map((each) => ({
        name: each.name,
        detail: notes.get(each.personId) ?? '',
        path: '/people/appraisers#flags',
        unitName: each.unitName,
      }));
  },
};

/** Units of the candidates with the names of those who head them on the day of the check. */
const headsOf = (tx: Parameters<PreflightCheck['find']>[0], unitIds: readonly string[], on: string) =>
  sql<{ unit_id: string; kind: string; name: string }>`
    select placements.unit_id, placements.kind, people.name from placements
    join people on people.agency_id = ${tx.agencyId} and people.id = placements.person_id
    where placements.agency_id = ${tx.agencyId} and placements.is_head and placements.unit_id = any(${[...unitIds]}::uuid[])
      and placements.valid_from <= ${on}::date and (placements.valid_until is null or placements.valid_until > ${on}::date)`.execute(
    tx.db,
  );

function headCheck(
  base: Pick<PreflightCheck, 'code' | 'title' | 'advice'>,
  concerns: (heads: readonly { kind: string; name: string }[]) => boolean,
  detail: (heads: readonly { name: string }[], people: number) => string,
): PreflightCheck {
  return {
    ...base,
    severity: 'warning',
    find: async (tx, { candidates, period, today }) => {
      const on = clampDate(today, period.startsOn, period.endsOn);
      const units = Map.groupBy(
        candidates.filter((each) => !each.hasEnded),
        (each) => each.unitId,
      );
      if (units.size === 0) return [];
      const { rows } = await headsOf(tx, [...units.keys()], on);
      const heads = Map.groupBy(rows, (row) => row.unit_id);
      return [...units.entries()]
        .filter(([id]) => concerns(heads.get(id) ?? []))
        .map(([id, people]) => ({
          name: people[0]?.unitName ?? '',
          detail: detail(heads.get(id) ?? [], people.length),
          path: `/units?q=${encodeURIComponent(people[0]?.unitName ?? '')}`,
          unitName: '',
        }));
    },
  };
}

const noHead = headCheck(
  { code: 'unit-without-head', title: (count) => text.noHead({ count }), advice: text.noHeadAdvice },
  (heads) => heads.length === 0,
  (_heads, count) => text.peopleInUnit({ count }),
);

const severalHeads = headCheck(
  { code: 'several-heads', title: (count) => text.severalHeads({ count }), advice: text.severalHeadsAdvice },
  (heads) => heads.filter((each) => each.kind === 'definitive').length > 1,
  (heads) => text.severalHeadsDetail({ names: heads.map((each) => each.name).join(', ') }),
);

const elsewhere: PreflightCheck = {
  code: 'in-another-period',
  severity: 'warning',
  title: (count) => text.elsewhere({ count }),
  advice: text.elsewhereAdvice,
  find: async (tx, { period, candidates }) => {
    const rows = await tx.db
      .selectFrom('participants')
      .innerJoin('periods', (join) =>
        join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
      )
      .select(['participants.person_id', 'periods.name'])
      .where('participants.agency_id', '=', tx.agencyId)
      .where('participants.state', '=', 'active')
      .where('periods.id', '<>', period.id)
      .where('periods.state', '=', 'open')
      .where('periods.starts_on', '<=', period.endsOn)
      .where('periods.ends_on', '>=', period.startsOn)
      .execute();
    const names = new Map(rows.map((row) => [row.person_id, row.name]));
    return candidates
      .filter((each) => names.has(each.personId))
      .map((each) => ({
        name: each.name,
        detail: names.get(each.personId) ?? '',
        path: `/periods/${period.id}/exclusions/new?placement=${each.placementId}`,
        unitName: each.unitName,
      }));
  },
};

export const PERIOD_CHECKS: readonly PreflightCheck[] = [
  noPeople,
  noScheme,
  checkpointDates,
  flags,
  noHead,
  severalHeads,
  planDuePassed,
  elsewhere,
];
