/**
 * The adversary of anonymity.test.ts before the pages and exports of fairness: board, mirror, the card of a person,
 * groups, yearly report with its data file, calibration, laboratory.
 *
 * Two worlds that differ in nothing but who gave which form, and in how the forms of a pool are made up behind the same
 * means, must look the same to everybody: then no page, no filter and no difference of two of them tells anything that
 * the means do not. Beside that it guesses: single forms standing somewhere as numbers, forms left out one by one, and
 * any two numbers subtracted. It may do no better than on forms that are not there, and has to win where a leak is
 * planted: otherwise it would prove nothing.
 */
import { describe, expect, it } from 'vitest';
import {
  type CalibrationCity,
  done,
  itemIn,
  judge,
  meetingIn,
} from '#features/calibration/calibration.fixture.ts';
import { makeReport } from '#features/fairness/index.ts';
import { newId } from '#platform/identifier.ts';
import { schemeStore } from '../../src/app/scheme-store.ts';
import {
  atMostByChance,
  differing,
  numbersIn,
  pattern,
  recovered,
  type Seen,
  shownMean,
  standsThere,
} from '../support/adversary.ts';
import { testApp } from '../support/app.ts';
import { createCity, createPerson, type TestPerson } from '../support/city.ts';
import { crawl } from '../support/crawl.ts';
import { testDatabase } from '../support/database.ts';
import { computeFairness } from '../support/fairness.ts';
import {
  COLLEAGUES,
  evidenceOf,
  type Form,
  meanOf,
  type Ratee,
  rearranged,
  releaseForms,
  scheme,
  voicedStage,
} from '../support/voiced-forms.ts';
import { formWith, ITEMS, voiceStage } from '../support/voices.ts';

const WAYS = ['/fairness', '/fairness-method', '/calibration', '/laboratory'];

describe('an adversary before the pages of fairness', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database, 'kota-lawan-adil');
  const voices = await voiceStage(city);
  const { ratees, appraisers } = await voicedStage(test, city);
  const release = (formsOf: (ratee: Ratee, index: number) => readonly Form[]) =>
    releaseForms(test, city, ratees, formsOf);
  const [subject] = ratees;
  if (!subject) throw new Error('there are people');
  const store = schemeStore();

  const compute = () => computeFairness(city.db, store, city.periodId);

  /** The pages of fairness that each role can read, with the result of one person and its exports. */
  async function look(): Promise<Seen> {
    const base = `/a/${city.code}`;
    const own = `${base}/appraisals/${subject?.participantId}`;
    const known: Readonly<Record<string, string>> = {
      ':periodId': city.periodId,
      ':participantId': subject?.participantId ?? '',
      ':id': subject?.participantId ?? '',
    };
    const also = app.app.routes
      .filter(
        ({ method, path }) => method === 'GET' && WAYS.some((way) => path.startsWith(`/a/:agency${way}`)),
      )
      .map(({ path }) => path.replace('/a/:agency', base).replace(/:\w+/g, (name) => known[name] ?? name))
      .filter((path) => !path.includes(':'));
    const watchers: Readonly<Record<string, TestPerson>> = {
      ratee: subject?.person as TestPerson,
      appraiser: subject?.appraiser as TestPerson,
      second: subject?.second as TestPerson,
      rater: ratees[7]?.person as TestPerson,
      head: city.head,
      officer: city.officer,
      unitOfficer: city.unitOfficer,
      auditor: city.auditor,
      mayor: city.mayor,
      stranger: city.stranger,
      ...(judges[0] ? { judge: judges[0], silent: judges[3] as TestPerson } : {}),
    };
    const byRole = new Map<string, ReadonlyMap<string, string>>();
    for (const [role, { accountId }] of Object.entries(watchers))
      byRole.set(
        role,
        await crawl({
          app,
          account: accountId,
          base,
          also: [...also, `${own}/result`, `${own}/result/explanation.json`],
          subjects: [subject?.participantId ?? ''],
          within: (path) =>
            WAYS.some((way) => path.startsWith(`${base}${way}`)) || path.startsWith(`${own}/result`),
        }),
      );
    return byRole;
  }

  function expectAlike(one: Seen, other: Seen): void {
    expect(differing(one, other)).toEqual([]);
    const patterns = (all: ReadonlyMap<string, string>) => [...new Set([...all.keys()].map(pattern))].sort();
    for (const [role, pages] of one)
      expect(patterns(other.get(role) ?? new Map()), role).toEqual(patterns(pages));
  }

  const judges: TestPerson[] = [];

  /** A meeting judges this person's dossier, masked first and then with what the appraiser gave. */
  async function calibrate(): Promise<void> {
    for (const name of ['Tirta', 'Utami', 'Vino', 'Wulan'])
      judges.push(
        await city.db.write((tx) =>
          createPerson(tx, {
            account: `${city.code}:${name}`,
            name,
            unitId: city.units.schools,
            post: 'Kepala Bidang',
            kind: 'administrator',
          }),
        ),
      );
    const participants = {
      ...city.participants,
      employee: subject?.participantId ?? '',
      colleague: ratees[9]?.participantId ?? '',
    };
    const own: CalibrationCity = {
      ...city,
      participants,
      judges,
      at: (inside) => `/a/${city.code}${inside}`,
    };
    const meeting = await meetingIn(app, own);
    const item = await itemIn(city, meeting, participants.employee);
    const said = { category: scheme.scheme.categories[1]?.code ?? '' };
    for (const each of judges.slice(0, 3)) await done(await judge(app, own, each, { meeting, item }, said));
    const opening = own.at(`/calibration/${meeting}/items/${item}/opening`);
    await done(await app.post(city.mayor.accountId, opening));
  }

  async function makeYearlyReport(): Promise<void> {
    const id = newId();
    const response = await app.post(city.officer.accountId, `/a/${city.code}/fairness/reports`, {
      id,
      year: '2026',
    });
    expect(response.status).toBe(303);
    await makeReport(city.db, { schemes: store, files: app.files }, id);
  }

  const asked = new Map<string, readonly string[]>();

  it('learns nothing from forms that come in: none, half and all of them look alike', async () => {
    for (const [index, ratee] of ratees.entries()) {
      const raters = Array.from(
        { length: COLLEAGUES },
        (_, step) => ratees[(index + 5 + step * 7) % ratees.length]?.person as TestPerson,
      );
      asked.set(ratee.participantId, await voices.ask(ratee.participantId, 'colleague', raters));
    }
    await compute();
    const none = await look();
    for (const role of ['officer', 'auditor', 'mayor', 'ratee', 'appraiser'])
      expect(none.get(role)?.size, role).toBeGreaterThan(2);
    const send = async (from: number, to: number) => {
      for (const ratee of ratees)
        for (let place = from; place < to; place += 1)
          await voices.give(
            asked.get(ratee.participantId)?.[place] ?? '',
            formWith((item) => ratee.forms[place]?.[item] ?? 0),
          );
    };
    await send(0, 2);
    await compute();
    const half = await look();
    expectAlike(none, half);
    await send(2, COLLEAGUES);
    await compute();
    expectAlike(half, await look());
  }, 600_000);

  let released: Seen = new Map();

  it('sees the same in two worlds with the same means, whoever gave which form', async () => {
    await release(({ forms }) => forms);
    await calibrate();
    await compute();
    await makeYearlyReport();
    released = await look();
    for (const way of [
      'groups',
      'groups.csv',
      'data.csv',
      'paper.pdf',
      'run',
      'settings',
      'attributes',
      'reports',
      'person',
      'laboratory',
    ])
      expect(
        [...(released.get('officer')?.keys() ?? [])].some((path) => path.endsWith(`/${way}`)),
        way,
      ).toBe(true);
    const card =
      released.get('ratee')?.get(`/a/${city.code}/appraisals/${subject.participantId}/result`) ?? '';
    expect(card.includes('Suara tanpa nama hanya dikeluarkan seluruhnya')).toBe(true);
    await release(({ forms }, index) => rearranged(forms, index + 1));
    await compute();
    await makeYearlyReport();
    expectAlike(released, await look());
  }, 600_000);

  it('finds single forms among the numbers no more often than forms that are not there', () => {
    for (const [role, pages] of released) {
      const text = [...pages.values()].join('\n');
      const hits = ratees.filter((ratee) => standsThere(text, ratee.forms)).length;
      const decoys = ratees.filter((_, index) => standsThere(text, decoy(index))).length;
      expect(hits, role).toBeLessThanOrEqual(atMostByChance(ratees.length, decoys / ratees.length));
    }
  });

  it('recovers no form by leaving one out or by subtracting two pages, and would where that were shown', () => {
    const card =
      released.get('ratee')?.get(`/a/${city.code}/appraisals/${subject.participantId}/result`) ?? '';
    const own = numbersIn(card);
    const target = subject.forms.map((each) => meanOf(each, 0, ITEMS.perilaku.length));
    const decoys = decoy(0).map((each) => meanOf(each, 0, ITEMS.perilaku.length));
    const found = recovered(own, target);
    expect(found).toBeLessThanOrEqual(recovered(own, decoys) + 1);
    expect(found).toBeLessThan(COLLEAGUES);
    // The planted leak: what a page of single-form influence would show.
    const leak = subject.forms.map((_, left) => {
      const rest = subject.forms.filter((_each, place) => place !== left);
      return scheme.explain(evidenceOf(subject.own, rest)).explanation;
    });
    const planted = leak.map((explanation) => shownMean(JSON.stringify(explanation)));
    const whole = shownMean(
      JSON.stringify(scheme.explain(evidenceOf(subject.own, subject.forms)).explanation),
    );
    expect(recovered([whole, ...planted], target, 0)).toBe(COLLEAGUES);
    // And with it the two worlds do not look alike, to whoever reads that page.
    const other = rearranged(subject.forms, 1).map((_, left, all) => {
      const rest = all.filter((_each, place) => place !== left);
      return shownMean(JSON.stringify(scheme.explain(evidenceOf(subject.own, rest)).explanation));
    });
    const world = (values: readonly number[]) =>
      new Map([['ratee', new Map([['/pengaruh', values.toSorted((a, b) => a - b).join(' ')]])]]);
    expect(differing(world(planted), world(other))).toEqual(['ratee /pengaruh']);
  });

  /** Forms of the same kind that nobody gave about this person. */
  function decoy(index: number): readonly Form[] {
    const ownMeans = new Set(ratees[index]?.forms.map((each) => meanOf(each, 0, ITEMS.perilaku.length)));
    return (ratees[(index + 11) % ratees.length]?.forms ?? []).filter(
      (each) => !ownMeans.has(meanOf(each, 0, ITEMS.perilaku.length)),
    );
  }

  it('reads nothing of appraisers by name in the data file of the report', () => {
    const files = [...(released.get('auditor') ?? [])].filter(([path]) => path.endsWith('data.csv'));
    expect(files.length).toBeGreaterThan(0);
    for (const [path, text] of files) {
      for (const { name, id } of [...appraisers, ...ratees.map(({ person }) => person)])
        expect(text.includes(name) || text.includes(id), path).toBe(false);
      expect(/colleague|subordinate|service-user|outsider|citizen/.test(text), path).toBe(false);
    }
  });
});
