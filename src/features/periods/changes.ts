/** What differs between today's personnel data and the participants of an open period. Pure. */
import { createHash } from 'node:crypto';
import type { Candidate } from './candidates.ts';

export interface PersonOfChange {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
}

export interface Removed extends PersonOfChange {
  readonly participantId: string;
}

export interface ParticipantChanges {
  readonly added: readonly Candidate[];
  /** The placement ended before the period does: the old appraiser finishes it, a new participant may follow. */
  readonly moved: readonly Candidate[];
  readonly appraiser: readonly Candidate[];
  /** Unit or dates of the same placement were corrected. */
  readonly detail: readonly Candidate[];
  /** No placement in the period any more. */
  readonly dropped: readonly Removed[];
  readonly count: number;
  /** Of everything above: what was shown is what is applied. */
  readonly fingerprint: string;
}

export function participantChanges(
  candidates: readonly Candidate[],
  /** Participants whose placement is no candidate any more. */
  dropped: readonly Removed[],
): ParticipantChanges {
  const known = candidates.filter((each) => each.participant && each.participant.state !== 'excluded');
  const changes = {
    added: candidates.filter((each) => each.participant === null),
    moved: known.filter((each) => each.hasEnded && each.participant?.state === 'active'),
    appraiser: known.filter(appraiserChanged),
    detail: known.filter(detailChanged),
    dropped,
  };
  const count = Object.values(changes).reduce((sum, each) => sum + each.length, 0);
  return { ...changes, count, fingerprint: fingerprint(changes) };
}

/** A change to nobody is shown too: the officer must see that the person has no appraiser any more. */
function appraiserChanged(candidate: Candidate): boolean {
  const before = candidate.participant;
  if (candidate.hasEnded || before?.state !== 'active') return false;
  return (
    before.appraiserId !== (candidate.appraiser?.id ?? null) || before.superiorId !== candidate.superiorId
  );
}

function detailChanged(candidate: Candidate): boolean {
  const before = candidate.participant;
  if (!before || (candidate.hasEnded && before.state === 'active')) return false;
  return (
    before.unitId !== candidate.unitId ||
    before.startsOn !== candidate.startsOn ||
    before.endsOn !== candidate.endsOn
  );
}

function fingerprint(changes: Omit<ParticipantChanges, 'count' | 'fingerprint'>): string {
  const line = (each: Candidate) =>
    [each.placementId, each.unitId, each.startsOn, each.endsOn, each.appraiser?.id, each.superiorId].join(
      ' ',
    );
  const parts = [
    ...changes.added.map((each) => `added ${line(each)}`),
    ...changes.moved.map((each) => `moved ${line(each)}`),
    ...changes.appraiser.map((each) => `appraiser ${line(each)}`),
    ...changes.detail.map((each) => `detail ${line(each)}`),
    ...changes.dropped.map((each) => `dropped ${each.participantId}`),
  ];
  return createHash('sha256').update(parts.toSorted().join('\n')).digest('hex').slice(0, 32);
}
