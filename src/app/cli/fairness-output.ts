/** The answer of `tera fairness` as JSON, in the order of its contract; further keys stand beside the agreed ones. */
import {
  type DetectorFigure,
  type FairnessAnalysis,
  type Flag,
  flagsByRater,
  linkOf,
  modelOf,
} from '#domain/statistics/fairness/index.ts';
import type { RatingFile } from './fairness-csv.ts';
import type { Ids } from './fairness-ids.ts';
import type { JsonBytes } from './fairness-json.ts';

/** A share of a variance means nothing beyond. */
const SHARE_DIGITS = 4;
const NOTHING = { value: null, se: null };

/** Writes the whole object. `seconds` is the only thing in it that two runs do not share. */
export function writeFairness(
  json: JsonBytes,
  file: RatingFile,
  analysis: FairnessAnalysis,
  seconds: number,
): void {
  const model = modelOf(analysis);
  const isEstimated = model.kind === 'estimated';
  const field = (name: string, value: unknown) => {
    json.text(`,"${name}":`);
    json.value(value);
  };
  json.text('{"counts":');
  json.value(analysis.counts);
  field('model', {
    name: 'crossed',
    method: 'REML',
    converged: isEstimated && model.converged,
    iterations: isEstimated ? model.iterations : 0,
    seconds: Math.round(seconds * 1000) / 1000,
    ...(isEstimated
      ? { solver: model.method, atBoundary: model.atBoundary }
      : { notEstimable: model.reason }),
  });
  field('intercept', isEstimated ? model.intercept : NOTHING);
  field(
    'variance',
    isEstimated
      ? { ...model.variance, se: model.varianceSe }
      : { ratee: null, rater: null, item: null, residual: null, within: null },
  );
  if (isEstimated && model.fixed.length > 0) field('fixed', model.fixed);
  if (isEstimated && model.itemEffects.length > 0) field('items', itemEffects(file.items, model.itemEffects));
  writeRaters(json, file, analysis);
  writeRatees(json, file, analysis);
  field('reliability', analysis.reliability);
  field('warnings', file.missing > 0 ? [...analysis.warnings, missing(file.missing)] : analysis.warnings);
  field('settings', analysis.settings);
  field(
    'detectors',
    analysis.detection.detectors.map((each) => detectorOf(each, file)),
  );
  field(
    'flags',
    analysis.detection.flags.map((each) => flagOf(each, file)),
  );
  json.text('}\n');
  json.end();
}

const missing = (count: number) => ({ code: 'missing-scores', count });

function itemEffects(items: Ids, effects: readonly number[]) {
  return effects.map((effect, item) => ({ id: items.nameOf(item), effect }));
}

function writeRaters(json: JsonBytes, file: RatingFile, analysis: FairnessAnalysis): void {
  const { figures, rater, connectivity } = analysis;
  const flags = flagsByRater(analysis);
  json.text(',"raters":[');
  for (let r = 0; r < rater.forms.length; r++) {
    json.text(r === 0 ? '{"id":' : ',{"id":');
    json.string(file.raters.bytesOf(r));
    number(json, ',"n":', rater.forms[r]);
    number(json, ',"severity":', figures?.severity[r]);
    number(json, ',"se":', figures?.severitySe[r]);
    number(json, ',"subset":', connectivity.raterComponent[r]);
    number(json, ',"raw":', rater.rawMean[r]);
    number(json, ',"severityWithin":', figures?.severityWithin[r]);
    json.text(',"link":"');
    json.text(linkOf(analysis, r));
    const own = flags.get(r);
    json.text(own ? `","flags":${JSON.stringify(own)}}` : '","flags":[]}');
  }
  json.text(']');
}

function writeRatees(json: JsonBytes, file: RatingFile, analysis: FairnessAnalysis): void {
  const { figures, ratee, connectivity } = analysis;
  json.text(',"ratees":[');
  for (let p = 0; p < ratee.forms.length; p++) {
    json.text(p === 0 ? '{"id":' : ',{"id":');
    json.string(file.ratees.bytesOf(p));
    number(json, ',"n":', ratee.forms[p]);
    number(json, ',"raw":', ratee.rawMean[p]);
    number(json, ',"fair":', figures?.fair[p]);
    number(json, ',"se":', figures?.fairSe[p]);
    number(json, ',"subset":', connectivity.rateeComponent[p]);
    if (figures) {
      json.text(',"severityShare":');
      json.number(figures.severityShare[p] ?? Number.NaN, SHARE_DIGITS);
      if (figures.depends[p] === 1) {
        json.text(',"dependsOnAssumption":true');
        number(json, ',"fairWithin":', figures.fairWithin[p]);
      }
    }
    json.text('}');
  }
  json.text(']');
}

/** `key` with its comma, quotes and colon, because joining them millions of times takes longer than the numbers. */
function number(json: JsonBytes, key: string, value: number | undefined): void {
  json.text(key);
  json.number(value ?? Number.NaN);
}

/** Without the tests of every single rater: they would outgrow everything else. */
function detectorOf({ results: _, overall, ...figure }: DetectorFigure, file: RatingFile) {
  return { ...figure, overall: overall.map((each) => ({ ...each, ...groupOf(each.group, file) })) };
}

function flagOf({ rater, cases, group, ...flag }: Flag, file: RatingFile) {
  return {
    rater: file.raters.nameOf(rater),
    ...flag,
    ...groupOf(group, file),
    cases: cases.map((each) => file.ratees.nameOf(each)),
  };
}

function groupOf(group: number | undefined, file: RatingFile) {
  return group === undefined ? {} : { group: file.groups.nameOf(group) };
}
