import { describe, expect, it } from 'vitest';
import { findingsIn } from './identifying.ts';

const writer = {
  name: 'dr. Rina Novita, M.Kes.',
  nip: '198501012010122001',
  position: 'Perawat Ahli Pertama',
  unitName: 'Puskesmas Contoh',
};
const hints = (remark: string) => findingsIn(remark, writer).map(({ hint }) => hint);

describe('words that may tell who wrote a remark', () => {
  it.each([
    ['Beliau selalu membantu warga yang bingung di loket.', []],
    ['Hubungi saya di perawat7@contoh.go.id bila perlu.', ['mail']],
    ['Telepon 0812-3456-7890 untuk penjelasan.', ['phone']],
    ['NIP saya 19850101 201012 2 001.', ['number']],
    ['Saya sebagai bawahan merasa dibantu.', ['role']],
    ['As her colleague I saw it.', ['role']],
    ['Pernah berkata: "Rina, tolong antar berkas ini."', ['name']],
    ['Kami di Puskesmas  Contoh terbantu.', ['post']],
    ['Perawat ahli pertama sering diminta lembur.', ['post']],
    // A name within another word, and a year, tell nobody.
    ['Karina dan laporan 2026 selesai 12 kali.', []],
  ])('%s', (remark, expected) => {
    expect(hints(remark)).toEqual(expected);
  });

  it('quotes the words as they stand', () => {
    expect(findingsIn('Waktu itu NOVITA ikut rapat.', writer)).toEqual([{ hint: 'name', words: 'NOVITA' }]);
  });

  it('knows nothing of a guest but the name', () => {
    const guest = { name: 'Bapak Budi', nip: null, position: null, unitName: null };
    expect(findingsIn('Terima kasih bapak. Salam, Budi.', guest)).toEqual([{ hint: 'name', words: 'Budi' }]);
  });
});
