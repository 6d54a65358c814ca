import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, type Tone } from '#ui/parts.tsx';
import type { CaseState, DeclarationState } from '../transitions.ts';
import { type DeclaredKind, type FamilyRelation, kindLabel, relationLabel } from '../words.ts';
import { text } from './text.ts';

const DECLARATION: Readonly<Record<DeclarationState, readonly [() => string, Tone]>> = {
  declared: [text.declared, 'warning'],
  confirmed: [text.confirmed, 'info'],
  rejected: [text.rejected, 'neutral'],
  ended: [text.ended, 'neutral'],
};

export function DeclarationBadge({ state }: { state: DeclarationState }) {
  const [label, tone] = DECLARATION[state];
  return <Badge tone={tone}>{label()}</Badge>;
}

const CASE: Readonly<Record<CaseState, readonly [() => string, Tone]>> = {
  open: [text.caseOpen, 'warning'],
  noted: [text.caseNoted, 'info'],
  settled: [text.caseSettled, 'success'],
  gone: [text.caseGone, 'neutral'],
};

export function CaseBadge({ state }: { state: CaseState }) {
  const [label, tone] = CASE[state];
  return <Badge tone={tone}>{label()}</Badge>;
}

/** `Hubungan keluarga (saudara kandung)`. */
export function kindInWords(kind: DeclaredKind, relation: FamilyRelation | null): string {
  const label = inLocale(kindLabel(kind));
  return relation ? `${label} (${inLocale(relationLabel(relation)).toLowerCase()})` : label;
}

/** `1 Mei 2024 – 3 Juni 2026`, or only its beginning. */
export function spanInWords(since: string, until: string | null): string {
  return until ? `${formatDate(since)} – ${formatDate(until)}` : formatDate(since);
}
