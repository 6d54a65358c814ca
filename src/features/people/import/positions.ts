/** Kind and level of a position from what a staff file says of it. Source: SIASN codes, PermenPANRB 11/2024. */
import type { PositionKind, PositionLevel } from './records.ts';
import { alike, tidy } from './values.ts';

export type PositionNature = {
  readonly kind: PositionKind;
  readonly level: PositionLevel | null;
  readonly echelon: string | null;
  /** What could not be told, for the officer. */
  readonly doubt: 'positionKindUnknown' | 'levelUnknown' | null;
};

const EXPERT = /\bahli (pertama|muda|madya|utama)\b/;
const SKILLED = /\b(pemula|terampil|mahir|penyelia)\b/;
/** Names in use before the levels of skill were renamed. */
const FORMER: Readonly<Record<string, PositionLevel>> = {
  'pelaksana lanjutan': 'mahir',
  'pelaksana pemula': 'pemula',
};

export function levelOf(text: string): PositionLevel | null {
  const words = alike(text);
  const expert = EXPERT.exec(words);
  if (expert) return `ahli-${expert[1]}` as PositionLevel;
  const skilled = SKILLED.exec(words);
  if (skilled) return skilled[1] as PositionLevel;
  return Object.entries(FORMER).find(([name]) => words.includes(name))?.[1] ?? null;
}

const BY_ECHELON: Readonly<Record<string, PositionKind>> = {
  I: 'jpt-madya',
  II: 'jpt-pratama',
  III: 'administrator',
  IV: 'pengawas',
  V: 'pengawas',
};

/** `II.b`, `II/b` and `II B` are one echelon. */
export function echelonOf(text: string): string | null {
  const match = /^(I|II|III|IV|V)[ ./-]*([AB])?$/.exec(
    tidy(text)
      .toUpperCase()
      .replace(/^ESELON ?/, ''),
  );
  if (!match) return null;
  return match[2] ? `${match[1]}.${match[2].toLowerCase()}` : (match[1] ?? null);
}

/** What the kind of position says by itself; `structural` leaves the choice to the echelon. */
function statedKind(text: string): PositionKind | 'structural' | null {
  const words = alike(text);
  if (/madya|utama/.test(words) && /jpt|pimpinan tinggi/.test(words)) return 'jpt-madya';
  if (/jpt|pimpinan tinggi/.test(words)) return 'jpt-pratama';
  if (/administrator/.test(words)) return 'administrator';
  if (/pengawas/.test(words)) return 'pengawas';
  if (/pelaksana|fungsional umum|^4$/.test(words)) return 'pelaksana';
  if (/fungsional|\bjf\b|\bjft\b|^2$/.test(words)) return 'jf';
  if (/struktural|^1$/.test(words)) return 'structural';
  if (/lainnya|other/.test(words)) return 'other';
  return null;
}

export function positionNature(given: {
  name: string;
  kind: string;
  echelon: string;
  level: string;
}): PositionNature {
  const echelon = echelonOf(given.echelon);
  const byEchelon = BY_ECHELON[echelon?.split('.')[0] ?? ''];
  const stated = statedKind(given.kind);
  const level = levelOf(given.level) ?? levelOf(given.name);
  if (stated === 'structural' || (stated === null && byEchelon)) {
    const kind = byEchelon ?? 'other';
    return { kind, level: null, echelon, doubt: byEchelon ? null : 'positionKindUnknown' };
  }
  const kind = stated ?? (level ? 'jf' : 'other');
  if (kind === 'jf') return { kind, level, echelon, doubt: level ? null : 'levelUnknown' };
  return { kind, level: null, echelon, doubt: stated === null ? 'positionKindUnknown' : null };
}
