/**
 * A stranger with the README in one hand and a staff file in the other: from `npm start` on an empty machine to a
 * result that was ratified, objected to and decided. The real process, real sign-in, real files, three people in
 * browsers of their own. Steps are the ten of the README; each goes on where the one before ended.
 */
import { describe, expect, it } from 'vitest';
import { startTera } from '../support/tera-process.ts';
import { openWorld, story } from './people.ts';
import * as appraising from './stranger/appraising.ts';
import type { Cast } from './stranger/cast.ts';
import * as settingUp from './stranger/setting-up.ts';

describe('a stranger with the README', { timeout: 120_000 }, async () => {
  const tera = await startTera();
  const world = await openWorld(tera.address);
  const cast: Cast = {
    tera,
    officer: await world.meet('desktop'),
    employee: await world.meet('phone'),
    appraiser: await world.meet('desktop'),
    superior: await world.meet('desktop'),
    home: '',
    appraisal: '',
  };
  const everybody = [cast.officer, cast.employee, cast.appraiser, cast.superior];
  const step = story(everybody);

  it(
    '1 opens the link of the console and names the agency and themself',
    step(() => settingUp.startInstallation(cast)),
  );
  it(
    '2 imports units and people: a dry run, the refused rows, then the commit',
    step(() => settingUp.importStaff(cast)),
  );
  it(
    '3a adds the mayor, who is no civil servant',
    step(() => settingUp.addMayor(cast)),
  );
  it(
    '5a makes a period of one unit and sees what stands in the way of it',
    step(() => settingUp.planPeriod(cast)),
  );
  it(
    '3b mends it: accepts the appraisers that the hierarchy proposes',
    step(() => settingUp.acceptAppraisers(cast)),
  );
  it(
    '4 prints letters, and three people come in with theirs',
    step(() => settingUp.invitePeople(cast)),
  );
  it(
    '5b opens the period',
    step(() => settingUp.openPeriod(cast)),
  );
  it(
    '6a drafts the plan on a phone and proposes it',
    step(() => appraising.proposePlan(cast)),
  );
  it(
    '6b is returned with a comment, mended, and agreed',
    step(() => appraising.agreePlan(cast)),
  );
  it(
    '7a records realisation with a file and a link',
    step(() => appraising.recordProgress(cast)),
  );
  it(
    '7b gets feedback, and a check-in that both agree on',
    step(() => appraising.talkAboutProgress(cast)),
  );
  it(
    '8a assesses themself',
    step(() => appraising.assessSelf(cast)),
  );
  it(
    '8b sees the result on the open page within a second of its being given',
    step(() => appraising.giveResult(cast)),
  );
  it(
    '9a is ratified, and objects',
    step(() => appraising.objectToResult(cast)),
  );
  it(
    '9b is explained and decided: the result is changed',
    step(() => appraising.decideObjection(cast)),
  );
  it(
    '10 has the papers as PDF',
    step(() => appraising.readPapers(cast)),
  );
  it('and nowhere did a browser or the server complain', () => {
    expect(everybody.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(tera.output()).not.toContain('request failed');
  });
});
