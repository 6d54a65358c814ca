/** A fresh city for each test of plans, with the application around it. */
import { findPlan, type PlanState } from '#features/planning/index.ts';
import { testApp } from './app.ts';
import { type City, createCity } from './city.ts';
import { testDatabase } from './database.ts';
import { givePlan } from './plans.ts';

export type PlanCity = City & { readonly plan: string };

export async function planStage() {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;

  async function city(): Promise<PlanCity> {
    serial += 1;
    const made = await createCity(test.database, `kota-${serial}`);
    return { ...made, plan: `/a/kota-${serial}/appraisals/${made.participants.employee}/plan` };
  }
  const stored = (made: City) => made.db.read((tx) => findPlan(tx, made.participants.employee));

  /** A complete plan in the given state, as if it had come there by the acts. */
  async function planIn(made: City, state: PlanState, isAgreed = true): Promise<void> {
    if ((await stored(made)) === undefined) await givePlan(made.db, made, made.participants.employee);
    await made.db.write((tx) =>
      tx.db
        .updateTable('plans')
        .set({ state, ...(isAgreed ? {} : { version: 0 }) })
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', made.participants.employee)
        .execute(),
    );
  }

  return { get, post, city, stored, planIn };
}
