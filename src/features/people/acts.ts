import type { Decision } from '#domain/workflow/workflow.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { messages } from '#platform/locale/messages.ts';

const text = messages({
  wrongState: {
    id: 'Keadaannya sudah berubah sejak halaman ini dibuka, mungkin oleh orang lain. Muat ulang halaman untuk melihat keadaan terkini.',
    en: 'The state has changed since this page was opened, perhaps by someone else. Reload the page to see what it is now.',
  },
  reasonMissing: { id: 'Tuliskan alasannya.', en: 'Please give the reason.' },
});

export interface Act {
  readonly process:
    | 'period'
    | 'scheme-draft'
    | 'scheme-proposal'
    | 'voice-round'
    | 'voice-request'
    | 'unsealing'
    | 'innovation'
    | 'plan'
    | 'check-in'
    | 'observation'
    | 'assessment'
    | 'result'
    | 'development-need'
    | 'objection'
    | 'survey-round'
    | 'survey-batch'
    | 'survey-words'
    | 'survey-publication'
    | 'conflict'
    | 'conflict-case'
    | 'second-look'
    | 'second-look-draw'
    | 'laboratory-run'
    | 'person-attribute'
    | 'calibration'
    | 'calibration-member'
    | 'calibration-item'
    | 'calibration-judgement'
    | 'record-contest'
    | 'training-lesson'
    | 'training-case'
    | 'training-attempt'
    | 'training-certificate'
    | 'workshop'
    | 'workshop-place';
  readonly subjectId: string;
  readonly participantId?: string | null;
  readonly act: string;
  readonly actorId: string | null;
  readonly reason?: string | null | undefined;
  /** A closed word for the kind of reason, where the act asks for one. */
  readonly ground?: 'correction' | 'new-evidence' | 'distribution' | 'other' | null;
}

/** Writes the row of an act that the transition table allowed; throws in words when it did not. */
export async function recordAct(tx: Tx, act: Act, decision: Decision<string>): Promise<void> {
  if (!decision.ok) throw refusalOf(decision.why);
  await tx.db
    .insertInto('acts')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      process: act.process,
      subject_id: act.subjectId,
      participant_id: act.participantId ?? null,
      act: act.act,
      from_state: decision.from,
      to_state: decision.to,
      actor_id: act.actorId,
      reason: act.reason?.trim() || null,
      ground: act.ground ?? null,
      at: tx.now,
    })
    .execute();
}

export function refusalOf(why: 'wrong-role' | 'wrong-state' | 'reason-missing'): Error {
  if (why === 'wrong-role') return new NotAllowed();
  if (why === 'wrong-state') return new Conflict(text.wrongState());
  return new Refusal(text.reasonMissing(), 'reason');
}
