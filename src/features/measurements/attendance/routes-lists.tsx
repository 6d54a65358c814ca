/** `/attendance/letters` and `/attendance/numbers`: what excuses days, and whose the numbers of machines are. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { civilDateOf, EXCUSES, PARTS } from '#domain/attendance/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { assignNumbers } from './acts.ts';
import type { AttendanceServices } from './job.ts';
import { lettersIn, type NewLetter, recordLetters, withdrawLetter } from './letters.ts';
import { kindOf, partOf, readList } from './lists.ts';
import { LettersPage } from './pages/letters-page.tsx';
import { NumbersPage } from './pages/numbers-page.tsx';
import { employeesIn } from './people.ts';
import { text } from './text-calendar.ts';

type Visiting = Context<VisitEnv>;
type Typed = Record<string, string>;

export function listRoutes(services: AttendanceServices): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const tooLarge = (show: (c: Visiting, typed: Typed, errors: Typed) => Promise<Response>) =>
    bodyLimit({
      maxSize: UPLOAD_LIMIT_BYTES + 2 ** 20,
      onError: (c) => show(c as Visiting, {}, { file: text.fileKind() }),
    });
  routes.get('/attendance/letters', (c) => showLetters(c));
  routes.post('/attendance/letters', (c) => addLetter(c, services));
  routes.post('/attendance/letters/list', tooLarge(showLetters), (c) => addLetters(c, services));
  routes.post('/attendance/letters/:letter/withdrawal', async (c) => {
    const { visit } = c.var;
    const id = c.req.param('letter');
    await visit.db.write((tx) => withdrawLetter(tx, visit.actor, services.schemes, id));
    return seeOther(c, visit.path('/attendance/letters'), text.letterWithdrawn());
  });
  routes.get('/attendance/numbers', (c) => showNumbers(c));
  routes.post('/attendance/numbers', addNumber);
  routes.post('/attendance/numbers/list', tooLarge(showNumbers), addNumbers);
  return routes;
}

async function showLetters(c: Visiting, typed: Typed = {}, errors: Typed = {}): Promise<Response> {
  const { visit } = c.var;
  const letters = await visit.db.read((tx) => lettersIn(tx, visit.actor));
  return page(
    c,
    <LettersPage visit={visit} letters={letters} id={newId()} typed={typed} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

const letterShape = z.object({
  kind: z.enum(EXCUSES, { error: () => text.kindMissing() }),
  part: z.enum(PARTS).catch('day'),
  from: z.iso.date({ error: () => text.dateWrong() }),
  until: z.iso.date({ error: () => text.dateWrong() }),
  number: z
    .string()
    .trim()
    .max(100)
    .refine((words) => words !== '', { error: () => text.numberMissing() }),
});

async function addLetter(c: Visiting, { schemes }: AttendanceServices): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const read = letterShape.safeParse(typed);
  const errors: Typed = {};
  for (const { path, message } of read.error?.issues ?? []) errors[String(path[0])] ??= message;
  if (read.data && read.data.until < read.data.from) errors.until = text.spanWrong();
  const nip = (typed.nip ?? '').replace(/\D/g, '');
  const people = await visit.db.read((tx) => employeesIn(tx, visit.actor.officer));
  const person = people.find((each) => each.nip !== '' && each.nip === nip);
  if (!person) errors.nip = text.nipUnknown();
  if (!person || !read.data || Object.keys(errors).length > 0) return showLetters(c, typed, errors);
  const id = typed.id && isId(typed.id) ? typed.id : newId();
  const letter: NewLetter = { id, personId: person.id, ...read.data };
  await visit.db.write((tx) => recordLetters(tx, visit.actor, schemes, [letter]));
  return seeOther(c, visit.path('/attendance/letters'), text.lettersSaved({ count: 1 }));
}

async function addLetters(c: Visiting, { schemes }: AttendanceServices): Promise<Response> {
  const { visit } = c.var;
  const list = await readList((await c.req.parseBody()).file, {
    nip: { names: ['nip'] },
    kind: { names: ['jenis', 'jenis surat', 'kind'] },
    from: { names: ['dari', 'mulai', 'tanggal mulai', 'from'] },
    until: { names: ['sampai', 'selesai', 'tanggal selesai', 'until', 'to'] },
    number: { names: ['nomor surat', 'nomor', 'no. surat', 'number'] },
    part: { names: ['bagian', 'bagian hari', 'part'], optional: true },
  });
  if (!list.ok) return showLetters(c, {}, { file: list.why });
  const people = await visit.db.read((tx) => employeesIn(tx, visit.actor.officer));
  const byNip = new Map(people.map((each) => [each.nip, each]));
  const letters: NewLetter[] = [];
  for (const each of list.rows) {
    const person = byNip.get(each.text('nip').replace(/\D/g, ''));
    const kind = kindOf(each.text('kind'));
    const part = partOf(each.text('part'));
    const [from, until] = [civilDateOf(each.text('from')), civilDateOf(each.text('until'))];
    const number = each.text('number');
    const why = !person
      ? text.nipUnknown()
      : !kind || !part
        ? text.kindMissing()
        : !from || !until
          ? text.dateWrong()
          : until < from
            ? text.spanWrong()
            : number === ''
              ? text.numberMissing()
              : '';
    if (why || !person || !kind || !part || !from || !until)
      return showLetters(c, {}, { file: text.listRefused({ row: each.row, why }) });
    letters.push({ id: newId(), personId: person.id, kind, part, from, until, number });
  }
  const count = await visit.db.write((tx) => recordLetters(tx, visit.actor, schemes, letters));
  return seeOther(c, visit.path('/attendance/letters'), text.lettersSaved({ count }));
}

async function showNumbers(c: Visiting, typed: Typed = {}, errors: Typed = {}): Promise<Response> {
  const { visit } = c.var;
  const numbers = await visit.db.read(async (tx) => {
    const people = new Map((await employeesIn(tx, visit.actor.officer)).map((each) => [each.id, each]));
    const rows = await tx.db
      .selectFrom('attendance_pins')
      .select(['machine', 'pin', 'person_id'])
      .where('agency_id', '=', tx.agencyId)
      .orderBy('machine')
      .orderBy('pin')
      .execute();
    return rows.flatMap(({ machine, pin, person_id }) => {
      const person = people.get(person_id);
      return person ? [{ machine, pin, name: person.name, unitName: person.unitName }] : [];
    });
  });
  return page(
    c,
    <NumbersPage visit={visit} numbers={numbers} typed={typed} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

/** As a file writes it: without spaces and leading zeros. */
function tidyPin(written: string): string {
  const given = written.replace(/[\s.'’-]/g, '').slice(0, 40);
  return /^\d+$/.test(given) && given.length < 18 ? given.replace(/^0+(?=\d)/, '') : given;
}

async function addNumber(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const pin = tidyPin(typed.pin ?? '');
  if (!pin) return showNumbers(c, typed, { pin: text.pinWrong() });
  const numbers = [{ pin, nip: (typed.nip ?? '').replace(/\D/g, '') }];
  const machine = (typed.machine ?? '').trim().slice(0, 60);
  try {
    await visit.db.write((tx) => assignNumbers(tx, visit.actor, { machine, numbers }));
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return showNumbers(c, typed, { nip: failure.message });
  }
  return seeOther(c, visit.path('/attendance/numbers'), text.pinsSaved({ count: 1 }));
}

async function addNumbers(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const list = await readList((await c.req.parseBody()).file, {
    pin: { names: ['pin', 'nomor mesin', 'nomor', 'no. id', 'id'] },
    nip: { names: ['nip'] },
    machine: { names: ['mesin', 'nama mesin', 'machine'], optional: true },
  });
  if (!list.ok) return showNumbers(c, {}, { file: list.why });
  const byMachine = Map.groupBy(list.rows, (each) => each.text('machine').slice(0, 60));
  try {
    await visit.db.write(async (tx) => {
      for (const [machine, rows] of byMachine) {
        const numbers = new Map(
          rows.map((each) => [tidyPin(each.text('pin')), each.text('nip').replace(/\D/g, '')]),
        );
        numbers.delete('');
        await assignNumbers(tx, visit.actor, {
          machine,
          numbers: [...numbers].map(([pin, nip]) => ({ pin, nip })),
        });
      }
    });
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return showNumbers(c, {}, { file: failure.message });
  }
  return seeOther(c, visit.path('/attendance/numbers'), text.pinsSaved({ count: list.rows.length }));
}
