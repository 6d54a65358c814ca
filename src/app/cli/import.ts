/** `tera import --agency CODE [--units FILE] [--people FILE]`: units and people from spreadsheets. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  type Completeness,
  describe,
  type ImportFile,
  importPeople,
  reportOf,
} from '#features/people/import/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { messages } from '#platform/locale/messages.ts';
import { terminalLanguage } from './command.ts';
import { type Command, EXIT, type Io } from './io.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `tera import --agency CODE [--units FILE] [--people FILE] [--dry-run] [--all-or-nothing]
            [--complete | --partial]

  --complete   who is not in the files has left, however many these are
  --partial    nobody is ended for not being in the files
`;

const text = messages({
  noAgency: {
    id: 'Instansi {code} belum ada. Buat dahulu: tera agency add {code} "Nama" --zone Asia/Jakarta',
    en: 'There is no agency {code}. Add it first: tera agency add {code} "Name" --zone Asia/Jakarta',
  },
  noFile: {
    id: '{file}: berkas tidak dapat dibaca ({code}), periksa nama dan izinnya',
    en: '{file}: the file cannot be read ({code}), check its name and permissions',
  },
  nothingChanged: {
    id: 'Tidak ada yang diubah, karena ada baris yang ditolak.',
    en: 'Nothing was changed, because a row was refused.',
  },
});

type Wanted = {
  agency: string;
  files: { name: string; holds: 'units' | 'people' }[];
  dryRun: boolean;
  allOrNothing: boolean;
  completeness: Completeness;
};

type WithDatabase = (work: (database: Database) => Promise<number>) => Promise<number>;

/** The command on a given way to the database; tests hand in theirs. */
export function importCommand(open: WithDatabase): Command {
  return async (args, io) => {
    const wanted = parse(args);
    if (!wanted) {
      io.stderr.write(USAGE);
      return EXIT.usage;
    }
    return withLocale(terminalLanguage(), async () => {
      const files = await readFiles(wanted, io);
      return files ? open((database) => importInto(database, wanted, files, io)) : EXIT.refused;
    });
  };
}

export const run: Command = importCommand(withDatabase);

function parse(args: string[]): Wanted | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        agency: { type: 'string' },
        units: { type: 'string' },
        people: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'all-or-nothing': { type: 'boolean', default: false },
        complete: { type: 'boolean', default: false },
        partial: { type: 'boolean', default: false },
      },
    });
    const { agency, units, people, complete, partial } = values;
    if (!agency || !(units || people) || (complete && partial)) return null;
    return {
      agency,
      files: [
        ...(units ? [{ name: units, holds: 'units' as const }] : []),
        ...(people && people !== units ? [{ name: people, holds: 'people' as const }] : []),
      ],
      dryRun: values['dry-run'],
      allOrNothing: values['all-or-nothing'],
      completeness: complete ? 'complete' : partial ? 'partial' : 'auto',
    };
  } catch {
    return null;
  }
}

async function readFiles(wanted: Wanted, io: Io): Promise<ImportFile[] | null> {
  const files: ImportFile[] = [];
  for (const { name, holds } of wanted.files) {
    try {
      files.push({ name, holds, bytes: await readFile(name) });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
      io.stderr.write(`${text.noFile({ file: name, code })}\n`);
      return null;
    }
  }
  return files;
}

async function importInto(
  database: Database,
  wanted: Wanted,
  files: readonly ImportFile[],
  io: Pick<Io, 'stdout' | 'stderr'>,
): Promise<number> {
  const agency = await database.shared
    .selectFrom('agencies')
    .select(['id', 'zone'])
    .where('code', '=', wanted.agency)
    .executeTakeFirst();
  if (!agency) {
    io.stderr.write(`${text.noAgency({ code: wanted.agency })}\n`);
    return EXIT.refused;
  }
  const outcome = await importPeople(database.forAgency(agency.id), files, {
    dryRun: wanted.dryRun,
    allOrNothing: wanted.allOrNothing,
    completeness: wanted.completeness,
    asOf: todayIn(agency.zone, database.clock()),
    actorId: null,
  });
  const report = reportOf(outcome);
  await io.stdout.write(`${JSON.stringify(report)}\n`);
  const loud = outcome.warnings.filter((warning) => /^many/.test(warning.reason));
  for (const finding of [...outcome.refused, ...loud]) {
    const { file, row, column, reason, remedy } = describe(finding);
    const place = `${file}:${Math.max(row, 1)}:${Math.max(finding.columnNumber, 1)}`;
    io.stderr.write(`${place}${column && ` ${column}`}: ${reason}. ${remedy}\n`);
  }
  if (report.refused.length === 0) return EXIT.done;
  if (wanted.allOrNothing && !wanted.dryRun) io.stderr.write(`${text.nothingChanged()}\n`);
  return EXIT.refused;
}
