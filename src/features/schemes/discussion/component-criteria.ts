/** Components of a draft with what is said inside them: items, competencies, voices, conversion, deductions. Pure. */
import { type Bilingual, joinBoth, sameInBoth, say } from '#domain/bilingual.ts';
import { VOICES, voiceLabel } from '#domain/schemes/index.ts';
import { WORDS } from './criteria-text.ts';
import { type Criterion, type Part, part } from './criterion.ts';
import { bothOf, type Loose, listOf, numberOf, recordOf, wordOf } from './loose.ts';

export function componentCriteria(scheme: Loose): readonly Criterion[] {
  return Object.entries(recordOf(scheme.components)).flatMap(([name, settings]) =>
    oneComponent(scheme, name, recordOf(settings)),
  );
}

function oneComponent(scheme: Loose, name: string, settings: Loose): readonly Criterion[] {
  const path = `components.${name}`;
  const label = bothOf(settings.label, name);
  const source = bothOf(settings.source);
  const inside = (each: Part) => part('components', 1, { ...each, path: `${path}.${each.path}` });
  return [
    part('components', 0, {
      path,
      label,
      meaning: bothOf(settings.meaning),
      facts: [...roleFacts(scheme, name), ...(source.id ? [say(WORDS.source, { text: source })] : [])],
    }),
    ...entriesOf(settings).map((each) => inside({ ...each, within: label })),
    ...ladders(settings, label).map(inside),
  ];
}

/** How a component counts: its weights, whether it is only shown, what it adds. */
function roleFacts(scheme: Loose, name: string): readonly Bilingual[] {
  const combination = recordOf(scheme.combination);
  const weights = listOf(combination.weights).flatMap(({ percent }) => {
    const value = recordOf(percent)[name];
    return value === undefined ? [] : [say(WORDS.weight, { value: numberOf(value) })];
  });
  const shown = Array.isArray(combination.shown) && combination.shown.includes(name) ? [WORDS.shown] : [];
  const bonus = listOf(combination.bonus)
    .filter(({ component }) => component === name)
    .map(({ percent, atMost }) => say(WORDS.bonus, { percent: numberOf(percent), most: numberOf(atMost) }));
  return [...weights, ...shown, ...bonus];
}

/** Items and competencies: each is talked about by itself. */
function entriesOf(settings: Loose): readonly Part[] {
  const items = listOf(settings.items).map((item): Part => {
    const anchors = Object.values(recordOf(item.anchors)).map((anchor) => bothOf(anchor));
    const weight = item.weight === undefined ? [] : [say(WORDS.weight, { value: numberOf(item.weight) })];
    return {
      path: `items.${wordOf(item.code)}`,
      label: bothOf(item.label, wordOf(item.code)),
      meaning: bothOf(item.meaning),
      facts: [...weight, ...anchors.filter(({ id }) => id)],
    };
  });
  const competencies = listOf(settings.dictionary).map((entry): Part => {
    const family = bothOf(entry.jobFamily);
    const levels = Object.entries(recordOf(entry.levels)).map(([number, meaning]) =>
      say(WORDS.levelNumber, { number, meaning: bothOf(meaning) }),
    );
    return {
      path: `dictionary.${wordOf(entry.code)}`,
      label: bothOf(entry.label, wordOf(entry.code)),
      meaning: bothOf(entry.meaning),
      facts: [...(family.id ? [say(WORDS.family, { text: family })] : []), ...levels],
    };
  });
  return [...items, ...competencies].filter(({ path }) => !path.endsWith('.'));
}

/** Who is heard, and the tables by which a component counts: each is one criterion. */
function ladders(settings: Loose, label: Bilingual): readonly Part[] {
  const ladder = (path: string, words: Bilingual, facts: readonly Bilingual[]): readonly Part[] =>
    facts.length > 0 ? [{ path, label: say(words, { label }), facts }] : [];
  const conversion = recordOf(settings.conversion);
  return [
    ...ladder('voices', WORDS.voices, voiceLines(recordOf(settings.voices))),
    ...ladder('conversion', WORDS.conversion, listOf(conversion.segments).map(segmentLine)),
    ...ladder('deductions', WORDS.deductions, deductionLines(recordOf(settings.deductions))),
    ...ladder(
      'stages',
      WORDS.stages,
      listOf(settings.stages).map(({ label: stage, points, code }) =>
        say(WORDS.points, { label: bothOf(stage, wordOf(code)), points: numberOf(points) }),
      ),
    ),
    ...ladder(
      'services',
      WORDS.services,
      listOf(settings.services).map(({ label: service, targetHours, code }) =>
        say(WORDS.service, { label: bothOf(service, wordOf(code)), hours: numberOf(targetHours) }),
      ),
    ),
    ...ladder(
      'standards',
      WORDS.standards,
      Object.entries(recordOf(settings.standards)).map(([post, levels]) =>
        say(WORDS.level, {
          label: post,
          meaning: sameInBoth(
            Object.entries(recordOf(levels))
              .map(([competency, level]) => `${competency} ${wordOf(level)}`)
              .join(', '),
          ),
        }),
      ),
    ),
  ];
}

function voiceLines(voices: Loose): readonly Bilingual[] {
  return Object.entries(voices).map(([code, settings]) => {
    const known = VOICES.find((each) => each === code);
    const { percent, required, atLeast } = recordOf(settings);
    const line = say(WORDS.voice, {
      voice: known ? voiceLabel(known) : code,
      percent: numberOf(percent),
    });
    return joinBoth(
      [
        line,
        ...(required === true ? [WORDS.required] : []),
        ...(atLeast === undefined ? [] : [say(WORDS.atLeast, { count: numberOf(atLeast) })]),
      ],
      '',
    );
  });
}

function segmentLine({ from, to, score, reaching }: Loose): Bilingual {
  const values = { from: numberOf(from), score: numberOf(score) };
  if (to === undefined) return say(WORDS.segmentOpen, values);
  if (reaching === undefined) return say(WORDS.segment, { ...values, to: numberOf(to) });
  return say(WORDS.segmentRising, { ...values, to: numberOf(to), reaching: numberOf(reaching) });
}

function deductionLines({ absentDay, late }: Loose): readonly Bilingual[] {
  const day = absentDay === undefined ? [] : [say(WORDS.absentDay, { points: numberOf(absentDay) })];
  const minutes = listOf(late).map(({ upTo, points }) =>
    upTo === undefined
      ? say(WORDS.lateMore, { points: numberOf(points) })
      : say(WORDS.late, { minutes: numberOf(upTo), points: numberOf(points) }),
  );
  return [...day, ...minutes];
}
