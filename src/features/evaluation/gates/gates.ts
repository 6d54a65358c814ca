/** What has to be settled before a result is given, and what is said beside it when it is. */

import { askingRules, type CompiledScheme, type Consequence } from '#domain/schemes/index.ts';
import { type Conflict, conflictsBetween, listCases, pairKey, strictest } from '#features/conflicts/index.ts';
import { type OpenContest, openContests } from '#features/measurements/index.ts';
import { agencyToday } from '#features/people/index.ts';
import type { Participation } from '#features/periods/index.ts';
import {
  type CertificateRule,
  type Certification,
  certificateRule,
  certificationOf,
  NOT_CERTIFIED,
} from '#features/training/index.ts';
import { voicesPending } from '#features/voices/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { text } from './text.ts';

export interface Gates {
  /** While other voices are collected: the form may be filled in, the result is given afterwards. */
  readonly voices: { readonly closesOn: string } | undefined;
  readonly certificate: { readonly rule: CertificateRule } & Certification;
  /** Between who rates and who is rated. */
  readonly conflicts: readonly Conflict[];
  readonly consequence: Consequence | undefined;
  /** Whether somebody else has to rate, and no officer has decided on it yet. */
  readonly mustBeReplaced: boolean;
  /** Objections to single days and cases that are not decided, by component. */
  readonly contests: readonly OpenContest[];
}

export async function gatesOf(
  tx: Tx,
  { scheme }: CompiledScheme,
  { id, person, period }: Participation,
  raterId: string,
): Promise<Gates> {
  const today = await agencyToday(tx);
  const certification =
    scheme.training === undefined
      ? NOT_CERTIFIED
      : ((await certificationOf(tx, [raterId], scheme.id, today)).get(raterId) ?? NOT_CERTIFIED);
  const found = await conflictsBetween(tx, [{ raterId, rateeId: person.id, as: 'appraiser' }], {
    on: today,
    contactMonths: askingRules(scheme).contactMonths,
    periodId: period.id,
  });
  const conflicts = found.get(pairKey(raterId, person.id)) ?? [];
  const consequence = strictest(scheme, conflicts);
  return {
    voices: await voicesPending(tx, id),
    certificate: { rule: certificateRule(scheme, certification), ...certification },
    conflicts,
    consequence,
    mustBeReplaced: consequence === 'replace' && !(await isSettled(tx, id, raterId, conflicts, scheme)),
    contests: (await openContests(tx, [id])).get(id) ?? [],
  };
}

/** An officer's decision that this appraiser stays, or that a second one rates too, opens the way again. */
async function isSettled(
  tx: Tx,
  participantId: string,
  raterId: string,
  conflicts: readonly Conflict[],
  scheme: CompiledScheme['scheme'],
): Promise<boolean> {
  const { cases } = await listCases(tx, { participantId, states: ['settled'] });
  const decided = new Set(
    cases
      .filter((each) => each.raterId === raterId && each.settlement !== 'replaced')
      .map((each) => each.kind),
  );
  return conflicts.every((each) => strictest(scheme, [each]) !== 'replace' || decided.has(each.kind));
}

/** Whether a rating may be written at all. */
export function refuseUncertified({ certificate }: Gates): void {
  if (certificate.rule === 'refuse') throw new Refusal(certificateInWords(certificate));
}

/** Whether the result may be given now; refused in words that say the way out. */
export function refuseGiving(gates: Gates): void {
  refuseUncertified(gates);
  if (gates.mustBeReplaced) throw new Refusal(text.replaceRefused());
  if (gates.voices) throw new Refusal(text.voicesRefused({ date: formatDate(gates.voices.closesOn) }));
}

export function mayGive({ certificate, mustBeReplaced, voices }: Gates): boolean {
  return certificate.rule !== 'refuse' && !mustBeReplaced && !voices;
}

export function certificateInWords({ rule, state, until }: Gates['certificate']): string {
  const what = state === 'expired' && until ? text.expired({ date: formatDate(until) }) : text.notCertified();
  return rule === 'refuse' ? `${what} ${text.certificateRequired()}` : what;
}
