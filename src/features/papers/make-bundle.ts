/**
 * Makes one bundle: reads people in groups, sets their papers one person after another, joins them, stores the file.
 * Safe to run twice: each try has a name of its own that it writes into the run; the latest goes on, an earlier one
 * notices and stops, and so does one whose run was cancelled.
 */
import type { Scheme } from '#domain/schemes/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { joinPdfs } from '#platform/documents/pdf-merge.ts';
import { newId } from '#platform/identifier.ts';
import { assemblePaper, type Setting } from './assemble.ts';
import { availability, type PaperKind } from './available.ts';
import { type BundlePerson, peopleOfBundle } from './bundle-scope.ts';
import { beginRun, failRun, finishRun, keepGoing } from './commands/report-bundle.ts';
import type { AgencyFacts, AppraisalFacts } from './facts.ts';
import type { PaperOptions } from './options.ts';
import { agencyFacts, paperHead } from './paper-head.ts';
import { appraisalFacts } from './queries.ts';
import { renderPortion } from './render.ts';
import type { Lacking, Run } from './runs.ts';

/** People read from the database at once. */
const PEOPLE_A_GROUP = 25;
/** Names of those whose papers are lacking, as many as a page can show. */
const MOST_LACKING = 300;

interface Progress {
  readonly personIds: string[];
  readonly lacking: Lacking[];
  papers: number;
}

export class Unprintable extends Error {
  readonly person: string;
  constructor(person: string, cause: unknown) {
    super('a paper could not be set', { cause });
    this.person = person;
  }
}

export async function makeBundle(db: AgencyDb, runId: string, options: PaperOptions): Promise<void> {
  const attempt = newId();
  const run = await db.write((tx) => beginRun(tx, runId, attempt));
  if (!run) return;
  try {
    await fillBundle(db, run, attempt, options);
  } catch (error) {
    const problem = error instanceof Unprintable ? 'unprintable' : 'unexpected';
    const person = error instanceof Unprintable ? { person: error.person } : {};
    await db.write((tx) => failRun(tx, run, attempt, { problem, ...person }));
    // The log of the worker should know; tried again, the run is found failed and left alone.
    throw error;
  }
}

async function fillBundle(db: AgencyDb, run: Run, attempt: string, options: PaperOptions): Promise<void> {
  const { people, head } = await db.read(async (tx) => ({
    people: await peopleOfBundle(tx, run.input, run.requestedBy),
    head: await paperHead(tx),
  }));
  const agency = await agencyFacts(head, db.agencyId, options.files);
  const joiner = joinPdfs();
  const progress: Progress = { personIds: [], lacking: [], papers: 0 };
  for (let from = 0; from < people.length; from += PEOPLE_A_GROUP) {
    const group = people.slice(from, from + PEOPLE_A_GROUP);
    const { facts, schemes } = await db.read(async (tx) => {
      const facts = await appraisalFacts(
        tx,
        group.map((each) => each.participantId),
      );
      return { facts, schemes: await schemesOf(tx, options, facts) };
    });
    for (const person of group) {
      addPerson(person, facts.get(person.participantId), {
        run,
        agency,
        db,
        schemes,
        joiner,
        progress,
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const counts = { done: from + group.length, total: people.length };
    if (!(await db.write((tx) => keepGoing(tx, run, attempt, counts)))) return;
  }
  if (progress.papers === 0) {
    await db.write((tx) =>
      failRun(tx, run, attempt, { problem: 'nothing', lacking: progress.lacking.slice(0, MOST_LACKING) }),
    );
    return;
  }
  const bytes = joiner.finish();
  const sha256 = await options.files.put(db.agencyId, bytes);
  await db.write((tx) =>
    finishRun(tx, run, attempt, {
      sha256,
      byteSize: bytes.length,
      papers: progress.papers,
      personIds: progress.personIds,
      lacking: progress.lacking.slice(0, MOST_LACKING),
    }),
  );
}

function schemeKey(subject: AppraisalFacts['subject']): string {
  return `${subject.schemeId}@${subject.schemeVersion}`;
}

async function schemesOf(
  tx: Tx,
  { schemes }: PaperOptions,
  facts: ReadonlyMap<string, AppraisalFacts>,
): Promise<ReadonlyMap<string, Scheme>> {
  const found = new Map<string, Scheme>();
  for (const { subject } of facts.values()) {
    if (found.has(schemeKey(subject))) continue;
    const compiled = await schemes.find(tx, subject.schemeId, subject.schemeVersion);
    if (compiled) found.set(schemeKey(subject), compiled.scheme);
  }
  return found;
}

function addPerson(
  person: BundlePerson,
  facts: AppraisalFacts | undefined,
  by: {
    run: Run;
    agency: AgencyFacts;
    db: AgencyDb;
    schemes: ReadonlyMap<string, Scheme>;
    joiner: ReturnType<typeof joinPdfs>;
    progress: Progress;
  },
): void {
  if (!facts) return;
  const { run, agency, db, schemes, joiner, progress } = by;
  // Only what is agreed or ratified is filed; drafts are printed one by one.
  const isThere = (kind: PaperKind) => availability(facts, kind, false).state === 'ready';
  const there = run.input.papers.filter(isThere);
  const lacking = run.input.papers.filter((kind) => !isThere(kind));
  const { name } = facts.subject.person;
  if (lacking.length > 0) progress.lacking.push({ name, papers: lacking });
  if (there.length === 0) return;
  const setting: Setting = {
    agency,
    scheme: schemes.get(schemeKey(facts.subject)),
    today: todayIn(agency.zone, db.clock()),
    place: run.input.place ?? undefined,
    date: run.input.date ?? undefined,
  };
  try {
    const papers = there.map((kind) => assemblePaper(facts, setting, { kind }));
    joiner.add(renderPortion(papers));
  } catch (error) {
    throw new Unprintable(name, error);
  }
  progress.papers += there.length;
  progress.personIds.push(person.personId);
}
