import { describe, expect, it } from 'vitest';
import { decide } from '#domain/workflow/workflow.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { checkpointsOf, standingOf } from './queries-check-ins.ts';
import { CHECK_IN_ACTS, CHECK_IN_STATES, type CheckInRole, checkInTransitions } from './transitions.ts';

describe('the table of a check-in', () => {
  const allowed = new Set([
    'due record appraiser recorded',
    'disputed record appraiser recorded',
    'recorded agree employee agreed',
    'recorded dispute employee disputed',
  ]);
  it('allows exactly these', () => {
    const found = new Set<string>();
    for (const state of CHECK_IN_STATES) {
      for (const act of CHECK_IN_ACTS) {
        for (const role of ['employee', 'appraiser'] satisfies CheckInRole[]) {
          const decision = decide(checkInTransitions, {
            state,
            act,
            roles: new Set([role]),
            reason: 'Alasan',
          });
          if (decision.ok) found.add(`${state} ${act} ${role} ${decision.to}`);
        }
      }
    }
    expect(found).toEqual(allowed);
  });

  it('asks for words when somebody does not agree', () => {
    const dispute = { state: 'recorded', act: 'dispute', roles: new Set<CheckInRole>(['employee']) } as const;
    expect(decide(checkInTransitions, { ...dispute, reason: ' ' })).toEqual({
      ok: false,
      why: 'reason-missing',
    });
  });
});

describe('where a checkpoint stands', () => {
  const checkpoint = { state: 'due', startsOn: '2026-07-01', dueOn: '2026-10-10' } as const;
  it.each([
    ['2026-06-30', 'upcoming'],
    ['2026-07-01', 'open'],
    ['2026-10-10', 'open'],
    ['2026-10-11', 'overdue'],
  ])('on %s it is %s', (today, standing) => {
    expect(standingOf(checkpoint, today)).toBe(standing);
    expect(standingOf({ ...checkpoint, state: 'agreed' }, today)).toBe('agreed');
  });
});

describe('check-ins', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const id = city.participants.employee;
  await givePlan(city.db, city, id);
  const [first, , third] = city.checkpointIds;
  const at = (checkpointId = first) => `/a/${city.code}/appraisals/${id}/check-ins/${checkpointId}`;
  const record = (more: Record<string, string> = {}, checkpointId = first) =>
    app.post(city.appraiser.accountId, at(checkpointId), {
      versionId: newId(),
      heldOn: '2026-04-02',
      notes: 'Capaian triwulan I dibahas.',
      nextSteps: 'Tambah kader.',
      ...more,
    });
  const state = async (checkpointId = first) => {
    const all = await city.db.read((tx) =>
      checkpointsOf(tx, {
        id,
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        period: { id: city.periodId },
      }),
    );
    const found = all.find((each) => each.id === checkpointId);
    if (!found) throw new Error('the checkpoint exists');
    return found;
  };
  const answer = async (act: string, reply = '', versionId?: string) =>
    app.post(city.employee.accountId, `${at()}/answer`, {
      versionId: versionId ?? (await state()).checkIn?.versions.at(-1)?.id ?? '',
      act,
      reply,
    });
  const kindsFor = async (personId: string) =>
    (
      await city.db.read((tx) =>
        tx.db
          .selectFrom('notifications')
          .select('kind')
          .where('agency_id', '=', tx.agencyId)
          .where('person_id', '=', personId)
          .orderBy('created_at')
          .execute(),
      )
    ).map((row) => row.kind);

  it('go from recorded to disputed, recorded again and agreed, with every wording kept', async () => {
    expect((await record()).status).toBe(303);
    expect(await state()).toMatchObject({ state: 'recorded' });
    expect((await answer('dispute')).status).toBe(422);
    expect((await answer('dispute', 'Tanggalnya keliru')).status).toBe(303);
    expect((await record({ heldOn: '2026-04-03' })).status).toBe(303);
    expect((await answer('agree')).status).toBe(303);
    const { state: now, checkIn } = await state();
    expect(now).toBe('agreed');
    expect(checkIn?.versions.map((version) => version.heldOn)).toEqual(['2026-04-02', '2026-04-03']);
    expect(checkIn?.answers).toMatchObject([
      { act: 'dispute', reason: 'Tanggalnya keliru' },
      { act: 'agree' },
    ]);
    expect(await kindsFor(city.employee.id)).toEqual(['check-in-recorded', 'check-in-recorded']);
    expect(await kindsFor(city.appraiser.id)).toEqual(['check-in-answered', 'check-in-answered']);
    expect((await record()).status).toBe(409);
    const html = await (await app.get(city.employee.accountId, at())).text();
    expect(html).toContain('Tanggalnya keliru');
    expect(html).toContain('Catatan sebelumnya');
  });

  it('have one outcome when two act at once', async () => {
    const recorded = await Promise.all([
      record({ heldOn: '2026-07-10' }, third),
      record({ heldOn: '2026-07-11' }, third),
    ]);
    expect(recorded.map((each) => each.status).sort()).toEqual([303, 409]);
    const version = (await state(third)).checkIn?.versions.at(-1)?.id ?? '';
    const address = `${at(third)}/answer`;
    const answers = await Promise.all([
      app.post(city.employee.accountId, address, { versionId: version, act: 'agree', reply: '' }),
      app.post(city.employee.accountId, address, {
        versionId: version,
        act: 'dispute',
        reply: 'Tidak sesuai',
      }),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual([303, 409]);
  });

  it('are recorded once by a double click', async () => {
    const second = city.checkpointIds[1];
    const fields = { versionId: newId(), heldOn: '2026-06-10' };
    const answers = await Promise.all([record(fields, second), record(fields, second)]);
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    expect((await state(second)).checkIn?.versions).toHaveLength(1);
    // Agreeing to a wording that was not the one read is refused.
    const stale = await app.post(city.employee.accountId, `${at(second)}/answer`, {
      versionId: newId(),
      act: 'agree',
    });
    expect(stale.status).toBe(409);
  });

  it('are held between the beginning of the checkpoint and today', async () => {
    const fourth = city.checkpointIds[3];
    for (const [heldOn, words] of [
      ['2026-09-30', 'paling awal'],
      ['2026-11-24', 'belum terjadi'],
    ] as const) {
      const response = await record({ heldOn }, fourth);
      const html = await response.text();
      expect(response.status).toBe(422);
      expect(html).toContain(words);
      expect(html).toContain('Capaian triwulan I dibahas.');
    }
    expect((await record({ heldOn: '2026-11-23' }, fourth)).status).toBe(303);
    expect((await record({}, newId())).status).toBe(404);
  });
});
