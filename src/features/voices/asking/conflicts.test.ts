import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { type AskingCity, askingCity, officerOf } from './asking.fixture.ts';
import { prepareAgain, startRound } from './commands/round.ts';
import { askedOf, openRound } from './index.ts';
import { workOnPreparation } from './prepare-job.ts';
import { replaceMissing } from './replace.ts';
import { latestRun } from './run.ts';

describe('conflicts of interest among those who are asked', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const roundId = newId();
  let city: AskingCity;

  beforeAll(async () => {
    city = await askingCity(test.database, 'kota-benturan', { nurses: 8 });
    await declare('family', city.colleague.id, city.employee.id, 'sibling');
    const second = city.nurses[1];
    if (second) await declare('dispute', second.id, city.employee.id);
    await city.db.write((tx) =>
      startRound(tx, officerOf(city), {
        id: roundId,
        periodId: city.periodId,
        opensOn: '2026-11-23',
        closesOn: '2026-12-05',
      }),
    );
    const run = await city.db.read((tx) => latestRun(tx, roundId));
    await workOnPreparation(city.db, schemeStore(), run?.id ?? '');
  });

  async function declare(kind: string, raterId: string, rateeId: string, relation?: string): Promise<void> {
    await city.db.write((tx) =>
      tx.db
        .insertInto('conflict_declarations')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          rater_id: raterId,
          ratee_id: rateeId,
          kind,
          relation: relation ?? null,
          since: '2020-01-01',
          statement: 'Dinyatakan',
          declared_as: 'rater',
          declared_by: raterId,
          declared_at: tx.now,
          state: 'confirmed',
          confirmed_by: city.officer.id,
          confirmed_at: tx.now,
        })
        .execute(),
    );
  }

  const list = () => `/a/${city.code}/appraisals/${city.participants.employee}/voices`;
  const asked = (participantId: string) =>
    city.db.read(async (tx) =>
      (await askedOf(tx, participantId))
        .filter((each) => each.voice === 'colleague')
        .map((each) => each.name),
    );

  it('does not propose whom the scheme wants replaced, in either direction, and fills the place', async () => {
    expect(await asked(city.participants.employee)).not.toContain(city.colleague.name);
    expect(await asked(city.participants.colleague)).not.toContain(city.employee.name);
    expect(await asked(city.participants.employee)).toHaveLength(5);
  });

  it('does not let anybody add them, and says why as a fact', async () => {
    const answer = await app.post(city.officer.accountId, list(), {
      id: newId(),
      voice: 'colleague',
      rater: city.colleague.id,
    });
    expect(answer.status).toBe(422);
    const said = await answer.text();
    expect(said).toContain(`${city.colleague.name} tidak dapat ditanya`);
    expect(said).toContain('keluarga');
    expect(said).not.toContain('Dinyatakan');
  });

  it('shows a relation that changes nothing beside the name, and counts it for officers', async () => {
    const second = city.nurses[1];
    if (!second) throw new Error('the clinic has nurses');
    if (!(await asked(city.participants.employee)).includes(second.name))
      await app.post(city.officer.accountId, list(), { id: newId(), voice: 'colleague', rater: second.id });
    const page = await (await app.get(city.employee.accountId, list())).text();
    // One dispute, and nothing of colleagues who are asked about each other.
    expect(page.match(/Hubungan yang tercatat/g)).toHaveLength(1);
    // Officers see how many there are as of the last preparation.
    await city.db.write((tx) => prepareAgain(tx, officerOf(city), roundId));
    const run = await city.db.read((tx) => latestRun(tx, roundId));
    await workOnPreparation(city.db, schemeStore(), run?.id ?? '');
    const counts = await (
      await app.get(city.officer.accountId, `/a/${city.code}/periods/${city.periodId}/voices`)
    ).text();
    expect(counts).toContain('Hubungan tercatat');
  });

  it('replaces somebody whose relation becomes known while the round asks', async () => {
    await city.db.write((tx) => openRound(tx, officerOf(city), roundId));
    test.setNow(new Date('2026-11-24T02:00:00Z'));
    const names = await asked(city.participants.employee);
    const found = city.nurses.find((each) => names.includes(each.name) && each !== city.nurses[1]);
    if (!found) throw new Error('a nurse is asked');
    await declare('business', found.id, city.employee.id);
    const done = await city.db.write((tx) => replaceMissing(tx, schemeStore(), officerOf(city), roundId));
    // Both directions: the nurse about the employee, and the employee about the nurse where that was asked.
    expect(done.withdrawn).toBeGreaterThanOrEqual(1);
    expect(done.withdrawn).toBeLessThanOrEqual(2);
    expect(done.added).toBe(done.withdrawn);
    const after = await asked(city.participants.employee);
    expect(after).not.toContain(found.name);
    expect(after).toHaveLength(names.length);
  });
});
