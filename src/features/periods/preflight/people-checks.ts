/** Checks of the people who would take part. Pure over the candidates, so that each can be tried by itself. */
import { maskNip } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { clampDate } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { Finding, PreflightCheck } from './check.ts';
import { appraiserCircles } from './circles.ts';
import { text } from './text.ts';

const personPath = (id: string) => `/people/${id}`;

const appraiserPath = (id: string) => `/people/${id}/appraiser`;
const INVITATIONS = '/people/invitations';

function aboutPerson(candidate: Candidate, detail: string, path = personPath(candidate.personId)): Finding {
  return {
    name: candidate.name,
    detail,
    path,
    unitName: candidate.unitName,
  };
}

/** The appraisers of some candidates, each once, with how many they appraise. */
function byAppraiser(
  all: readonly Candidate[],
  concerns: (candidate: Candidate) => boolean,
  detail: (candidate: Candidate, count: number) => string,
  path = personPath,
): readonly Finding[] {
  const groups = Map.groupBy(
    all.filter((each) => each.appraiser !== null && concerns(each)),
    (each) => each.appraiser?.id ?? '',
  );
  return [...groups.entries()].map(([id, group]) => ({
    name: group[0]?.appraiser?.name ?? '',
    detail: group[0] ? detail(group[0], group.length) : '',
    path: path(id),
    unitName: group[0]?.unitName ?? '',
  }));
}

const noAppraiser: PreflightCheck = {
  code: 'no-appraiser',
  severity: 'blocking',
  title: (count) => text.noAppraiser({ count }),
  advice: text.noAppraiserAdvice,
  find: (_tx, { candidates, today }) =>
    candidates
      .filter((each) => each.appraiser === null)
      .map((each) =>
        aboutPerson(
          each,
          text.noAppraiserDetail({
            position: each.positionName,
            date: formatDate(clampDate(today, each.startsOn, each.endsOn)),
          }),
          appraiserPath(each.personId),
        ),
      ),
};

const appraiserEnded: PreflightCheck = {
  code: 'appraiser-ended',
  severity: 'blocking',
  title: (count) => text.appraiserEnded({ count }),
  advice: text.appraiserEndedAdvice,
  find: (_tx, { candidates, today }) =>
    byAppraiser(
      candidates.filter((each) => !each.hasEnded),
      (each) => each.appraiser?.endedOn != null && each.appraiser.endedOn <= today,
      (each, count) =>
        text.appraiserEndedDetail({ date: formatDate(each.appraiser?.endedOn ?? today), count }),
    ),
};

const appraiserNoAccount: PreflightCheck = {
  code: 'appraiser-without-account',
  severity: 'warning',
  title: (count) => text.appraiserNoAccount({ count }),
  advice: text.appraiserNoAccountAdvice,
  find: (_tx, { candidates }) =>
    byAppraiser(
      candidates,
      (each) => each.appraiser?.hasAccount === false && each.appraiser.endedOn === null,
      (_each, count) => text.appraises({ count }),
      () => INVITATIONS,
    ),
};

const noSuperior: PreflightCheck = {
  code: 'no-superior',
  severity: 'blocking',
  title: (count) => text.noSuperior({ count }),
  advice: text.noSuperiorAdvice,
  find: (_tx, { candidates }) =>
    candidates
      .filter((each) => each.appraiser !== null && each.superiorId === null)
      .map((each) =>
        aboutPerson(
          each,
          text.noSuperiorDetail({ appraiser: each.appraiser?.name ?? '' }),
          appraiserPath(each.personId),
        ),
      ),
};

const noAccount: PreflightCheck = {
  code: 'without-account',
  severity: 'warning',
  title: (count) => text.noAccount({ count }),
  advice: text.noAccountAdvice,
  find: (_tx, { candidates }) =>
    [...Map.groupBy(candidates, (each) => each.personId).values()]
      .flatMap((group) => group.slice(0, 1))
      .filter((each) => !each.hasAccount)
      .map((each) => aboutPerson(each, each.positionName, INVITATIONS)),
};

const duplicates: PreflightCheck = {
  code: 'possible-duplicates',
  severity: 'warning',
  title: (count) => text.duplicates({ count }),
  advice: text.duplicatesAdvice,
  find: (_tx, { candidates }) => {
    const alike = Map.groupBy(
      candidates.filter((each) => each.birthDate !== null),
      (each) => `${each.name.toLowerCase().replaceAll(/[^a-z]/g, '')}|${each.birthDate}`,
    );
    return [...alike.values()]
      .filter((group) => new Set(group.map((each) => each.personId)).size > 1)
      .flat()
      .map((each) =>
        aboutPerson(
          each,
          text.duplicatesDetail({ nip: maskNip(each.nip), date: formatDate(each.birthDate ?? '', 'short') }),
        ),
      );
  },
};

const circles: PreflightCheck = {
  code: 'circular-appraisers',
  severity: 'blocking',
  title: (count) => text.circles({ count }),
  advice: text.circlesAdvice,
  find: (_tx, { candidates }) =>
    appraiserCircles(candidates.filter((each) => !each.hasEnded)).map((circle) => ({
      name: circle.map((each) => each.name).join(' → '),
      detail: circle[0]?.positionName ?? '',
      path: appraiserPath(circle[0]?.personId ?? ''),
      unitName: circle[0]?.unitName ?? '',
    })),
};

export const PEOPLE_CHECKS: readonly PreflightCheck[] = [
  noAppraiser,
  appraiserEnded,
  noSuperior,
  circles,
  appraiserNoAccount,
  noAccount,
  duplicates,
];
