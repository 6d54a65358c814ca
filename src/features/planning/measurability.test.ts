import { describe, expect, it } from 'vitest';
import { planStage } from '../../../test/support/plan-stage.ts';
import { samplePlan } from '../../../test/support/plans.ts';
import { adopt, localScheme } from '../../../test/support/schemes.ts';
import { type PlanContent, planContentSchema } from './content.ts';
import { planDifference } from './difference.ts';
import { indicatorField, resultField } from './form/names.ts';
import { parseSection } from './form/parse.ts';
import { planProblems } from './problems.ts';

const REQUIRED = `measurability:
  require: [unit, baseline, target, source, period]
  basis: [{ regulation: p6, article: Pasal 5, confidence: default }]
`;
const DEMAND = {
  require: ['unit', 'baseline', 'target', 'source', 'period'],
  period: { from: '2026-01-01', until: '2026-12-31' },
} as const;

/** Every indicator says where it stood before and which record it is read from. */
function measured(content: PlanContent): PlanContent {
  return {
    ...content,
    results: content.results.map((result) => ({
      ...result,
      indicators: result.indicators.map((each) => ({
        ...each,
        baseline: '72 (2025)',
        source: 'Laporan bulanan puskesmas',
      })),
    })),
  };
}

describe('a plan under a scheme that wants measurable indicators', async () => {
  const { get, post, city, stored, planIn } = await planStage();

  async function underDemand(content: PlanContent) {
    const made = await city();
    await adopt(made, localScheme('skema-terukur', 1, REQUIRED));
    await planIn(made, 'revising');
    await made.db.write(async (tx) => {
      await tx.db
        .updateTable('participants')
        .set({ scheme_id: 'skema-terukur', scheme_version: 1 })
        .where('agency_id', '=', tx.agencyId)
        .execute();
      await tx.db
        .updateTable('plans')
        .set({ content: JSON.stringify(content) })
        .where('agency_id', '=', tx.agencyId)
        .execute();
    });
    const revision = String((await stored(made))?.revision);
    return { made, revision, employee: made.employee.accountId, appraiser: made.appraiser.accountId };
  }

  it('is not proposed before every indicator can be measured; employee and appraiser see why', async () => {
    const { made, revision, employee, appraiser } = await underDemand(samplePlan());
    const refused = await post(employee, `${made.plan}/proposal`, { revision });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('SKP belum lengkap: 5 hal');
    expect((await stored(made))?.state).toBe('revising');
    for (const reader of [employee, appraiser]) {
      const page = await (await get(reader, made.plan)).text();
      expect(page.match(/Belum dapat diukur:/g)).toHaveLength(5);
      expect(page).toContain('data awal belum ada');
      expect(page).toContain('Tanpa sumber data, realisasi tidak dapat diperiksa orang lain.');
    }
    expect(await (await get(appraiser, `/a/${made.code}/team/plans`)).text()).toContain('belum dapat diukur');
  });

  it('is mended in its form and then proposed and agreed', async () => {
    const content = measured(samplePlan());
    const [result] = content.results;
    const [indicator] = result?.indicators ?? [];
    if (!result || !indicator) throw new Error('the sample has indicators');
    const { made, revision, employee, appraiser } = await underDemand({
      ...content,
      results: [{ ...result, indicators: [{ ...indicator, baseline: '', source: '' }] }],
    });
    const form = await (await get(employee, `${made.plan}/edit`)).text();
    const name = (field: Parameters<typeof indicatorField>[2]) =>
      indicatorField(result.id, indicator.id, field);
    expect(form).toContain(`name="${name('baseline')}"`);
    const typed = {
      section: 'results',
      act: 'read',
      model: 'quantitative',
      form: 'staff',
      [resultField(result.id, 'kind')]: 'main',
      [resultField(result.id, 'statement')]: result.statement,
      [name('aspect')]: 'kuantitas',
      [name('statement')]: indicator.statement,
      [name('value')]: '95',
      [name('unit')]: '%',
      [name('baseline')]: ' 88,4 % (2025) ',
      [name('source')]: 'Aplikasi ASIK',
    };
    expect((await post(employee, `${made.plan}/edit`, { ...typed, revision })).status).toBe(303);
    const saved = await stored(made);
    expect(saved?.content.results[0]?.indicators[0]).toMatchObject({
      baseline: '88,4 % (2025)',
      source: 'Aplikasi ASIK',
    });
    const next = { revision: String(saved?.revision) };
    expect((await post(employee, `${made.plan}/proposal`, next)).status).toBe(303);
    expect((await post(appraiser, `${made.plan}/agreement`, next)).status).toBe(303);
    expect(await (await get(appraiser, made.plan)).text()).toContain('Aplikasi ASIK');
  });

  it('is not agreed where it was proposed before it could be measured', async () => {
    const { made, revision, appraiser } = await underDemand(samplePlan());
    await planIn(made, 'revision-proposed');
    expect((await post(appraiser, `${made.plan}/agreement`, { revision })).status).toBe(422);
  });

  it('asks nothing of the kind under the national scheme', async () => {
    const made = await city();
    await planIn(made, 'draft', false);
    const page = await (await get(made.employee.accountId, `${made.plan}/edit`)).text();
    expect(page).not.toContain('Data awal');
    const revision = String((await stored(made))?.revision);
    expect((await post(made.employee.accountId, `${made.plan}/proposal`, { revision })).status).toBe(303);
  });
});

describe('baseline and source of an indicator', () => {
  const content = measured(samplePlan());

  it('are not there in plans stored earlier, which stay readable', () => {
    const old = samplePlan();
    expect(planContentSchema.parse(JSON.parse(JSON.stringify(old)))).toEqual(old);
    expect(planProblems(old).filter(({ severity }) => severity === 'blocking')).toEqual([]);
  });

  it('stay where the form does not ask for them, and go when they are emptied', () => {
    const [result] = content.results;
    const [indicator] = result?.indicators ?? [];
    if (!result || !indicator) throw new Error('the sample has indicators');
    const name = indicatorField(result.id, indicator.id, 'statement');
    const read = (more: Record<string, string>) =>
      parseSection('results', { [name]: indicator.statement, ...more }, content, null).content.results[0]
        ?.indicators[0];
    expect(read({})).toMatchObject({ baseline: '72 (2025)', source: 'Laporan bulanan puskesmas' });
    expect(read({ [indicatorField(result.id, indicator.id, 'baseline')]: '' })).not.toHaveProperty(
      'baseline',
    );
  });

  it('are a difference between two versions', () => {
    const changes = planDifference(samplePlan({ results: [] }), { ...content, results: [] });
    expect(changes).toEqual([]);
    const [result] = content.results;
    const [first, ...others] = result?.indicators ?? [];
    if (!result || !first) throw new Error('the sample has indicators');
    const after = {
      ...content,
      results: [{ ...result, indicators: [{ ...first, baseline: '75 (2025)' }, ...others] }],
    };
    expect(planDifference({ ...content, results: [result] }, after)).toMatchObject([
      { what: 'indicator', fields: [{ field: 'baseline', from: '72 (2025)', to: '75 (2025)' }] },
    ]);
  });

  it('lacking, are one problem of the indicator, told with the first field to mend', () => {
    const [result] = samplePlan().results;
    if (!result) throw new Error('the sample has results');
    const problems = planProblems(samplePlan({ results: [result] }), { demand: DEMAND });
    expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
      ['blocking', 'Indikator 1.1 belum dapat diukur: data awal belum ada; sumber data belum ada.'],
      ['blocking', 'Indikator 1.2 belum dapat diukur: data awal belum ada; sumber data belum ada.'],
    ]);
    expect(problems[0]?.field).toBe(indicatorField(result.id, result.indicators[0]?.id ?? '', 'baseline'));
    const words = { value: null, text: 'meningkat', unit: '' };
    const [indicator] = result.indicators;
    if (!indicator) throw new Error('the sample has indicators');
    const vague = { ...indicator, target: { ...indicator.target, ...words } };
    const [vagueProblem] = planProblems(samplePlan({ results: [{ ...result, indicators: [vague] }] }), {
      demand: DEMAND,
    });
    expect(vagueProblem?.message).toContain('target tidak memuat angka atau tanggal');
  });
});
