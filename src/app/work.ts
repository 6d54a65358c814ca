/** All work that is done outside a request: tasks that commands enqueue, and what recurs. */
import { cleanUpSignIn, mailInvitationTask } from '#features/accounts/index.ts';
import { calibrationRecurring } from '#features/calibration/index.ts';
import { conflictRecurring } from '#features/conflicts/index.ts';
import { evaluationRecurring } from '#features/evaluation/index.ts';
import {
  attributeRecurring,
  fairnessRecurring,
  fairnessTasks,
  reportTasks,
} from '#features/fairness/index.ts';
import { laboratoryTasks } from '#features/laboratory/index.ts';
import { attendanceTask } from '#features/measurements/index.ts';
import { monitoringTasks } from '#features/monitoring/index.ts';
import { overviewRecurring, overviewTasks } from '#features/overview/index.ts';
import { paperTasks } from '#features/papers/index.ts';
import { peopleTasks } from '#features/people/index.ts';
import { secondLookRecurring } from '#features/second-looks/index.ts';
import { surveyRecurring } from '#features/surveys/index.ts';
import { trainingRecurring } from '#features/training/index.ts';
import { trialTasks } from '#features/trials/index.ts';
import { askingRecurring, askingTasks, letterTasks, voiceRecurring } from '#features/voices/index.ts';
import type { Recurring, Task } from '#platform/jobs/jobs.ts';
import { schemeStore } from './scheme-store.ts';
import type { Services } from './services.ts';

// biome-ignore lint/suspicious/noExplicitAny: each task checks its own payload; the list only holds them.
export function tasks(services: Services): readonly Task<any>[] {
  return [
    ...peopleTasks(services),
    mailInvitationTask(services.accounts),
    ...overviewTasks(letters(services)),
    ...monitoringTasks,
    ...askingTasks(schemeStore()),
    ...letterTasks({ key: services.voiceKey, post: letters(services) }),
    ...trialTasks(schemeStore()),
    ...laboratoryTasks(schemeStore()),
    ...fairnessTasks(schemeStore()),
    ...reportTasks({ schemes: schemeStore(), files: services.files }),
    attendanceTask({ files: services.files, schemes: schemeStore() }),
    ...paperTasks({ files: services.files, schemes: schemeStore() }),
  ];
}

export function recurringWork(services: Services): readonly Recurring[] {
  return [
    cleanUpSignIn,
    ...evaluationRecurring,
    ...trainingRecurring,
    ...surveyRecurring,
    ...conflictRecurring(schemeStore()),
    ...secondLookRecurring(schemeStore()),
    ...calibrationRecurring,
    ...attributeRecurring,
    ...fairnessRecurring,
    ...askingRecurring(schemeStore()),
    ...voiceRecurring(services.voiceKey),
    ...overviewRecurring(letters(services)),
  ];
}

/** Letters need a mail server and the address under which people reach Tera. */
function letters({ accounts: { mailer, baseUrl } }: Services) {
  return mailer && baseUrl ? { mailer, baseUrl } : undefined;
}
