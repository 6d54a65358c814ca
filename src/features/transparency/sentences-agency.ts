/** What happens to accounts, people and periods, in words. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import type { PayloadOf } from './vocabulary.ts';
import { date, optional, plain, REASON, type Sentences } from './words.ts';

const ROLES: Readonly<Record<PayloadOf<'people.role-granted'>['role'], Bilingual>> = {
  officer: { id: 'pengelola kepegawaian', en: 'personnel officer' },
  auditor: { id: 'auditor', en: 'auditor' },
  leader: { id: 'pimpinan', en: 'leader' },
};
const CHANGES: Readonly<Record<PayloadOf<'participant-changed'>['change'], Bilingual>> = {
  added: { id: 'ditambahkan', en: 'added' },
  moved: { id: 'dipindahkan', en: 'moved' },
  dropped: { id: 'dikeluarkan', en: 'dropped' },
  appraiser: { id: 'pejabat penilai diganti', en: 'appraiser changed' },
  dates: { id: 'tanggal diubah', en: 'dates changed' },
  unit: { id: 'unit diubah', en: 'unit changed' },
  excluded: { id: 'dikecualikan', en: 'excluded' },
  included: { id: 'diikutkan kembali', en: 'included again' },
};

export const accounts = {
  'agency.created': ({ code }) =>
    say({ id: 'Instansi {code} dibuat.', en: 'Agency {code} created.' }, { code }),
  'officer.appointed': plain('Pengelola kepegawaian pertama ditunjuk.', 'First personnel officer appointed.'),
  'account.invited': ({ reset }) =>
    reset
      ? { id: 'Tautan atur ulang kata sandi dibuat.', en: 'Password reset link made.' }
      : { id: 'Undangan akun dibuat.', en: 'Invitation to an account made.' },
  'account.reset-requested': plain('Atur ulang kata sandi diminta.', 'Password reset requested.'),
  'account.activated': plain('Akun diaktifkan.', 'Account activated.'),
  'account.password-reset': plain('Kata sandi diatur ulang.', 'Password reset.'),
  'account.password-changed': plain('Kata sandi diganti.', 'Password changed.'),
  'account.second-factor-enabled': plain('Verifikasi dua langkah diaktifkan.', 'Second factor enabled.'),
  'account.second-factor-disabled': ({ by }) =>
    by === 'owner'
      ? {
          id: 'Verifikasi dua langkah dimatikan oleh pemiliknya.',
          en: 'Second factor disabled by the owner.',
        }
      : {
          id: 'Verifikasi dua langkah dimatikan oleh pengelola.',
          en: 'Second factor disabled by an officer.',
        },
} satisfies Partial<Sentences>;

export const people = {
  'people.imported': ({ people: counts, units, refused }) =>
    say(
      {
        id: 'Impor: pegawai {added} baru, {changed} berubah, {ended} berakhir; unit {units} baru; {refused} baris ditolak.',
        en: 'Import: people {added} added, {changed} changed, {ended} ended; {units} units added; {refused} rows refused.',
      },
      { added: counts.added, changed: counts.changed, ended: counts.ended, units: units.added, refused },
    ),
  'people.person-changed-by-import': ({ fields }) =>
    say(
      { id: 'Data diubah oleh impor: {fields}.', en: 'Data changed by an import: {fields}.' },
      {
        fields: fields.join(', '),
      },
    ),
  'people.person-ended-by-import': ({ endedOn }) =>
    say(
      { id: 'Berakhir per {date} menurut impor.', en: 'Ended on {date} by an import.' },
      {
        date: date(endedOn),
      },
    ),
  'people.appraiser-assigned': ({ from, until, reason }) =>
    say(
      {
        id: 'Pejabat penilai ditetapkan dari {from} sampai {until}.{reason}',
        en: 'Appraiser assigned from {from} until {until}.{reason}',
      },
      { from: date(from), until: date(until), reason: optional(REASON, reason) },
    ),
  'people.appraiser-flagged': ({ note }) =>
    say({ id: 'Pejabat penilai dipersoalkan: {note}', en: 'Appraiser questioned: {note}' }, { note }),
  'people.appraiser-flag-resolved': ({ resolution }) =>
    say(
      {
        id: 'Persoalan pejabat penilai ditangani: {resolution}',
        en: 'Question about the appraiser handled: {resolution}',
      },
      {
        resolution,
      },
    ),
  'people.role-granted': ({ role }) =>
    say({ id: 'Peran {role} diberikan.', en: 'Role {role} granted.' }, { role: ROLES[role] }),
  'people.role-revoked': ({ role }) =>
    say({ id: 'Peran {role} dicabut.', en: 'Role {role} revoked.' }, { role: ROLES[role] }),
  'people.person-added': plain('Orang ditambahkan.', 'Person added.'),
  'people.acting-appointed': ({ kind, from, until }) =>
    say(
      {
        id: 'Ditunjuk sebagai {kind} dari {from} sampai {until}.',
        en: 'Appointed acting ({kind}) from {from} until {until}.',
      },
      {
        kind: kind === 'plt' ? 'Plt.' : 'Plh.',
        from: date(from),
        until: date(until),
      },
    ),
  'people.acting-ended': ({ on }) =>
    say(
      { id: 'Penunjukan Plt./Plh. berakhir {on}.', en: 'Acting appointment ended {on}.' },
      { on: date(on) },
    ),
  'people.list-exported': ({ rows }) =>
    say(
      { id: 'Daftar pegawai diunduh: {rows} baris.', en: 'List of people downloaded: {rows} rows.' },
      { rows },
    ),
} satisfies Partial<Sentences>;

const SCHEME_RULED = {
  added: {
    id: 'Skema {scheme} ditetapkan bagi {whom} dalam periode {name}.',
    en: 'Scheme {scheme} set for {whom} in the period {name}.',
  },
  removed: {
    id: 'Aturan skema {scheme} bagi {whom} dihapus dari periode {name}.',
    en: 'The rule of scheme {scheme} for {whom} removed from the period {name}.',
  },
  raised: {
    id: 'Aturan skema {scheme} bagi {whom} didahulukan dalam periode {name}.',
    en: 'The rule of scheme {scheme} for {whom} moved up in the period {name}.',
  },
} satisfies Record<string, Bilingual>;

export const periods = {
  'period-drafted': ({ name }) =>
    say({ id: 'Rancangan periode {name} dibuat.', en: 'Period {name} drafted.' }, { name }),
  'period-changed': ({ name, changes }) =>
    say(
      { id: 'Periode {name} diubah: {fields}.', en: 'Period {name} changed: {fields}.' },
      {
        name,
        fields: changes.map((each) => each.field).join(', '),
      },
    ),
  'period-scheme-ruled': ({ name, change, unit, positionKind, scheme }) =>
    say(SCHEME_RULED[change], {
      name,
      scheme,
      whom: [unit, positionKind].filter(Boolean).join(' · '),
    }),
  'criteria-published': ({ name, people, schemes }) =>
    say(
      {
        id: 'Kriteria periode {name} diumumkan kepada {people} pegawai ({schemes}).',
        en: 'Criteria of the period {name} published to {people} employees ({schemes}).',
      },
      { name, people, schemes: schemes.join(', ') },
    ),
  'criteria-withdrawn': ({ name, reason }) =>
    say(
      {
        id: 'Pengumuman kriteria periode {name} dicabut: {reason}',
        en: 'Publication of the criteria of the period {name} withdrawn: {reason}',
      },
      { name, reason },
    ),
  'criteria-confirmed': ({ name, scheme }) =>
    say(
      {
        id: 'Menyatakan telah membaca kriteria {scheme} untuk periode {name}.',
        en: 'Confirmed reading the criteria {scheme} for the period {name}.',
      },
      { name, scheme },
    ),
  'period-opened': ({ name, participants }) =>
    say(
      {
        id: 'Periode {name} dibuka dengan {participants} pegawai.',
        en: 'Period {name} opened with {participants} employees.',
      },
      {
        name,
        participants,
      },
    ),
  'period-closed': ({ name, unfinished, reason }) =>
    say(
      {
        id: 'Periode {name} ditutup; {unfinished} penilaian belum selesai.{reason}',
        en: 'Period {name} closed; {unfinished} appraisals unfinished.{reason}',
      },
      { name, unfinished, reason: optional(REASON, reason) },
    ),
  'period-reopened': ({ name, reason }) =>
    say(
      {
        id: 'Periode {name} dibuka kembali. Alasan: {reason}',
        en: 'Period {name} reopened. Reason: {reason}',
      },
      {
        name,
        reason,
      },
    ),
  'participants-updated': ({ name, added, moved, dropped }) =>
    say(
      {
        id: 'Peserta {name} diperbarui: {added} baru, {moved} pindah, {dropped} keluar.',
        en: 'Participants of {name} updated: {added} added, {moved} moved, {dropped} dropped.',
      },
      { name, added, moved, dropped },
    ),
  'participant-changed': ({ period, change, reason }) =>
    say(
      {
        id: 'Keikutsertaan dalam {period}: {change}.{reason}',
        en: 'Participation in {period}: {change}.{reason}',
      },
      {
        period,
        change: CHANGES[change],
        reason: optional(REASON, reason),
      },
    ),
} satisfies Partial<Sentences>;
