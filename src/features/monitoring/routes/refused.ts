import { Conflict, Refusal } from '#platform/errors.ts';

export type Refused = { readonly errors: Record<string, string> };

/**
 * Runs an act; what the person can mend comes back as errors by field, for the same form to show again. Somebody else
 * having acted first is no matter of the form and goes on to the page that says so.
 */
export async function attempt(work: () => Promise<unknown>): Promise<Refused | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return { errors: { [error.field ?? 'form']: error.message } };
  }
}
