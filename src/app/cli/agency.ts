/** `tera agency`: agencies and their first officers, from the command line. */
import { parseArgs } from 'node:util';
import { AGENCY_CODE, addAgency, inviteOfficer, tokenText, ZONES } from '#features/accounts/index.ts';
import type { Database } from '#platform/database/database.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { messages } from '#platform/locale/messages.ts';
import { readConfig } from '../config.ts';
import { terminalLanguage } from './command.ts';
import { type Command, EXIT, type Io } from './io.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `tera agency add CODE "Name" [--zone Asia/Jakarta|Asia/Makassar|Asia/Jayapura]
tera agency officer CODE NIP     make a person of the agency its officer and print an invitation
tera agency list
`;

const text = messages({
  code: {
    id: 'Kode {code} tidak dapat dipakai: gunakan huruf kecil, angka dan tanda hubung, misalnya kota-sawahlunto.',
    en: 'The code {code} cannot be used: take small letters, digits and hyphens, such as kota-sawahlunto.',
  },
  taken: {
    id: 'Instansi {code} sudah ada. Pilih kode lain.',
    en: 'There is an agency {code} already. Choose another code.',
  },
  zone: {
    id: 'Zona {zone} tidak dikenal. Pilih Asia/Jakarta (WIB), Asia/Makassar (WITA) atau Asia/Jayapura (WIT).',
    en: 'There is no zone {zone}. Choose Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT).',
  },
  added: { id: 'Instansi {code} dibuat.', en: 'Agency {code} added.' },
  nobody: {
    id: 'Tidak ada pegawai dengan NIP itu di instansi {code}. Impor pegawai dahulu: tera import --agency {code} --people BERKAS',
    en: 'Nobody at the agency {code} has this NIP. Import people first: tera import --agency {code} --people FILE',
  },
  officer: {
    id: 'Pengelola kinerja ditunjuk. Undangan (berlaku satu kali, 30 hari): {link}',
    en: 'Officer appointed. Invitation (works once, for 30 days): {link}',
  },
});

type WithDatabase = (work: (database: Database) => Promise<number>) => Promise<number>;

/** The command on a given way to the database; tests hand in theirs. */
export function agencyCommand(open: WithDatabase): Command {
  return (args, io) =>
    withLocale(terminalLanguage(), async () => {
      const wanted = parse(args);
      if (wanted?.what === 'add') return add(open, wanted, io);
      if (wanted?.what === 'officer') return officer(open, wanted, io);
      if (wanted?.what === 'list') return open((database) => list(database, io));
      io.stderr.write(USAGE);
      return EXIT.usage;
    });
}

export const run: Command = agencyCommand(withDatabase);

type Wanted =
  | { readonly what: 'add'; readonly code: string; readonly name: string; readonly zone: string }
  | { readonly what: 'officer'; readonly code: string; readonly nip: string }
  | { readonly what: 'list' };

function parse(args: string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { zone: { type: 'string', default: 'Asia/Jakarta' } },
    });
    const [what, code, third, ...more] = positionals;
    if (more.length > 0) return undefined;
    if (what === 'list' && !code) return { what };
    if (what === 'add' && code && third?.trim()) return { what, code, name: third.trim(), zone: values.zone };
    return what === 'officer' && code && third ? { what, code, nip: third.replace(/[\s.]/g, '') } : undefined;
  } catch {
    return undefined;
  }
}

async function add(open: WithDatabase, wanted: Extract<Wanted, { what: 'add' }>, io: Io): Promise<number> {
  const { code, name } = wanted;
  const zone = ZONES.find((each) => each === wanted.zone);
  if (!AGENCY_CODE.test(code) || !zone) {
    io.stderr.write(`${zone ? text.code({ code }) : text.zone({ zone: wanted.zone })}\n`);
    return EXIT.refused;
  }
  return open(async (database) => {
    const made = await addAgency(database, { code, name, zone });
    if (!made) io.stderr.write(`${text.taken({ code })}\n`);
    else io.stdout.write(`${text.added({ code })}\n`);
    return made ? EXIT.done : EXIT.refused;
  });
}

function officer(open: WithDatabase, wanted: Extract<Wanted, { what: 'officer' }>, io: Io): Promise<number> {
  const { code, nip } = wanted;
  return open(async (database) => {
    const token = await inviteOfficer(database, code, nip);
    if (!token) {
      io.stderr.write(`${text.nobody({ code })}\n`);
      return EXIT.refused;
    }
    const { baseUrl, port } = readConfig();
    const link = `${baseUrl ?? `http://localhost:${port}`}/invitations/${tokenText(token)}`;
    io.stdout.write(`${text.officer({ link })}\n`);
    return EXIT.done;
  });
}

async function list(database: Database, io: Io): Promise<number> {
  const agencies = await database.shared
    .selectFrom('agencies')
    .select(['code', 'name', 'zone'])
    .orderBy('code')
    .execute();
  for (const { code, name, zone } of agencies) io.stdout.write(`${code}\t${zone}\t${name}\n`);
  return EXIT.done;
}
