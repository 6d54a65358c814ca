/** For the tests of running beside: adds, fails, or never ends. */
import { answerBeside } from './beside.ts';

interface Task {
  readonly add?: readonly number[];
  readonly fail?: string;
  readonly forever?: boolean;
}

answerBeside(({ add = [], fail, forever }: Task, onProgress) => {
  onProgress(0.5);
  if (fail) throw new Error(fail);
  while (forever) Math.sqrt(2);
  return add.reduce((sum, each) => sum + each, 0);
});
