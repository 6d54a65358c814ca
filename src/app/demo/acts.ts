/** The acts after an invented result was given: ratification, acceptance, objection, decision. */
import { addDays } from '#platform/clock/clock.ts';
import { newId } from '#platform/identifier.ts';
import type { EvaluationContext, Stage } from './evaluation.ts';
import { type DemoParticipant, moment } from './year.ts';

export function addActs(
  context: EvaluationContext,
  participant: DemoParticipant,
  made: { resultId: string; assessmentId: string; stage: Stage; at: Date; receivedOn: string },
): void {
  const { settings, rows } = context;
  const { person } = participant;
  const act = (
    name: string,
    from: string,
    to: string,
    actorId: string | undefined,
    at: Date,
    reason: string | null = null,
  ) =>
    rows.acts.push({
      agency_id: settings.agencyId,
      id: newId(),
      process: 'result',
      subject_id: made.resultId,
      participant_id: participant.id,
      act: name,
      from_state: from,
      to_state: to,
      actor_id: actorId ?? null,
      reason,
      at,
    });
  act('give', 'awaited', 'given', person.appraiser?.id, made.at);
  if (made.stage === 'given') return;
  act('ratify', 'given', 'ratified', person.appraiser?.id, moment(made.receivedOn, 2));
  const next = (days: number) => moment(addDays(made.receivedOn, days), 5);
  if (made.stage === 'accepted') act('accept', 'ratified', 'accepted', person.id, next(1));
  if (!['objected', 'explained', 'decided'].includes(made.stage)) return;
  const body =
    'Dua laporan yang dinilai terlambat sebenarnya menunggu tanda tangan pimpinan. Mohon ditinjau kembali dengan bukti pada kemajuan triwulan II.';
  const explanation =
    'Keterlambatan sudah dibahas pada dialog triwulan II dan tercatat. Bukti tambahan belum diterima saat penilaian.';
  const reason = 'Setelah mendengar kedua pihak dan memeriksa bukti, penilaian dipandang sudah tepat.';
  const isExplained = made.stage !== 'objected';
  const isDecided = made.stage === 'decided';
  act('object', 'ratified', 'objected', person.id, next(2), body);
  if (isExplained) act('explain', 'objected', 'explained', person.appraiser?.id, next(4), explanation);
  if (isDecided) act('uphold', 'explained', 'decided', person.superior?.id, next(8), reason);
  rows.objections.push({
    agency_id: settings.agencyId,
    id: newId(),
    result_id: made.resultId,
    participant_id: participant.id,
    body,
    filed_at: next(2),
    filed_on: addDays(made.receivedOn, 2),
    explanation_due_on: addDays(made.receivedOn, 9),
    decision_due_on: addDays(made.receivedOn, 23),
    explanation: isExplained ? explanation : null,
    explained_by: isExplained ? (person.appraiser?.id ?? null) : null,
    explained_at: isExplained ? next(4) : null,
    decision: isDecided ? 'upheld' : null,
    decision_reason: isDecided ? reason : null,
    decided_by: isDecided ? (person.superior?.id ?? null) : null,
    decided_at: isDecided ? next(8) : null,
  });
}
