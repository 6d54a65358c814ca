/** Forms of voices that are measured: what the appraiser gives is given in the page and never comes from here. */

type Forms = Readonly<Record<string, unknown>>;

function formsOf(value: unknown): Forms | undefined {
  if (typeof value !== 'object' || value === null || !('forms' in value)) return undefined;
  const { forms } = value;
  return typeof forms === 'object' && forms !== null ? { ...forms } : undefined;
}

/** The value without a form in the appraiser's name. */
export function withoutAppraiser(value: unknown): unknown {
  const forms = formsOf(value);
  if (!forms) return value;
  const { appraiser: _, ...others } = forms;
  return { ...(typeof value === 'object' ? value : {}), forms: others };
}

/** New forms beside those of other voices that are known already: one file brings colleagues, the next subordinates. */
export function besideOtherVoices(former: unknown, value: unknown): unknown {
  const [before, now] = [formsOf(former), formsOf(value)];
  return before && now
    ? { ...(typeof value === 'object' ? value : {}), forms: { ...before, ...now } }
    : value;
}
