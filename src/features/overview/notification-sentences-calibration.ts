/** What people are told about calibration meetings. */
import type { Sentence } from './notification-text.ts';

export const ABOUT_CALIBRATION = {
  'calibration-invited': {
    id: 'Anda diundang menjadi anggota rapat kalibrasi[ {period}][, {date}].',
    en: 'You are invited to a calibration meeting[ of {period}][, {date}].',
    tone: 'act',
  },
  'calibration-changed': {
    id: 'Waktu atau tempat rapat kalibrasi[ {period}] berubah[: {date}][, {what}].',
    en: 'Time or place of the calibration meeting[ of {period}] changed[: {date}][, {what}].',
    tone: 'warning',
  },
  'calibration-cancelled': {
    id: 'Rapat kalibrasi[ {period}] dibatalkan[. Alasan: {what}].',
    en: 'The calibration meeting[ of {period}] was cancelled[. Reason: {what}].',
    tone: 'warning',
  },
  'calibration-released': {
    id: 'Anda tidak lagi menjadi anggota rapat kalibrasi[ {period}][. Alasan: {what}].',
    en: 'You are no longer a member of the calibration meeting[ of {period}][. Reason: {what}].',
    tone: 'news',
  },
  'calibration-declined': {
    id: 'Undangan rapat kalibrasi[ {period}] ditolak[ oleh {person}]; undang orang lain bila perlu.',
    en: 'An invitation to the calibration meeting[ of {period}] was declined[ by {person}]; ask somebody else if needed.',
    tone: 'act',
  },
  'calibration-chair': {
    id: 'Anda kini memimpin rapat kalibrasi[ {period}][, {date}].',
    en: 'You now chair the calibration meeting[ of {period}][, {date}].',
    tone: 'act',
  },
  'calibration-ready': {
    id: 'Semua berkas rapat kalibrasi[ {period}] sudah dinilai; butir dapat dibuka.',
    en: 'All dossiers of the calibration meeting[ of {period}] are judged; items can be opened.',
    tone: 'act',
  },
  'calibration-returned': {
    id: 'Rapat kalibrasi mengembalikan penilaian Anda[ atas {person}] beserta alasannya[. Jawab paling lambat {date}].',
    en: 'A calibration meeting returned your appraisal[ of {person}] with its reason[. Please answer by {date}].',
    tone: 'act',
  },
  'calibration-answered': {
    id: 'Pengembalian penilaian[ atas {person}] sudah dijawab[ oleh {what}].',
    en: 'The return of an appraisal[ of {person}] was answered[ by {what}].',
    tone: 'news',
  },
  'calibration-discussed': {
    id: 'Penilaian Anda[ pada {period}] dibahas dalam rapat kalibrasi[ pada {date}]. Catatannya ada di halaman hasil.',
    en: 'Your appraisal[ in {period}] was discussed in a calibration meeting[ on {date}]. What came of it stands on the page of your result.',
    tone: 'news',
  },
  'calibration-closed': {
    id: 'Rapat kalibrasi[ {period}] ditutup. Risalahnya dapat dibaca.',
    en: 'The calibration meeting[ of {period}] was closed. Its minutes can be read.',
    tone: 'news',
  },
  'calibration-near': {
    id: 'Rapat kalibrasi[ {period}] segera dimulai[: {date}]. Masih ada berkas yang menunggu penilaian Anda.',
    en: 'The calibration meeting[ of {period}] is near[: {date}]. Dossiers still await your judgement.',
    tone: 'act',
  },
  'calibration-return-near': {
    id: 'Penilaian Anda yang dikembalikan[ pada {period}] menunggu jawaban[ sampai {date}].',
    en: 'An appraisal of yours that was returned[ in {period}] awaits an answer[ until {date}].',
    tone: 'act',
  },
} as const satisfies Record<string, Sentence>;
