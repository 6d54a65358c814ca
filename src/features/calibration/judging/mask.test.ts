import { describe, expect, it } from 'vitest';
import { maskFor } from './mask.ts';

const mask = maskFor({
  person: ["Rina Novita Ma'ruf"],
  superiors: ['Budi Santoso', 'I Made Wirawan'],
  units: ['UPTD Puskesmas Silungkang', 'Dinas Kesehatan'],
});

describe('the mask', () => {
  it.each([
    ['Rina Novita menyusun laporan.', '[pegawai] menyusun laporan.'],
    ['RINA menyusun; novita menyusun.', '[pegawai] menyusun; [pegawai] menyusun.'],
    ["Oleh Ma'ruf, Maruf dan Ma’ruf.", 'Oleh [pegawai], [pegawai] dan [pegawai].'],
    ['SKP_Rina_Novita_2026.pdf', 'SKP_[pegawai]_2026.pdf'],
    ['rinanovitamaruf.docx', '[pegawai].docx'],
    ['Arahan Pak Budi Santoso', 'Arahan [atasan]'],
    ['Ibu Rina hadir; Bapak Budi juga.', '[pegawai] hadir; [atasan] juga.'],
    ['Sdr. I Made Wirawan', '[atasan]'],
    ['NIP 198501012010011001', 'NIP [nomor]'],
    ['NIP 19850101 201001 1 001.', 'NIP [nomor].'],
    ['Hubungi 0812-3456-7890 atau +62 81234567890', 'Hubungi [nomor] atau [nomor]'],
    ['rina.novita@contoh.go.id', '[nomor]'],
    ['Di Puskesmas Silungkang dan UPTD Puskesmas Silungkang', 'Di [unit] dan [unit]'],
    ['Rapat di Dinas Kesehatan', 'Rapat di [unit]'],
  ])('reads %j as %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'Kesehatan ibu hamil dan anak: 97,5 % dari 1.200 kunjungan.',
    'Irinas dan novitasari tidak sama.',
    'Tanggal 31 Maret 2026, 12 laporan.',
    'Puskesmas lain ikut serta.',
    'Selesai 2026-01-31 10.00, anggaran Rp 12500000000 terserap.',
  ])('leaves %j as it is', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('makes no pattern of what stands in a name', () => {
    const odd = maskFor({ person: ['A.* (b)'], superiors: [], units: ['Bagian [X] (umum)'] });
    expect(odd('Semua tetap. Bagian [X] (umum)')).toBe('Semua tetap. [unit]');
  });
});
