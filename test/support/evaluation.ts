/** The forms of an evaluation filled in as a browser would send them, and the way to each state of a result. */
import { currentResult } from '#features/evaluation/index.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import { newId } from '#platform/identifier.ts';
import type { TestApp } from './app.ts';
import type { City } from './city.ts';

export type Fields = Record<string, string>;

/** A day of the sample year on which what a reason tells happened. */
export const EXAMPLE_ON = '2026-05-12';

/** A complete rating form: every line above, values as expected, so that the predicate is "baik". */
export function ratingFields(plan: PlanContent, overrides: Fields = {}): Fields {
  const fields: Fields = { revision: '0' };
  for (const { id } of plan.results) {
    fields[`line-${id}-rating`] = 'above';
    fields[`line-${id}-reason`] = `Melampaui target dengan bukti yang jelas (${id.slice(-4)}).`;
    fields[`line-${id}-on`] = EXAMPLE_ON;
  }
  for (const code of VALUE_CODES) fields[`value-${code}-rating`] = 'meets';
  return {
    ...fields,
    'results-rating': 'above',
    'behaviour-rating': 'meets',
    notes: 'Disarankan mengikuti pelatihan manajemen imunisasi.',
    ...overrides,
  };
}

export function selfFields(plan: PlanContent, overrides: Fields = {}): Fields {
  const fields: Fields = { revision: '0', 'value-akuntabel-note': 'Laporan selalu tepat waktu.' };
  for (const { id } of plan.results) {
    fields[`line-${id}-rating`] = 'meets';
    fields[`line-${id}-realisation`] = 'Terlaksana sesuai rencana.';
  }
  return { ...fields, ...overrides };
}

/** Walks one appraisal through its acts by way of the real routes. */
export function evaluationWalk(app: TestApp, city: City, participantId = city.participants.employee) {
  const path = `/a/${city.code}/appraisals/${participantId}`;
  const current = () => city.db.read((tx) => currentResult(tx, participantId));
  const expectDone = async (response: Response) => {
    if (response.status !== 303)
      throw new Error(
        `${response.status}: ${(await response.text()).replace(/<[^>]+>/g, ' ').slice(0, 2000)}`,
      );
  };
  const act = async (who: { accountId: string }, noun: string, fields: Fields = {}) =>
    app.post(who.accountId, `${path}/result/${noun}`, {
      resultId: (await current())?.id ?? newId(),
      ...fields,
    });
  return {
    path,
    current,
    act,
    async rate(plan: PlanContent, overrides: Fields = {}) {
      await expectDone(
        await app.post(city.appraiser.accountId, `${path}/evaluation/rating`, {
          ...ratingFields(plan, overrides),
          step: 'check',
        }),
      );
    },
    give(revision: number, resultId = newId(), who: { accountId: string } = city.appraiser) {
      return app.post(who.accountId, `${path}/results`, { resultId, revision: String(revision) });
    },
    async given(plan: PlanContent, overrides: Fields = {}) {
      await this.rate(plan, overrides);
      await expectDone(await this.give(Number(overrides.revision ?? 0) + 1));
    },
    async ratified(plan: PlanContent, overrides: Fields = {}) {
      await this.given(plan, overrides);
      await expectDone(await act(city.appraiser, 'ratification'));
    },
    async objected(plan: PlanContent) {
      await this.ratified(plan);
      await expectDone(
        await act(city.employee, 'objection', { reason: 'Dua laporan tidak dihitung; bukti terlampir.' }),
      );
    },
    async explained(plan: PlanContent) {
      await this.objected(plan);
      await expectDone(
        await act(city.appraiser, 'explanation', { reason: 'Kedua laporan diterima setelah tenggat.' }),
      );
    },
  };
}
