/** From answers to results: closed days, batches never below the minimum, flags and decisions, words, publication. */
import { beforeAll, describe, expect, it } from 'vitest';
import { unitResult } from './results/figures.ts';
import { findRound } from './rounds/queries.ts';
import { GOOD, type SurveyPlace, surveyStage } from './surveys.fixture.ts';

const POOR = { u1: 2, u2: 2, u3: 1, u4: 3, u5: 2, u6: 2, u7: 1, u8: 2, u9: 3 } as const;

describe('results of surveys', async () => {
  const stage = await surveyStage();
  const { app, test, prepared, tokens, send, night, post } = stage;
  const at = (moment: string) => test.setNow(new Date(moment));
  const rowsOf = async (place: SurveyPlace, table: 'survey_intake' | 'survey_minutes' | 'survey_answers') =>
    place.city.db.read((tx) =>
      tx.db.selectFrom(table).selectAll().where('agency_id', '=', tx.agencyId).execute(),
    );
  const resultOf = async ({ city, roundId }: SurveyPlace) =>
    city.db.read(async (tx) => {
      const round = await findRound(tx, roundId);
      if (!round) throw new Error('the round is there');
      return unitResult(tx, round, { id: city.units.clinic, name: 'Puskesmas Contoh' });
    });
  const unitPath = ({ city, roundId }: SurveyPlace) =>
    `/a/${city.code}/surveys/rounds/${roundId}/units/${city.units.clinic}`;
  const page = async (account: string | null, path: string) => {
    const answer = await app.get(account, path);
    return { status: answer.status, html: await answer.text() };
  };
  const several = async (
    place: SurveyPlace,
    codes: readonly string[],
    answers = GOOD as Record<string, number>,
  ) => {
    for (const code of codes) await send(place, code, answers as typeof GOOD);
  };

  it('show nothing of the day, nothing below the minimum, and then several days together', async () => {
    at('2026-11-23T02:00:00Z');
    const place = await prepared();
    const codes = await tokens(place, 10);
    await several(place, codes.slice(0, 4));
    expect((await resultOf(place)).figures).toBeUndefined();
    at('2026-11-24T02:00:00Z');
    await night(place.city, '2026-11-24');
    expect((await resultOf(place)).figures).toBeUndefined();
    expect((await page(place.city.officer.accountId, unitPath(place))).html).toContain('Belum ada hasil');
    await several(place, codes.slice(4, 7));
    expect((await resultOf(place)).figures).toBeUndefined();
    at('2026-11-25T02:00:00Z');
    await night(place.city, '2026-11-25');
    const { figures, batches } = await resultOf(place);
    // By hand: 3+4+3+4+3+4+4+3+3 = 31; 31 ÷ 9 × 25 = 86.11
    expect(figures).toMatchObject({ answers: 7, index: '86.11' });
    expect(batches).toMatchObject([
      { fromDay: '2026-11-23', untilDay: '2026-11-24', answers: 7, state: 'counted' },
    ]);
    expect((await page(place.city.officer.accountId, unitPath(place))).html).toContain('86,11');
  });

  it('are closed once, also when two processes work at once, and leave no trace of order or time', async () => {
    at('2026-11-23T02:00:00Z');
    const place = await prepared();
    const codes = await tokens(place, 6);
    await several(place, codes);
    const before = new Set((await rowsOf(place, 'survey_intake')).map((row) => row.id));
    at('2026-11-24T02:00:00Z');
    await Promise.all([night(place.city, '2026-11-24'), night(place.city, '2026-11-24')]);
    const answers = await rowsOf(place, 'survey_answers');
    expect(answers).toHaveLength(6);
    expect(answers.filter((row) => before.has(row.id))).toEqual([]);
    expect(await rowsOf(place, 'survey_intake')).toEqual([]);
    expect(await rowsOf(place, 'survey_minutes')).toEqual([]);
    const { rows } = await test.owner.query<{ token: string; answer: string; used_on: string | null }>(
      `select t.xmin::text as token, t.used_on from survey_tokens t where agency_id = $1 and is_used`,
      [place.city.agencyId],
    );
    expect(rows.map((row) => row.used_on)).toEqual(rows.map(() => null));
    // Written anew in one transaction: the numbers of transactions tell nothing either.
    expect(new Set(rows.map((row) => row.token)).size).toBe(1);
  });

  it('only ever differ by at least the minimum, night after night, for the unit and each counter', async () => {
    at('2026-11-23T02:00:00Z');
    const place = await prepared();
    const codes = [...(await tokens(place, 60))];
    const seen: number[][] = [];
    const perDay = [
      [3, 1],
      [2, 2],
      [7, 0],
      [1, 1],
      [0, 4],
      [4, 2],
      [9, 6],
    ] as const;
    for (const [index, [desk, hall]] of perDay.entries()) {
      at(`2026-11-${23 + index}T02:00:00Z`);
      await several(place, codes.splice(0, desk));
      await several(place, Array(hall).fill(place.codes.hall));
      at(`2026-11-${24 + index}T02:00:00Z`);
      await night(place.city, `2026-11-${24 + index}`);
      const { figures, counters } = await resultOf(place);
      seen.push([figures?.answers ?? 0, ...counters.map((each) => each.figures?.answers ?? 0)]);
    }
    const steps = seen.flatMap((now, index) =>
      now.map((count, column) => count - (seen[index - 1]?.[column] ?? 0)),
    );
    expect(steps.filter((step) => step !== 0 && step < 5)).toEqual([]);
    expect(seen.at(-1)?.[0]).toBeGreaterThan(30);
  });

  it('end by themselves after the last day, and what is too little stays unseen', async () => {
    at('2026-11-23T02:00:00Z');
    const place = await prepared({ endsOn: '2026-11-24' });
    const codes = await tokens(place, 8);
    await several(place, codes.slice(0, 6));
    at('2026-11-24T02:00:00Z');
    await several(place, codes.slice(6));
    at('2026-11-25T02:00:00Z');
    await night(place.city, '2026-11-25');
    const round = await place.city.db.read((tx) => findRound(tx, place.roundId));
    expect(round).toMatchObject({ state: 'closed', closedOn: '2026-11-24', releasedUntil: '2026-11-24' });
    expect((await resultOf(place)).figures?.answers).toBe(6);
    const told = await app.get(place.city.officer.accountId, `/a/${place.city.code}/notifications`);
    expect(await told.text()).toContain('Survei SKM Semester II selesai');
  });

  describe('with a burst', () => {
    let place: SurveyPlace;
    const decision = (batch: string) => `/surveys/rounds/${place.roundId}/batches/${batch}/decision`;

    beforeAll(async () => {
      at('2026-11-23T02:00:00Z');
      place = await prepared({ endsOn: '2026-11-25' });
      const codes = [...(await tokens(place, 60))];
      for (let sent = 0; sent < 8; sent += 1) {
        at(`2026-11-23T0${1 + sent}:00:00Z`);
        await several(place, codes.splice(0, 1), { ...GOOD, u1: (sent % 4) + 1 });
        codes.splice(0, 1);
      }
      at('2026-11-24T02:00:00Z');
      await several(place, codes.splice(0, 14), POOR);
      at('2026-11-26T02:00:00Z');
      await night(place.city, '2026-11-26');
    });

    const flagged = async () => {
      const { batches } = await resultOf(place);
      const batch = batches.find(({ flags }) => flags.length > 0);
      if (!batch) throw new Error('one batch is flagged');
      return batch;
    };

    it('flag the day with its numbers and show both results', async () => {
      const { batches, figures } = await resultOf(place);
      expect(batches.map(({ state }) => state)).toEqual(['counted', 'flagged']);
      const kinds = batches[1]?.flags.map(({ kind }) => kind);
      expect(kinds).toEqual(['burst', 'copies', 'token-run']);
      expect(figures?.answers).toBe(22);
      const { html } = await page(place.city.unitOfficer.accountId, unitPath(place));
      expect(html).toContain('14 jawaban dalam 10 menit');
      expect(html).toContain('14 dari 14 jawaban sama persis');
      expect(html).toMatch(/Bila yang ditandai tidak dihitung: [\d,]+ \(8 jawaban\)/);
      expect(html).toMatch(/Dengan semuanya: [\d,]+ \(22 jawaban\)/);
    });

    it('let only officers of the unit decide, with a reason, and only what is flagged', async () => {
      const { id } = await flagged();
      const { city } = place;
      const unit = city.units.clinic;
      const asked = { unit, act: 'exclude', [`reason-${id}`]: 'Diisi petugas sendiri' };
      for (const account of [city.auditor, city.mayor, city.employee])
        expect((await post(city, decision(id), asked, account.accountId)).status).toBe(403);
      expect((await post(city, decision(id), asked, city.stranger.accountId)).status).toBe(404);
      const silent = await post(city, decision(id), { unit, act: 'exclude', [`reason-${id}`]: ' ' });
      expect(silent.status).toBe(422);
      const counted = (await resultOf(place)).batches.find(({ state }) => state === 'counted');
      const unflagged = { unit, act: 'exclude', [`reason-${counted?.id}`]: 'Hari yang buruk' };
      expect((await post(city, decision(counted?.id ?? ''), unflagged)).status).toBe(409);
      const early = await post(city, `/surveys/rounds/${place.roundId}/units/${unit}/publication`, {});
      expect(early.status).toBe(409);
      const both = await Promise.all([post(city, decision(id), asked), post(city, decision(id), asked)]);
      expect(both.map((each) => each.status).sort()).toEqual([303, 409]);
      expect((await resultOf(place)).figures?.answers).toBe(8);
    });

    it('are published as they stand, without words, and stay so until they are withdrawn', async () => {
      const { city, roundId } = place;
      const unit = city.units.clinic;
      const address = `/s/${city.code}/results/${roundId}/${unit}`;
      expect((await page(null, address)).status).toBe(404);
      const acts = `/surveys/rounds/${roundId}/units/${unit}`;
      for (const account of [city.auditor, city.mayor, city.employee])
        expect((await post(city, `${acts}/publication`, {}, account.accountId)).status).toBe(403);
      expect((await post(city, `${acts}/publication`, {}, city.stranger.accountId)).status).toBe(404);
      const both = await Promise.all([
        post(city, `${acts}/publication`, {}),
        post(city, `${acts}/publication`, {}, city.unitOfficer.accountId),
      ]);
      expect(both.map((each) => each.status).sort()).toEqual([303, 409]);
      const shown = await page(null, address);
      expect(shown.html).toContain('Diisi petugas sendiri');
      expect(shown.html).toMatch(/8 jawaban/);
      expect((await page(null, `/s/${city.code}`)).html).toContain('Puskesmas Contoh');
      const told = await page(city.employee.accountId, `/a/${city.code}/notifications`);
      expect(told.html).toContain('unit Anda diumumkan');
      const { id } = await flagged();
      const asked = { unit, act: 'keep', [`reason-${id}`]: 'Ternyata rombongan sekolah' };
      expect((await post(city, decision(id), asked)).status).toBe(409);
      expect((await post(city, `${acts}/withdrawal`, { reason: '' })).status).toBe(422);
      expect((await post(city, `${acts}/withdrawal`, { reason: 'Diperiksa lagi' })).status).toBe(303);
      expect((await page(null, address)).status).toBe(404);
      expect((await post(city, decision(id), asked)).status).toBe(303);
      expect((await resultOf(place)).figures?.answers).toBe(22);
    });

    it('are read by those who answer for the unit and by its people, and by nobody else', async () => {
      const { city, roundId } = place;
      const open = [city.officer, city.unitOfficer, city.auditor, city.mayor, city.head, city.employee];
      for (const { accountId } of open) expect((await page(accountId, unitPath(place))).status).toBe(200);
      expect((await page(city.stranger.accountId, unitPath(place))).status).toBe(404);
      expect((await app.get(null, unitPath(place))).status).toBe(303);
      const round = `/a/${city.code}/surveys/rounds/${roundId}`;
      expect((await page(city.employee.accountId, round)).status).toBe(404);
      expect((await page(city.auditor.accountId, round)).status).toBe(200);
      expect((await page(city.employee.accountId, `/a/${city.code}/surveys/counters`)).status).toBe(403);
      const own = await page(city.employee.accountId, `/a/${city.code}/surveys`);
      expect(own.html).toContain(unitPath(place));
      expect((await page(city.stranger.accountId, `/a/${city.code}/surveys`)).html).toContain(
        'belum ikut dalam survei',
      );
    });
  });

  it('show words apart from answers, reported by staff, hidden by an officer', async () => {
    at('2026-11-23T02:00:00Z');
    const place = await prepared();
    const { city } = place;
    const codes = await tokens(place, 6);
    for (const [index, code] of codes.entries())
      await send(place, code, GOOD, index < 2 ? { words: `Tulisan ke-${index}` } : {});
    expect((await page(city.officer.accountId, unitPath(place))).html).not.toContain('Tulisan ke-');
    at('2026-11-24T02:00:00Z');
    await night(city, '2026-11-24');
    const { html } = await page(city.employee.accountId, unitPath(place));
    expect(html).toContain('Tulisan ke-0');
    const words = [...html.matchAll(/words\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');
    const [first = ''] = words;
    const path = `/surveys/rounds/${place.roundId}/words/${first}`;
    const fields = (act: string, reason: string) => ({
      unit: city.units.clinic,
      act,
      [`reason-${first}`]: reason,
    });
    expect((await post(city, path, fields('report', 'x'), city.stranger.accountId)).status).toBe(404);
    expect((await post(city, path, fields('hide', 'x'), city.employee.accountId)).status).toBe(403);
    expect((await post(city, path, fields('report', ''), city.employee.accountId)).status).toBe(422);
    expect((await post(city, path, fields('report', 'Menyebut nama'), city.employee.accountId)).status).toBe(
      303,
    );
    expect((await page(city.officer.accountId, unitPath(place))).html).toContain('Dilaporkan: Menyebut nama');
    expect((await post(city, path, fields('hide', 'Menyebut nama'), city.unitOfficer.accountId)).status).toBe(
      303,
    );
    const after = (await page(city.employee.accountId, unitPath(place))).html;
    expect([...after.matchAll(/Tulisan ke-/g)]).toHaveLength(1);
    expect((await post(city, path, fields('report', 'lagi'), city.employee.accountId)).status).toBe(409);
  });

  it('show groups and extra questions once, when all is over, and never a small group', async () => {
    at('2026-11-23T02:00:00Z');
    const place = await prepared({ endsOn: '2026-11-23', 'extra-1-id': 'Apakah ruang tunggu bersih?' });
    const codes = await tokens(place, 14);
    for (const [index, code] of codes.entries())
      await send(place, code, GOOD, {
        sex: index < 11 ? 'female' : 'male',
        age: index < 7 ? '25-39' : '40-54',
        ...(index < 6 ? { x1: '4' } : {}),
      });
    const round = `/a/${place.city.code}/surveys/rounds/${place.roundId}`;
    at('2026-11-24T02:00:00Z');
    await night(place.city, '2026-11-24');
    const { html } = await page(place.city.officer.accountId, round);
    expect(html).toContain('Menurut usia');
    expect(html).not.toContain('Menurut jenis kelamin');
    expect(html).not.toContain('Laki-laki');
    expect(html).toContain('Apakah ruang tunggu bersih?');
    expect(html).toContain('4,00');
  });
});
