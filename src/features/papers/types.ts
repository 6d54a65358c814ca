/**
 * What each paper prints. Every string is already formatted for print: dates `21 November 2026`, decimals with
 * a comma, periods `1 Januari s.d. 31 Desember 2026` (see present.ts). All of it is user text to the
 * template. Ratings and predicates are codes of the national rule; the renderer prints their labels.
 */
import type { Explanation } from '#domain/explanation.ts';
import type { OrganisationPredicate, Predicate, Rating } from '#domain/rules/codes.ts';

/** One of the two blocks of a form. An appraiser who is not a civil servant has neither NIP nor rank. */
export type PaperPerson = {
  readonly name: string;
  readonly nip: string | null;
  readonly rank: string | null;
  readonly position: string;
  readonly unit: string;
};

/** The mark an agency uploaded to stand at the head of its papers. None is ever shipped. */
export type Emblem = {
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'svg' | 'jpg';
  /** What it shows, for those who hear the paper read: `Lambang Kota Contoh`. */
  readonly description: string;
};

export type PaperHead = {
  readonly agency: string;
  readonly emblem: Emblem | null;
  /** From and to, both days included: `1 Januari s.d. 31 Desember 2026`. */
  readonly period: string;
  readonly appraisee: PaperPerson;
  readonly appraiser: PaperPerson;
  readonly place: string;
  /** The date beside the appraiser's signature; null leaves dots to write on. */
  readonly date: string | null;
  /** Stands in the footer of every page: `SKP-2026-000123`. */
  readonly code: string;
  /** How to check the paper, in the footer; null when it cannot be checked. */
  readonly verification: string | null;
  /** Civil date (`YYYY-MM-DD`) written into the file as its date, so that the same data give the same file. */
  readonly issuedOn: string;
  /** Printed above the title as RANCANGAN: not agreed or not ratified yet. */
  readonly draft?: boolean;
};

export type PaperIndicator = {
  /** kuantitas, kualitas, waktu, biaya; only on the quantitative form of staff. */
  readonly aspect: string | null;
  readonly indicator: string;
  readonly target: string | null;
  /** penerima layanan, proses bisnis, penguatan internal, anggaran; only on the leaders' form. */
  readonly perspective: string | null;
  readonly realisation: string | null;
  readonly evidence: readonly string[];
  readonly feedback: readonly string[];
};

export type PaperResult = {
  /** The leader's planned result this one serves (RHK pimpinan yang diintervensi). */
  readonly intervened: string | null;
  readonly result: string;
  /** Printed as `(Penugasan dari …)`. */
  readonly assignedBy: string | null;
  readonly indicators: readonly PaperIndicator[];
};

export type PaperBehaviour = {
  readonly value: string;
  readonly guides: readonly string[];
  /** Ekspektasi khusus pimpinan. */
  readonly expectations: readonly string[];
  readonly feedback: readonly string[];
};

type WorkSections = {
  readonly approach: 'quantitative' | 'qualitative';
  /** Leaders: high officials and heads of independent units. */
  readonly audience: 'staff' | 'leader';
  readonly main: readonly PaperResult[];
  readonly additional: readonly PaperResult[];
  readonly behaviours: readonly PaperBehaviour[];
};

/** A. Sasaran Kinerja Pegawai with its annex. */
export type PlanPaper = PaperHead &
  WorkSections & {
    readonly kind: 'plan';
    readonly annex: {
      readonly resources: readonly string[];
      readonly accountability: readonly string[];
      readonly consequences: readonly string[];
    };
  };

/** B. Umpan balik berkelanjutan. */
export type FeedbackPaper = PaperHead &
  WorkSections & {
    readonly kind: 'feedback';
    /** `Triwulan I` … `Akhir`. */
    readonly stage: string;
  };

/** The annex `Hasil menurut skema`: what the agency's own scheme says beside the official form. */
export type LocalAnnex = {
  readonly scheme: string;
  readonly category: string;
  readonly score: string | null;
  readonly summary: string;
  /** What the score is made of; empty where it is not a weighted mean. */
  readonly parts: readonly {
    readonly label: string;
    readonly weight: string | null;
    readonly score: string | null;
    readonly points: string;
  }[];
  readonly components: readonly PrintedStep[];
  readonly gates: readonly PrintedStep[];
  readonly ratings: readonly {
    readonly label: string;
    readonly suggested: string;
    readonly decided: string;
    readonly reason: string | null;
  }[];
  /** Said where the category was moved to agree with the predicate. */
  readonly alignment: string | null;
};
type PrintedStep = { readonly label: string; readonly value: string; readonly rule: string };

/** C. Evaluasi Kinerja Pegawai. A choice that is null leaves all options standing. */
export type EvaluationPaper = PaperHead &
  WorkSections & {
    readonly kind: 'evaluation';
    readonly stage: string;
    readonly organisationPredicate: OrganisationPredicate | null;
    /** The predicate under the peak of the curve: `dominant` of the distribution pattern; null while not fixed. */
    readonly dominantPredicate: Predicate | null;
    readonly resultsRating: Rating | null;
    readonly behaviourRating: Rating | null;
    readonly predicate: Predicate | null;
    /** Adds the annex `Hasil menurut skema`. */
    readonly local?: LocalAnnex | null;
    /** Adds the annex `Penjelasan hasil`. */
    readonly explanation: Explanation | null;
  };

export type PaperObjection = {
  readonly reason: string;
  readonly date: string | null;
  readonly explanation: string | null;
  readonly decision: {
    /** `Predikat diubah menjadi Baik`. */
    readonly outcome: string;
    readonly reason: string;
    readonly date: string | null;
  } | null;
};

/** D. Dokumen Evaluasi Kinerja Pegawai. */
export type EvaluationDocument = PaperHead & {
  readonly kind: 'document';
  readonly stage: string;
  /** Atasan pejabat penilai kinerja; signs only where an objection was decided. */
  readonly superior: PaperPerson;
  readonly organisationPredicate: OrganisationPredicate | null;
  readonly predicate: Predicate | null;
  readonly notes: readonly string[];
  readonly objection: PaperObjection | null;
  /** True once no objection can be made any more: the empty boxes then say so instead of leaving room. */
  readonly objectionClosed: boolean;
  /** The day the employee received the document. */
  readonly receivedDate: string | null;
  /** Adds the annex `Hasil menurut skema`. */
  readonly local?: LocalAnnex | null;
  readonly explanation: Explanation | null;
};

export type Paper = PlanPaper | FeedbackPaper | EvaluationPaper | EvaluationDocument;
