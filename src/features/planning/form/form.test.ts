import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { samplePlan } from '../../../../test/support/plans.ts';
import { emptyPlan, type PlanContent } from '../content.ts';
import { planProblems } from '../problems.ts';
import { arrange } from './arrange.ts';
import { annexField, expectationField, indicatorField, resultField } from './names.ts';
import { type Fields, parseSection } from './parse.ts';

/** The fields that a browser would send for this content. */
function fieldsOf(content: PlanContent): Fields {
  const fields: Record<string, string> = { model: content.model, form: content.form };
  for (const result of content.results) {
    fields[resultField(result.id, 'kind')] = result.kind;
    fields[resultField(result.id, 'statement')] = result.statement;
    fields[resultField(result.id, 'serves')] = result.serves?.resultId ?? '';
    fields[resultField(result.id, 'servesText')] = result.servesText;
    fields[resultField(result.id, 'assignedBy')] = result.assignedBy;
    fields[resultField(result.id, 'perspective')] = result.perspective ?? '';
    for (const each of result.indicators) {
      const name = (field: Parameters<typeof indicatorField>[2]) => indicatorField(result.id, each.id, field);
      fields[name('aspect')] = each.aspect ?? '';
      fields[name('statement')] = each.statement;
      fields[name('text')] = each.target.text;
      fields[name('value')] = each.target.value ?? '';
      fields[name('upper')] = each.target.upper ?? '';
      fields[name('unit')] = each.target.unit;
      fields[name('direction')] = each.target.direction;
      fields[name('accumulation')] = each.target.accumulation;
    }
  }
  return fields;
}

describe('the plan form', () => {
  it('reads back what it shows', () => {
    const content = samplePlan();
    const parsed = parseSection('results', fieldsOf(content), { ...content, results: [] }, null);
    expect(parsed.errors).toEqual({});
    expect(parsed.content).toEqual(content);
  });

  it('keeps the parts that were not sent', () => {
    const content = samplePlan();
    const behaviour = parseSection(
      'behaviour',
      { [expectationField('loyal')]: ' Menjaga rahasia. ' },
      content,
      null,
    );
    expect(behaviour.content.results).toEqual(content.results);
    expect(behaviour.content.expectations).toEqual({ loyal: 'Menjaga rahasia.' });
    const annex = parseSection(
      'annex',
      { [annexField('resources')]: 'Vaksin\r\n\r\n Kendaraan ' },
      content,
      null,
    );
    expect(annex.content.annex.resources).toEqual(['Vaksin', 'Kendaraan']);
    expect(annex.content.expectations).toEqual(content.expectations);
  });

  it('understands numbers as Indonesians write them, prints the target, and names what it cannot read', () => {
    const content = samplePlan();
    const [result] = content.results;
    const [first, second] = result?.indicators ?? [];
    if (!result || !first || !second) throw new Error('the sample has two indicators');
    const fields: Fields = {
      ...fieldsOf({ ...content, results: [result] }),
      [indicatorField(result.id, first.id, 'value')]: '1.234,5',
      [indicatorField(result.id, first.id, 'text')]: '',
      [indicatorField(result.id, second.id, 'value')]: 'banyak',
    };
    const parsed = parseSection('results', fields, content, null);
    expect(parsed.content.results[0]?.indicators[0]?.target).toMatchObject({
      value: '1234.5',
      text: '1234,5 %',
    });
    expect(Object.keys(parsed.errors)).toEqual([indicatorField(result.id, second.id, 'value')]);
  });

  it('links only to results that were offered', () => {
    const leader = samplePlan();
    const content = samplePlan();
    const [own] = content.results;
    const [offered] = leader.results;
    if (!own || !offered) throw new Error('the samples have results');
    const leaderId = newId();
    const source = { participantId: leaderId, name: 'Budi', results: leader.results };
    const choose = (value: string) =>
      parseSection(
        'results',
        { ...fieldsOf({ ...content, results: [own] }), [resultField(own.id, 'serves')]: value },
        content,
        source,
      ).content.results[0];
    expect(choose(offered.id)).toMatchObject({
      serves: { participantId: leaderId, resultId: offered.id },
      servesText: offered.statement,
    });
    expect(choose(newId())?.serves).toBeNull();
  });

  it('adds, removes and moves within main and additional results', () => {
    const content = samplePlan();
    const [first, second, extra] = content.results.map((each) => each.id);
    const ids = (made: PlanContent | undefined) => made?.results.map((each) => each.id);
    expect(ids(arrange(content, `down:${first}`)?.content)).toEqual([second, first, extra]);
    expect(ids(arrange(content, `down:${second}`)?.content)).toEqual([first, second, extra]);
    expect(ids(arrange(content, `up:${extra}`)?.content)).toEqual([first, second, extra]);
    expect(ids(arrange(content, `remove-result:${first}`)?.content)).toEqual([second, extra]);
    expect(arrange(content, 'add-additional')?.content.results.at(-1)).toMatchObject({
      kind: 'additional',
      indicators: [{ statement: '' }],
    });
    const indicator = content.results[0]?.indicators[0]?.id;
    expect(
      arrange(content, `remove-indicator:${first}:${indicator}`)?.content.results[0]?.indicators,
    ).toHaveLength(1);
    expect(arrange(content, 'save')).toBeUndefined();
  });
});

describe('what a plan lacks', () => {
  const messages = (content: PlanContent) =>
    planProblems(content, { leaderHasPlan: true }).map((each) => [each.severity, each.message]);

  it('is nothing for a complete plan but the missing link to the leader', () => {
    expect(messages(samplePlan())).toEqual([
      ['warning', 'Hasil kerja 1 belum dikaitkan dengan hasil kerja pimpinan.'],
      ['warning', 'Hasil kerja 2 belum dikaitkan dengan hasil kerja pimpinan.'],
    ]);
  });

  it('is a main result, for an empty plan', () => {
    expect(messages(emptyPlan('staff'))).toEqual([['blocking', 'Belum ada hasil kerja utama.']]);
  });

  it('is named line by line', () => {
    const added = arrange(emptyPlan('staff'), 'add-main')?.content;
    expect(messages(added ?? emptyPlan('staff'))).toEqual([
      ['blocking', 'Hasil kerja 1 belum dirumuskan.'],
      ['blocking', 'Indikator 1.1 belum dirumuskan.'],
      ['blocking', 'Indikator 1.1 belum memiliki aspek.'],
      ['blocking', 'Indikator 1.1 belum memiliki target.'],
      ['warning', 'Hasil kerja 1 belum dikaitkan dengan hasil kerja pimpinan.'],
    ]);
    const leader = { ...samplePlan(), form: 'leader' as const };
    expect(messages(leader).filter(([severity]) => severity === 'blocking')).toHaveLength(3);
  });
});
