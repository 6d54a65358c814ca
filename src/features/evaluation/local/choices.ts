/** The levels that the appraiser chose, wherever they stand in the evidence of a scheme of the agency. Pure. */

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Levels of qualitative lines and of the items on the appraiser's own form, in the order of the evidence. */
export function appraiserChoices(scheme: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(scheme).flatMap(([code, component]) =>
    code === 'official' || !isRecord(component) ? [] : [...lineLevels(component), ...formLevels(component)],
  );
}

function lineLevels({ lines }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(lines)) return [];
  return lines.filter(isRecord).flatMap(({ level }) => (typeof level === 'string' ? [level] : []));
}

function formLevels({ forms }: Readonly<Record<string, unknown>>): readonly string[] {
  const own = isRecord(forms) && Array.isArray(forms.appraiser) ? forms.appraiser.filter(isRecord) : [];
  return own.flatMap(({ items, levels }) =>
    Object.values(isRecord(items) ? items : isRecord(levels) ? levels : {}).map(String),
  );
}
