import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';
import { passwordProblem } from './password-policy.ts';

const person = { name: 'dr. Sari Wulandari', nip: '198609262015052001', email: 'sari.w@contoh.go.id' };

describe('a password', () => {
  it.each([
    ['pendek99', 'Terlalu pendek'],
    ['x'.repeat(129), 'Terlalu panjang'],
    ['1234567890', 'pertama kali dicoba'],
    ['9876543210', 'pertama kali dicoba'],
    ['abcdefghijk', 'pertama kali dicoba'],
    ['Password2026!', 'pertama kali dicoba'],
    ['indonesia1945', 'pertama kali dicoba'],
    ['Bismillah123', 'pertama kali dicoba'],
    ['aaaaaaaaaaaa', 'pertama kali dicoba'],
    ['kota12kota12', 'pertama kali dicoba'],
    ['198609262015052001', 'NIP'],
    ['Wulandari26091986', 'nama'],
    ['sariwulandari!', 'nama'],
  ])('%s is refused', (password, reason) => {
    expect(passwordProblem(password, person)).toContain(reason);
  });

  it.each([
    'gerobak biru di tepi sungai',
    'Wulandari menanam tujuh pohon',
    'kR7-vvqPz2mN',
    'jalan kaki ke pasar 1986',
  ])('%s is taken', (password) => {
    expect(passwordProblem(password, person)).toBeUndefined();
  });

  it('is kept so that it can be checked and not read', async () => {
    const stored = await hashPassword('gerobak biru di tepi sungai');
    expect(stored).toMatch(/^scrypt\$8192\$8\$10\$/);
    expect(stored).not.toContain('gerobak');
    expect(await verifyPassword(stored, 'gerobak biru di tepi sungai')).toBe(true);
    expect(await verifyPassword(stored, 'gerobak biru di tepi sungaI')).toBe(false);
    expect(await verifyPassword('', 'gerobak biru di tepi sungai')).toBe(false);
    // A hash made when the cost was another still opens.
    const earlier = 'scrypt$32768$8$3$BwcHBwcHBwcHBwcHBwcHBw$NzbcDuObdCJqsIxFKaHjrgeofuc5EWYoVOEHxqtSlZQ';
    expect(await verifyPassword(earlier, 'gerobak biru di tepi sungai')).toBe(true);
    expect(await hashPassword('gerobak biru di tepi sungai')).not.toBe(stored);
  });
});
