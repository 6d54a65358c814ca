/** Fills a city that runs schemes of its own: adopted versions, a half-year that is over, one that runs, one to come. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { projectRoot } from '#platform/project-root.ts';
import { loadScheme } from '../../schemes.ts';
import type { SchemeSpec } from '../cities/spec.ts';
import { insertAll } from '../insert.ts';
import type { DemoPeople, DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import { seedConflicts } from './conflicts.ts';
import { DISCUSSIONS } from './discussions.ts';
import { changed, nextVersion } from './draft-text.ts';
import { insertDiscussion } from './forum.ts';
import { insertHeard } from './heard.ts';
import { insertInnovations } from './innovations.ts';
import { insertLaboratory } from './laboratory.ts';
import { insertSemester, type LocalCity } from './period.ts';
import { semestersAround } from './semesters.ts';
import { seedSurveys } from './surveys.ts';
import { seedTraining } from './training.ts';
import { seedAsking } from './voices-asking.ts';

export async function seedLocal(
  tx: Tx,
  random: Random,
  city: {
    readonly agencyId: string;
    readonly people: DemoPeople;
    readonly officer: DemoPerson;
    readonly auditor: DemoPerson;
    readonly spec: SchemeSpec;
    readonly today: string;
  },
): Promise<void> {
  const schemes = schemesOf(city.spec);
  const local: LocalCity = { ...city, schemes };
  const [past, running, next] = semestersAround(city.today);
  await adopt(tx, local, addDays(past.startsOn, -40));
  await insertSemester(tx, random, local, past, 'closed');
  await insertHeard(tx, random, { ...local, auditor: city.auditor }, past);
  await insertSemester(tx, random, local, running, 'open');
  await seedAsking(tx, local, running);
  await insertSemester(tx, random, local, next, 'draft');
  await insertInnovations(tx, random, local, running);
  await seedConflicts(tx, { ...local, auditor: city.auditor, today: city.today }, past, running);
  await seedTraining(tx, local);
  await seedSurveys(tx, local);
  for (const discussion of DISCUSSIONS) {
    if (!schemes.has(discussion.schemeId)) continue;
    const before = nextVersion(sourceOf(city.spec, discussion.schemeId));
    await insertDiscussion(tx, random, local, {
      ...discussion,
      title: `${schemes.get(discussion.schemeId)?.scheme.title.id} (versi 2)`,
      before,
      source: changed(before, discussion.change),
    });
  }
  await insertLaboratory(tx, local);
}

function schemesOf({ own, rules }: SchemeSpec): ReadonlyMap<string, CompiledScheme> {
  const ids = new Set([own, ...rules.map((rule) => rule.scheme)]);
  return new Map(
    [...ids].map((id) => {
      const compiled = loadScheme(id, 1);
      if (!compiled) throw new Error(`the scheme ${id} is part of the project`);
      return [id, compiled];
    }),
  );
}

function sourceOf({ folder }: SchemeSpec, id: string): string {
  return readFileSync(path.join(projectRoot(), 'schemes', folder, id, 'v1', 'scheme.yaml'), 'utf8');
}

async function adopt(tx: Tx, { agencyId, officer, spec, schemes }: LocalCity, on: string): Promise<void> {
  await insertAll(
    tx,
    'scheme_versions',
    [...schemes.values()].map(({ scheme }, index) => ({
      agency_id: agencyId,
      id: newId(),
      scheme_id: scheme.id,
      version: scheme.version,
      source: sourceOf(spec, scheme.id),
      title: JSON.stringify(scheme.title),
      decree: `${spec.regulation} Nomor ${120 + index}`,
      decided_on: on,
      adopted_by: officer.id,
      adopted_at: moment(on),
    })),
  );
}
