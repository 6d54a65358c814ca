/** Results with competencies and an officer's desk for tests. The scheme is the shipped one of Kecamatan Alak. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileScheme, parseScheme } from '#domain/schemes/index.ts';
import { newId } from '#platform/identifier.ts';
import { projectRoot } from '#platform/project-root.ts';
import type { TestApp } from '../../../test/support/app.ts';
import type { City, TestPerson } from '../../../test/support/city.ts';

const SOURCE = readFileSync(
  path.join(projectRoot(), 'schemes/kota-kupang/alak-kompetensi/v1/scheme.yaml'),
  'utf8',
);

function alak() {
  const parsed = parseScheme(SOURCE, 'scheme.yaml');
  if (!parsed.ok) throw new Error('the scheme of Alak is part of the project');
  return compileScheme(parsed.scheme);
}

export const BEHAVIOURAL = [
  'integritas',
  'kerja-sama',
  'komunikasi',
  'orientasi-hasil',
  'pelayanan-publik',
  'pengembangan-diri',
  'mengelola-perubahan',
  'pengambilan-keputusan',
  'perekat-bangsa',
] as const;

export type Levels = Readonly<Record<string, number>>;

export function allAt(level: number, more: Levels = {}): Levels {
  return { ...Object.fromEntries(BEHAVIOURAL.map((code) => [code, level])), ...more };
}

/** The agency adopts the scheme, and these people of its period are appraised under it. */
export async function adoptAlak(city: City, participantIds: readonly string[]): Promise<void> {
  const { scheme } = alak();
  await city.db.write(async (tx) => {
    await tx.db
      .insertInto('scheme_versions')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        scheme_id: scheme.id,
        version: scheme.version,
        source: SOURCE,
        title: JSON.stringify(scheme.title),
        decree: 'Keputusan 1/2026',
        decided_on: '2026-01-02',
        adopted_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx.db
      .updateTable('participants')
      .set({ scheme_id: scheme.id, scheme_version: scheme.version })
      .where('agency_id', '=', tx.agencyId)
      .where('id', 'in', [...participantIds])
      .execute();
  });
}

export interface GivenResult {
  readonly participantId: string;
  readonly post: string;
  /** By voice: the levels of each form. */
  readonly forms: Readonly<Record<string, readonly Levels[]>>;
  readonly isRatified?: boolean;
}

/** A result as the engine explains it, put where results stand. */
export async function giveResult(city: City, given: GivenResult): Promise<void> {
  const compiled = alak();
  const forms = Object.fromEntries(
    Object.entries(given.forms).map(([voice, all]) => [voice, all.map((levels) => ({ levels }))]),
  );
  const evidence = { ...compiled.example, kompetensi: { post: given.post, forms } };
  const explained = compiled.explain(evidence);
  if (explained.problems.length > 0) throw new Error(JSON.stringify(explained.problems));
  await city.db.write((tx) =>
    tx.db
      .insertInto('results')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        participant_id: given.participantId,
        version: 1,
        state: given.isRatified === false ? 'given' : 'ratified',
        results_rating: 'meets',
        behaviour_rating: 'meets',
        predicate: 'baik',
        score: explained.score,
        category: explained.category,
        evidence: JSON.stringify({
          kind: 'local',
          planVersion: 1,
          scheme: evidence,
          annotations: {},
          lines: [],
          notes: '',
        }),
        explanation: JSON.stringify(explained.explanation),
        scheme_id: compiled.scheme.id,
        scheme_version: compiled.scheme.version,
        given_by: city.appraiser.id,
        given_at: tx.now,
        ratified_by: given.isRatified === false ? null : city.head.id,
        ratified_at: given.isRatified === false ? null : tx.now,
      })
      .execute(),
  );
}

/** An officer's and an employee's way through the pages. */
export function competencyDesk(app: TestApp) {
  const base = (city: City) => `/a/${city.code}/competencies`;
  const profileOf = (city: City, person: TestPerson) => `/a/${city.code}/people/${person.id}/competencies`;
  const needsOf = (city: City, person: TestPerson) => `/a/${city.code}/people/${person.id}/development`;
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const page = async (who: TestPerson, address: string) => (await app.get(who.accountId, address)).text();
  /** Everything that comes with Tera, taken over by the officer. */
  const adoptDictionary = async (city: City) => {
    const html = await page(city.officer, `${base(city)}/shipped`);
    const fields = [...html.matchAll(/name="(take-[^"]+)"/g)].map(([, name]) => [name ?? '', 'yes'] as const);
    return app.post(city.officer.accountId, `${base(city)}/shipped`, Object.fromEntries(fields));
  };
  const adoptStandards = (city: City, levels: readonly string[], validFrom = '2026-01-01') =>
    app.post(city.officer.accountId, `${base(city)}/standards/proposals`, {
      ...Object.fromEntries(levels.map((level) => [`post-${level}`, 'yes'])),
      validFrom,
      basis: 'Keputusan Wali Kota 7/2026',
    });
  return { base, profileOf, needsOf, hidden, page, adoptDictionary, adoptStandards };
}

/** What a form of the dictionary sends. */
export function competencyFields(name: string, more: Readonly<Record<string, string>> = {}) {
  return {
    id: newId(),
    name,
    family: 'Kehutanan',
    definition: `Kemampuan ${name}.`,
    ...Object.fromEntries([1, 2, 3, 4, 5].map((level) => [`level-${level}`, `${name} tingkat ${level}.`])),
    ...more,
  };
}
