/** From the facts of an appraisal to its four papers. Pure; papers are Indonesian whoever asks for them. */
import { predicateLabel } from '#domain/rules/index.ts';
import { distributionPatternsOf, type Scheme } from '#domain/schemes/index.ts';
import type { PersonInBrief } from '#features/periods/index.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { PaperKind } from './available.ts';
import type { AgencyFacts, AppraisalFacts, ObjectionFacts, ResultFacts, Stage } from './facts.ts';
import { localAnnex } from './local-annex.ts';
import { printDate, printPeriod } from './present.ts';
import { workSections } from './sections.ts';
import type {
  EvaluationDocument,
  EvaluationPaper,
  FeedbackPaper,
  Paper,
  PaperHead,
  PaperObjection,
  PaperPerson,
  PlanPaper,
} from './types.ts';

export interface Setting {
  readonly agency: AgencyFacts;
  readonly scheme: Scheme | undefined;
  /** Civil date in the agency's zone. */
  readonly today: string;
  /** Place and date of signing, where somebody chose them. */
  readonly place?: string | undefined;
  readonly date?: string | undefined;
}

export interface Wanted {
  readonly kind: PaperKind;
  /** Prints the plan that is being written instead of the agreed one. */
  readonly draft?: boolean;
  /** Up to the end of this stage; the whole period where it is left out. */
  readonly stage?: Stage | undefined;
}

const CODES: Record<PaperKind, string> = { skp: 'SKP', feedback: 'UB', evaluation: 'EK', document: 'DEK' };

/** One paper. What it needs was checked by `availability`; without it this is our own fault. */
export function assemblePaper(facts: AppraisalFacts, setting: Setting, wanted: Wanted): Paper {
  switch (wanted.kind) {
    case 'skp':
      return planPaper(facts, setting, wanted.draft === true || !facts.plan);
    case 'feedback':
      return feedbackPaper(facts, setting, wanted.stage);
    case 'evaluation':
      return evaluationPaper(facts, setting);
    case 'document':
      return evaluationDocument(facts, setting);
  }
}

function planPaper(facts: AppraisalFacts, setting: Setting, isDraft: boolean): PlanPaper {
  const content = isDraft ? facts.draft?.content : facts.plan?.content;
  if (!content) throw new Error('there is no such plan to print');
  const agreedOn = facts.plan && !isDraft ? todayIn(setting.agency.zone, facts.plan.agreedAt) : null;
  return {
    ...head(facts, setting, {
      kind: 'skp',
      version: isDraft ? null : (facts.plan?.version ?? null),
      signedBy: isDraft ? null : facts.planAgreedBy,
      signedOn: agreedOn,
      isDraft,
    }),
    ...workSections({ facts, content, scheme: setting.scheme, zone: setting.agency.zone, until: null }),
    kind: 'plan',
    annex: content.annex,
  };
}

function feedbackPaper(facts: AppraisalFacts, setting: Setting, stage: Stage | undefined): FeedbackPaper {
  if (!facts.plan) throw new Error('feedback is printed beside an agreed plan');
  const until = stage && stage.endsOn < facts.subject.endsOn ? stage.endsOn : facts.subject.endsOn;
  const span = stage ? { startsOn: later(stage.startsOn, facts.subject.startsOn), endsOn: until } : undefined;
  return {
    ...head(facts, setting, {
      kind: 'feedback',
      version: null,
      signedBy: null,
      signedOn: earlier(until, setting.today),
      isDraft: false,
      span,
    }),
    ...workSections({
      facts,
      content: facts.plan.content,
      scheme: setting.scheme,
      zone: setting.agency.zone,
      until: { feedbackFrom: span?.startsOn ?? null, endsOn: stage ? until : null },
    }),
    kind: 'feedback',
    stage: stage?.name ?? FINAL,
  };
}

/** The annual one, PermenPANRB 6/2022, form "Dokumen Evaluasi Kinerja Pegawai": Triwulan I/II/III/IV-Akhir. */
export const FINAL = 'Akhir';

function evaluationPaper(facts: AppraisalFacts, setting: Setting): EvaluationPaper {
  const { plan, result } = facts;
  if (!plan || !result) throw new Error('an evaluation has a plan and a result');
  const { organisationPredicate } = facts;
  const patterns = setting.scheme && distributionPatternsOf(setting.scheme);
  return {
    ...headOfResult(facts, setting, 'evaluation', result),
    ...workSections({
      facts,
      content: plan.content,
      scheme: setting.scheme,
      zone: setting.agency.zone,
      until: { feedbackFrom: null, endsOn: null },
    }),
    kind: 'evaluation',
    stage: FINAL,
    organisationPredicate,
    dominantPredicate: organisationPredicate ? (patterns?.[organisationPredicate].dominant ?? null) : null,
    resultsRating: result.resultsRating,
    behaviourRating: result.behaviourRating,
    predicate: result.predicate,
    local: localAnnex(result, setting.scheme),
    explanation: result.explanation,
  };
}

function evaluationDocument(facts: AppraisalFacts, setting: Setting): EvaluationDocument {
  const { result, subject } = facts;
  if (!result) throw new Error('a document has a result');
  const { objection } = result;
  const passed = result.objectionDeadline !== null && setting.today > result.objectionDeadline;
  return {
    ...headOfResult(facts, setting, 'document', result),
    kind: 'document',
    stage: FINAL,
    superior: personOnPaper(objection?.decidedBy ?? subject.superior),
    organisationPredicate: facts.organisationPredicate,
    predicate: result.predicate,
    notes: linesOf(result.notes),
    objection: objection && printObjection(objection, result, setting.agency.zone),
    objectionClosed: passed || result.state === 'accepted' || result.state === 'decided',
    receivedDate: result.receivedOn ? printDate(result.receivedOn) : null,
    local: localAnnex(result, setting.scheme),
    explanation: null,
  };
}

function printObjection(objection: ObjectionFacts, result: ResultFacts, zone: string): PaperObjection {
  const predicate = predicateLabel(result.predicate).id;
  const outcomes = {
    upheld: `Keberatan tidak diterima; predikat tetap ${predicate}`,
    changed:
      objection.predicateBefore === result.predicate
        ? `Rating diubah; predikat tetap ${predicate}`
        : `Predikat diubah menjadi ${predicate}`,
  };
  return {
    reason: objection.body,
    date: printDate(objection.filedOn),
    explanation: objection.explanation,
    decision: objection.decision && {
      outcome: outcomes[objection.decision],
      reason: objection.decisionReason ?? '',
      date: objection.decidedAt && printDate(todayIn(zone, objection.decidedAt)),
    },
  };
}

function headOfResult(
  facts: AppraisalFacts,
  setting: Setting,
  kind: PaperKind,
  result: ResultFacts,
): PaperHead {
  return head(facts, setting, {
    kind,
    version: result.version,
    signedBy: result.givenBy,
    signedOn: todayIn(setting.agency.zone, result.ratifiedAt ?? result.givenAt),
    isDraft: result.state === 'given',
  });
}

interface Signing {
  readonly kind: PaperKind;
  readonly version: number | null;
  readonly signedBy: PersonInBrief | null;
  /** Civil date of the agreement or rating; null leaves dots. */
  readonly signedOn: string | null;
  readonly isDraft: boolean;
  readonly span?: { readonly startsOn: string; readonly endsOn: string } | undefined;
}

function head(facts: AppraisalFacts, setting: Setting, signing: Signing): PaperHead {
  const { subject } = facts;
  const { startsOn, endsOn } = signing.span ?? subject;
  const date = setting.date ?? signing.signedOn;
  const serial = subject.participantId.slice(-8).toUpperCase();
  const version = signing.version === null ? '' : `-${signing.version}`;
  return {
    agency: setting.agency.name,
    emblem: setting.agency.emblem,
    period: printPeriod({ from: startsOn, until: addDays(endsOn, 1) }),
    appraisee: personOnPaper(subject.person),
    appraiser: personOnPaper(signing.signedBy ?? subject.appraiser ?? subject.superior),
    place: setting.place ?? setting.agency.place,
    date: date && printDate(date),
    code: `${CODES[signing.kind]}-${subject.startsOn.slice(0, 4)}-${serial}${version}`,
    verification: null,
    issuedOn: date ?? setting.today,
    draft: signing.isDraft,
  };
}

/** A post that nobody holds leaves dots to write on. */
function personOnPaper(person: PersonInBrief | null): PaperPerson {
  return {
    name: person?.name ?? '…………………………',
    nip: person?.nip ?? null,
    rank: person?.rank ?? null,
    position: person?.position ?? '',
    unit: person?.unitName ?? '',
  };
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function earlier(one: string, other: string): string {
  return one.localeCompare(other) < 0 ? one : other;
}

function later(one: string, other: string): string {
  return one.localeCompare(other) > 0 ? one : other;
}
