/** Everything the pages of one form need, in one look at the database. */
import type { AskedVoice, Scheme } from '#domain/schemes/index.ts';
import type { Actor } from '#features/people/index.ts';
import { peopleInBrief } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import type { Chrome } from '#ui/layout.tsx';
import type { VoiceKey } from '../sealed/index.ts';
import { type AskedRequest, type Standing, standingOf } from './asked.ts';
import { type Draft, EMPTY_DRAFT, readDraft } from './draft.ts';
import type { Writer } from './identifying.ts';
import { formOf, levelOf, type Question, questionsOf } from './questions.ts';
import { teamsAsked } from './teams.ts';
import { type WorkShown, workShown } from './work-shown.ts';

export interface FormOptions {
  readonly schemes: SchemeStore;
  readonly key: VoiceKey;
}

/** Who sits before the form: a signed-in rater, or a guest whose code is the right to it. The pages are the same. */
export interface Seat {
  readonly db: AgencyDb;
  readonly chrome: Chrome;
  readonly agencyName: string;
  /** Civil date in the agency's zone. */
  readonly today: string;
  /** Address of the form; its pages lie below. */
  readonly base: string;
  /** Undefined for a guest. */
  readonly actor: Actor | undefined;
  /** Records that this rater looked at somebody's progress; only named voices see it, so it gives nobody away. */
  logReading(personId: string): Promise<void>;
  /** The request of this rater, and never another's. */
  find(tx: Tx): Promise<AskedRequest | undefined>;
}

export interface FormView {
  readonly seat: Seat;
  readonly asked: AskedRequest;
  readonly standing: Standing;
  readonly scheme: Scheme;
  readonly questions: readonly Question[];
  readonly draft: Draft;
  readonly revision: number;
  readonly writer: Writer;
  readonly work: readonly WorkShown[];
}

/** Undefined where there is no such request of this rater. The person's work is looked up only for pages that show it. */
export function loadForm(
  { schemes, key }: FormOptions,
  seat: Seat,
  more: { readonly withWork: boolean } = { withWork: false },
): Promise<FormView | undefined> {
  return seat.db.read(async (tx) => {
    const asked = await seat.find(tx);
    if (!asked) return undefined;
    const standing = standingOf(asked, seat.today);
    const { scheme } = await schemes.load(tx, asked.scheme.id, asked.scheme.version);
    const isOpen = standing === 'open';
    const stored = isOpen ? await readDraft(tx, key, asked.id) : { draft: EMPTY_DRAFT, revision: 0 };
    return {
      seat,
      asked,
      standing,
      scheme,
      questions: await questionsAsked(tx, asked, scheme),
      ...stored,
      writer: await writerOf(tx, asked, seat.today),
      work: isOpen && more.withWork ? await workShown(tx, asked.participantId, asked.voice) : [],
    };
  });
}

export async function questionsAsked(
  tx: Tx,
  asked: AskedRequest,
  scheme: Scheme,
): Promise<readonly Question[]> {
  const { voice, positionKind, positionLevel } = asked;
  const teams = voice === 'team-lead' ? await teamsAsked(tx, asked) : [];
  return questionsOf({ scheme, voice, post: { positionKind, positionLevel }, teams });
}

/** A post or a unit that both have tells nothing of the one who writes. */
async function writerOf(tx: Tx, asked: AskedRequest, today: string): Promise<Writer> {
  const { raterId, guestName, position, unitName } = asked;
  const person = raterId === null ? undefined : (await peopleInBrief(tx, [raterId], today)).get(raterId);
  if (!person) return { name: guestName ?? '', nip: null, position: null, unitName: null };
  return {
    name: person.name,
    nip: person.nip,
    position: person.position === position ? null : person.position,
    unitName: person.unitName === unitName ? null : person.unitName,
  };
}

/** What would be sent: the answers as the scheme reads them, and the words beside them. */
export function contentOf({ questions, draft }: Pick<FormView, 'questions' | 'draft'>) {
  const keys = ['', ...questions.map(({ key }) => key)];
  return {
    components: formOf(questions, draft.answers),
    remarks: keys.flatMap((item) => {
      const body = (draft.remarks[item] ?? '').trim();
      return body === '' ? [] : [{ item, body }];
    }),
  };
}

/** The first question without an answer, from 1; the page of closing words once all have one. */
export function nextQuestion({ questions, draft }: Pick<FormView, 'questions' | 'draft'>): number {
  const at = questions.findIndex((question) => !draft.answers[question.key]);
  return at < 0 ? questions.length + 1 : at + 1;
}

export function answeredCount({ questions, draft }: Pick<FormView, 'questions' | 'draft'>): number {
  return questions.filter((question) => draft.answers[question.key]).length;
}

/** Questions whose level counts: neither left open nor beyond what the rater can say. */
export function ratedCount({ questions, draft }: Pick<FormView, 'questions' | 'draft'>): number {
  return questions.filter((question) => levelOf(question, draft.answers)).length;
}

/** Percent that this voice weighs in a component; undefined where the component has no voices of its own. */
export function percentOf(scheme: Scheme, component: string, voice: AskedVoice): string | undefined {
  const settings = scheme.components[component];
  return settings && 'voices' in settings ? settings.voices[voice]?.percent : undefined;
}
