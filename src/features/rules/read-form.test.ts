import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rule, type RuleField, ruleNamed, rules } from '#domain/rules/index.ts';
import { fieldsOf, inputOf, rowCount, sectionsOf, withoutGaps } from './read-form.ts';

function fieldsOfRule(name: string): Rule['fields'] {
  const rule = ruleNamed(name);
  if (!rule) throw new Error(`there is no rule ${name}`);
  return rule.fields;
}

describe('from a form to the input of a rule', () => {
  it.each(rules.flatMap((rule) => rule.examples.map((example) => [rule.name, example, rule] as const)))(
    'gives back the example of %s',
    (_, example, rule) => {
      expect(inputOf(rule.fields, fieldsOf(example.input))).toEqual(example.input);
    },
  );

  const match = fieldsOfRule('competency-match');

  it('keeps lists that share their rows in step: an empty row is closed up, a half one shows what is missing', () => {
    const typed = { 'required.0': '3', 'achieved.0': '2', 'required.2': '4', 'achieved.2': ' 4 ' };
    expect(inputOf(match, typed)).toEqual({ required: [3, 4], achieved: [2, 4] });
    expect(inputOf(match, { ...typed, 'achieved.1': '5' })).toEqual({
      required: [3, '', 4],
      achieved: [2, 5, 4],
    });
    expect(inputOf(match, { 'required.0': '3', 'required.1': '3', 'achieved.0': '3' })).toEqual({
      required: [3, 3],
      achieved: [3, ''],
    });
  });

  it('closes gaps once and for all, and loses nothing that was typed', () => {
    const box = fc.constantFrom('', ' ', '3', '4,5', 'abc');
    fc.assert(
      fc.property(fc.array(fc.tuple(box, box), { maxLength: 12 }), (rows) => {
        const typed = Object.fromEntries(
          rows.flatMap(([one, other], index) => [
            [`required.${index}`, one],
            [`achieved.${index}`, other],
          ]),
        );
        const closed = withoutGaps(match, typed);
        const kept = rows.filter((row) => row.some((value) => value.trim() !== ''));
        for (const [index, [one, other]] of kept.entries())
          expect([closed[`required.${index}`], closed[`achieved.${index}`]]).toEqual([one, other]);
        expect(withoutGaps(match, closed)).toEqual(closed);
        expect(inputOf(match, closed)).toEqual(inputOf(match, typed));
      }),
    );
  });

  it('draws at least the usual rows, all that are filled, and never more than the rule takes', () => {
    const [section = []] = sectionsOf(match);
    expect(section).toHaveLength(2);
    expect(rowCount(section, {})).toBe(9);
    expect(rowCount(section, { 'achieved.11': '2' })).toBe(12);
    expect(rowCount(section, { rows: '1000000' })).toBe(100);
    expect(rowCount(section, { 'achieved.1000000': '2', rows: 'x' })).toBe(9);
  });

  it('reads decimals as they are written here, in groups and lists', () => {
    const typed = {
      base: '2.000.000',
      productivityPercent: '97,5',
      disciplinePercent: '90',
      'weights.productivity': '60',
      'weights.discipline': '40',
      'deductionsPercent.2': '1,25',
    };
    const read = {
      base: '2000000',
      productivityPercent: '97.5',
      disciplinePercent: '90',
      weights: { productivity: '60', discipline: '40' },
    };
    expect(inputOf(fieldsOfRule('allowance'), typed)).toEqual({ ...read, deductionsPercent: ['1.25'] });
    const { 'deductionsPercent.2': _, ...without } = typed;
    expect(inputOf(fieldsOfRule('allowance'), without)).toEqual(read);
    expect(inputOf(fieldsOfRule('allowance'), {})).toEqual({ weights: {} });
    expect(inputOf(fieldsOfRule('talent-box'), { performance: 'above' })).toEqual({ performance: 'above' });
  });

  it('takes an empty box to tick for no, and for nothing where the question does not arise', () => {
    const index: readonly RuleField[] = fieldsOfRule('professionalism-index');
    expect(inputOf(index, { track: 'structural' })).toEqual({
      track: 'structural',
      leadershipCourse: false,
      seminar: false,
    });
    expect(inputOf(index, { track: 'pelaksana' })).toEqual({ track: 'pelaksana', seminar: false });
    expect(inputOf(index, { track: 'pelaksana', leadershipCourse: 'yes' })).toMatchObject({
      leadershipCourse: true,
    });
  });
});
