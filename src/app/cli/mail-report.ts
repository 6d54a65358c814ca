/**
 * `tera mail-report < message`: a report of the mail server about a letter that came back. A mail server is told to
 * hand whatever arrives at the sender's address to this command (docs/operations.md).
 */
import { markBounced } from '#features/voices/index.ts';
import type { Database } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { readDeliveryReport } from '#platform/mail/delivery-report.ts';
import { EXIT, type Io } from './io.ts';
import { withDatabase } from './with-database.ts';

const USAGE = 'tera mail-report < message\n';
const LARGEST = 2_000_000;

export async function run(args: readonly string[], io: Io, open = withDatabase): Promise<number> {
  if (args.length > 0) {
    io.stderr.write(USAGE);
    return EXIT.usage;
  }
  const report = readDeliveryReport(await messageIn(io));
  // Anything else that arrives there (an answer, an advertisement) is none of ours, and no mistake of the server.
  if (!report || !isId(report.reference) || !report.isLost) return EXIT.done;
  return open(async (database) => {
    const isKnown = await mark(database, report.reference, report.reason);
    io.stdout.write(`${JSON.stringify({ letter: report.reference, known: isKnown })}\n`);
    return EXIT.done;
  });
}

async function messageIn({ stdin }: Io): Promise<string> {
  const decoder = new TextDecoder();
  let message = '';
  for await (const chunk of stdin) {
    message += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (message.length > LARGEST) break;
  }
  return message;
}

/** A report names a letter and no agency. */
async function mark(database: Database, letterId: string, reason: string): Promise<boolean> {
  const agencies = await database.shared.selectFrom('agencies').select('id').execute();
  for (const { id } of agencies)
    if (await database.forAgency(id).write((tx) => markBounced(tx, { letterId, reason }))) return true;
  return false;
}
