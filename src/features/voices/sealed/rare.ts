/**
 * Competencies that too few could see. The engine joins levels competency by competency, so that the mean of one which a
 * single form rated is that form's level: below the least number nothing of it is released. Pure.
 */

interface Levelled {
  readonly levels: Readonly<Record<string, unknown>>;
}

function isLevelled(form: unknown): form is Levelled {
  return typeof form === 'object' && form !== null && 'levels' in form && typeof form.levels === 'object';
}

/** Forms without what fewer than `least` of them rate; a form with nothing left falls away. Other forms stay. */
export function withoutRare(forms: readonly unknown[], least: number): readonly unknown[] {
  const counts = new Map<string, number>();
  for (const form of forms)
    if (isLevelled(form))
      for (const name of Object.keys(form.levels)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return forms.flatMap((form) => {
    if (!isLevelled(form)) return [form];
    const kept = Object.entries(form.levels).filter(([name]) => (counts.get(name) ?? 0) >= least);
    return kept.length > 0 ? [{ ...form, levels: Object.fromEntries(kept) }] : [];
  });
}
