/**
 * Heavy computing beside the web: a module of its own in a worker thread, so that pages stay quick while it runs. What
 * goes in and out is copied; progress arrives as a share from 0 to 1; a signal ends it at once.
 */
import { parentPort, Worker, workerData } from 'node:worker_threads';

type Said =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly message: string };

/** Where a worker's module stands: its source while developing, its own entry of the build otherwise. */
export function besideModule(from: string, source: string, built: string): URL {
  return new URL(from.endsWith('.ts') ? source : built, from);
}

export class Stopped extends Error {
  constructor() {
    super('the computation was stopped');
  }
}

/** Runs the module on `input`; what it answers is what `answerBeside` of that module gave. */
export function runBeside<Answer>(
  module: URL,
  input: unknown,
  options: { readonly onProgress?: (share: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Answer> {
  const { signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Stopped());
    const worker = new Worker(module, { workerData: input });
    const stop = () => {
      reject(new Stopped());
      void worker.terminate();
    };
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', stop);
      finish();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (said: Said) => {
      if (said.kind === 'progress') options.onProgress?.(said.share);
      // The module on the other side and the caller agree on what is answered.
      else if (said.kind === 'answer') settle(() => resolve(said.answer as Answer));
      else settle(() => reject(new Error(said.message)));
    });
    worker.on('error', (error) => settle(() => reject(error)));
    worker.on('exit', (code) => settle(() => reject(new Error(`the worker ended early with code ${code}`))));
  });
}

/** The other side: called once by the module that `runBeside` starts. */
export function answerBeside<Input, Answer>(
  compute: (input: Input, onProgress: (share: number) => void) => Answer,
): void {
  const port = parentPort;
  if (!port) return;
  const say = (said: Said) => port.postMessage(said);
  try {
    // Whoever starts the module hands it what it takes.
    const answer = compute(workerData as Input, (share) => say({ kind: 'progress', share }));
    say({ kind: 'answer', answer });
  } catch (error) {
    say({
      kind: 'failure',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
