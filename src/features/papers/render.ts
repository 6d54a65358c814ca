/** The official papers as PDF. */
import path from 'node:path';
import type { Bilingual } from '#domain/bilingual.ts';
import {
  ORGANISATION_PREDICATES,
  organisationPredicateLabel,
  PREDICATES,
  predicateLabel,
  RATINGS,
  ratingLabel,
} from '#domain/rules/codes.ts';
import { joinPdfs } from '#platform/documents/pdf-merge.ts';
import { createTypesetter, type Typesetter } from '#platform/documents/typst.ts';
import { projectRoot } from '#platform/project-root.ts';
import { printExplanation } from './present.ts';
import type { EvaluationDocument, EvaluationPaper, FeedbackPaper, Paper, PlanPaper } from './types.ts';

const TITLES: Record<Paper['kind'], string> = {
  plan: 'Sasaran Kinerja Pegawai',
  feedback: 'Umpan Balik Berkelanjutan',
  evaluation: 'Evaluasi Kinerja Pegawai',
  document: 'Dokumen Evaluasi Kinerja Pegawai',
};

let typesetter: Typesetter | undefined;

function papersTypesetter(): Typesetter {
  typesetter ??= createTypesetter({
    templates: path.join(projectRoot(), 'src/features/papers/templates'),
  });
  return typesetter;
}

function civilDateParts(civilDate: string): { year: number; month: number; day: number } {
  const [year, month, day] = civilDate.split('-').map(Number);
  if (!year || !month || !day) throw new Error(`not a civil date: "${civilDate}"`);
  return { year, month, day };
}

/** Options of the official forms in the order in which they are printed. */
const OPTIONS = {
  organisation: ORGANISATION_PREDICATES.map((code) => organisationPredicateLabel(code).id),
  ratings: RATINGS.map((code) => ratingLabel(code).id),
  predicates: PREDICATES.map((code) => predicateLabel(code).id),
};

function choiceLabels(paper: Paper): Record<string, string | null> {
  const label = <Code>(code: Code | null, of: (code: Code) => Bilingual) =>
    code === null ? null : of(code).id;
  if (paper.kind !== 'evaluation' && paper.kind !== 'document') return {};
  const both = {
    organisationPredicate: label(paper.organisationPredicate, organisationPredicateLabel),
    predicate: label(paper.predicate, predicateLabel),
  };
  if (paper.kind === 'document') return both;
  return {
    ...both,
    dominantPredicate: label(paper.dominantPredicate, predicateLabel),
    resultsRating: label(paper.resultsRating, ratingLabel),
    behaviourRating: label(paper.behaviourRating, ratingLabel),
  };
}

function paperData(paper: Paper): unknown {
  const emblem = paper.emblem && {
    file: papersTypesetter().addFile(paper.emblem.bytes, paper.emblem.format),
    alt: paper.emblem.description,
  };
  const explanation =
    'explanation' in paper && paper.explanation ? printExplanation(paper.explanation) : null;
  return {
    ...paper,
    ...choiceLabels(paper),
    draft: paper.draft ?? false,
    emblem,
    local: ('local' in paper && paper.local) || null,
    explanation,
    options: OPTIONS,
  };
}

/** The data of one file: its title and author as a reader of PDF shows them, and the papers in order. */
export function fileData(papers: readonly Paper[], title?: string): unknown {
  const [first] = papers;
  if (!first) throw new Error('a file needs at least one paper');
  return {
    title: title ?? `${TITLES[first.kind]}: ${first.appraisee.name}, ${first.period}`,
    author: first.agency,
    keywords: papers.length === 1 ? [first.code] : [],
    issued: civilDateParts(first.issuedOn),
    papers: papers.map(paperData),
  };
}

function renderOne(paper: Paper): Buffer {
  return papersTypesetter().render('papers', fileData([paper]));
}

/** A. Sasaran Kinerja Pegawai with its annex. */
export function renderPlanPaper(paper: PlanPaper): Buffer {
  return renderOne(paper);
}

/** B. Umpan balik berkelanjutan. */
export function renderFeedbackPaper(paper: FeedbackPaper): Buffer {
  return renderOne(paper);
}

/** C. Evaluasi Kinerja Pegawai. */
export function renderEvaluationPaper(paper: EvaluationPaper): Buffer {
  return renderOne(paper);
}

/** D. Dokumen Evaluasi Kinerja Pegawai. */
export function renderEvaluationDocument(paper: EvaluationDocument): Buffer {
  return renderOne(paper);
}

export function renderPaper(paper: Paper): Buffer {
  return renderOne(paper);
}

/** Some papers as one file, to be joined with others. */
export function renderPortion(papers: readonly Paper[]): Buffer {
  return papersTypesetter().render('papers', fileData(papers));
}

/** Papers set between two turns of the event loop: about a tenth of a second of work. */
const PAPERS_PER_PORTION = 4;

/**
 * All papers of a unit as one file, in the order given, each with its own page numbers and a bookmark.
 * The file is set in portions: others are answered in between, and `onProgress` hears after each one.
 */
export async function renderUnitBundle(
  papers: readonly Paper[],
  title: string,
  onProgress: (done: number, total: number) => void | Promise<void> = () => {},
): Promise<Buffer> {
  const joiner = joinPdfs();
  for (let from = 0; from < papers.length; from += PAPERS_PER_PORTION) {
    const portion = papers.slice(from, from + PAPERS_PER_PORTION);
    joiner.add(papersTypesetter().render('papers', fileData(portion, title)));
    await onProgress(from + portion.length, papers.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return joiner.finish();
}
