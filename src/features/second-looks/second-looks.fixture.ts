/** A city whose employee has a result, and a draw walked through by way of the real routes. */
import { VALUE_CODES } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { EXAMPLE_ON, evaluationWalk, type Fields, ratingFields } from '../../../test/support/evaluation.ts';
import { givePlan } from '../../../test/support/plans.ts';

export type LookCity = City & {
  readonly at: (inside: string) => string;
  /** A complete national form, as a browser would send it. */
  readonly fields: (overrides?: Fields) => Fields;
};

let serial = 0;

/** The employee has an agreed plan; with `rated` a result too. */
export async function lookCity(
  test: TestDatabase,
  app: TestApp,
  options = { rated: true },
): Promise<LookCity> {
  serial += 1;
  const made = await createCity(test.database, `kota-${serial}`);
  const plan = await givePlan(made.db, made, made.participants.employee);
  if (options.rated) await evaluationWalk(app, made).given(plan);
  return {
    ...made,
    at: (inside) => `/a/${made.code}${inside}`,
    fields: (overrides = {}) => ratingFields(plan, overrides),
  };
}

export const SECRETS = { officer: 'rahasia pengelola kinerja', auditor: 'rahasia auditor kota' } as const;

/** From the list to the outcome; returns the id of the draw. */
export async function drawnIn(app: TestApp, made: LookCity): Promise<string> {
  const id = newId();
  await app.post(made.officer.accountId, made.at(`/periods/${made.periodId}/second-looks`), { id });
  for (const [noun, party] of [
    ['commitments', 'officer'],
    ['commitments', 'auditor'],
    ['secrets', 'auditor'],
    ['secrets', 'officer'],
  ] as const) {
    const answer = await app.post(made[party].accountId, made.at(`/second-look-draws/${id}/${noun}`), {
      as: party,
      secret: SECRETS[party],
    });
    if (answer.status !== 303) throw new Error(`${noun} ${party}: ${answer.status} ${await answer.text()}`);
  }
  return id;
}

/** The second look of the employee. */
export async function lookIn(made: City) {
  return made.db.read((tx) =>
    tx.db
      .selectFrom('second_looks')
      .selectAll()
      .where('agency_id', '=', tx.agencyId)
      .where('participant_id', '=', made.participants.employee)
      .executeTakeFirstOrThrow(),
  );
}

/** All values below expectation, each with its example, and both decisions with their reasons. */
export function harsh(): Fields {
  const words = 'Beberapa kali harus diingatkan sebelum tugas diselesaikan.';
  return {
    ...Object.fromEntries(
      VALUE_CODES.flatMap((code) => [
        [`value-${code}-rating`, 'below'],
        [`value-${code}-reason`, words],
        [`value-${code}-on`, EXAMPLE_ON],
      ]),
    ),
    'behaviour-rating': 'below',
    'behaviour-reason': words,
    'behaviour-on': EXAMPLE_ON,
  };
}
