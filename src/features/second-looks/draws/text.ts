import { messages } from '#platform/locale/messages.ts';

/** What stands in the way of a step of the draw. */
export const text = messages({
  periodNotOpen: {
    id: 'Periode ini belum dibuka.',
    en: 'This period is not open yet.',
  },
  drawOpen: {
    id: 'Undian lain untuk periode ini masih berjalan.',
    en: 'Another draw for this period is under way.',
  },
  nobodyEligible: {
    id: 'Belum ada hasil penilaian yang dapat diundi, atau semuanya sudah pernah diundi.',
    en: 'There is no result to draw from yet, or all were on an earlier list.',
  },
  twoPeople: {
    id: 'Dua pihak undian harus dua orang yang berbeda.',
    en: 'The two parties of a draw have to be two people.',
  },
  notCommitting: {
    id: 'Komitmen sudah lengkap atau undian sudah berakhir. Muat ulang halaman.',
    en: 'Both have committed, or the draw has ended. Reload the page.',
  },
  alreadyCommitted: {
    id: 'Komitmen pihak ini sudah tercatat. Muat ulang halaman.',
    en: 'This party has committed already. Reload the page.',
  },
  sameCommitment: {
    id: 'Rahasia ini sama dengan pihak lain. Buat rahasia sendiri.',
    en: 'The other party has the same secret. Please make one of your own.',
  },
  notRevealing: {
    id: 'Rahasia baru dapat dibuka setelah kedua komitmen tercatat.',
    en: 'Secrets are revealed once both have committed.',
  },
  alreadyRevealed: {
    id: 'Rahasia pihak ini sudah dibuka. Muat ulang halaman.',
    en: 'This party has revealed already. Reload the page.',
  },
  otherSecret: {
    id: 'Rahasia ini tidak cocok dengan komitmen yang tercatat. Periksa salinan Anda, termasuk spasi.',
    en: 'This secret does not fit the recorded commitment. Check your copy, spaces too.',
  },
  waitTwoDays: {
    id: 'Satu pihak sudah membuka rahasianya. Undian baru dapat dibatalkan dua hari setelah kedua komitmen tercatat.',
    en: 'One party has revealed. The draw can only be abandoned two days after both had committed.',
  },
});
