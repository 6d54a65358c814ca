import { describe, expect, it } from 'vitest';
import { withoutRare } from './rare.ts';

const form = (levels: Readonly<Record<string, number>>) => ({ levels });

describe('competencies that too few could see', () => {
  it('are taken out of every form, and a form that says nothing else with them', () => {
    const forms = [
      form({ integritas: 3, kerjasama: 2 }),
      form({ integritas: 4 }),
      form({ integritas: 2 }),
      form({ kerjasama: 5 }),
    ];
    expect(withoutRare(forms, 3)).toEqual([
      form({ integritas: 3 }),
      form({ integritas: 4 }),
      form({ integritas: 2 }),
    ]);
  });

  it('are the only thing that is taken out', () => {
    const items = [{ items: { loyal: 'teladan' } }, { items: { adaptif: 'jarang' } }];
    expect(withoutRare(items, 3)).toEqual(items);
    const enough = [form({ integritas: 3 }), form({ integritas: 3 })];
    expect(withoutRare(enough, 2)).toEqual(enough);
  });
});
