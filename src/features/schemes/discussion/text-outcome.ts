/** Words of the outcome of a discussion, of what changed because of it, and of what still hinders adoption. */
import { messages } from '#platform/locale/messages.ts';

export const outcomeText = messages({
  title: { id: 'Hasil pembahasan: {title}', en: 'Outcome of the discussion: {title}' },
  introOpen: {
    id: 'Keadaan sementara: pembahasan belum selesai dan jawaban masih dapat bertambah.',
    en: 'For now: the discussion is not finished and answers may be added.',
  },
  introAdopted: {
    id: 'Catatan tetap tentang apa yang diusulkan, dijawab, dan diubah sebelum skema ini ditetapkan.',
    en: 'The lasting record of what was proposed, answered and changed before this scheme was adopted.',
  },
  introOther: {
    id: 'Apa yang diusulkan, dijawab, dan diubah dalam pembahasan rancangan ini.',
    en: 'What was proposed, answered and changed in the discussion of this draft.',
  },
  print: { id: 'Halaman ini dapat dicetak dari peramban.', en: 'This page can be printed from the browser.' },
  summary: { id: 'Ringkasan', en: 'Summary' },
  span: { id: 'Masa pembahasan', en: 'Time of discussion' },
  votesGiven: { id: 'Suara diberikan', en: 'Votes given' },
  votersOf: { id: '{votes} suara dari {voters} orang', en: '{votes} votes by {voters} people' },
  withdrawnCount: { id: 'Ditarik penulisnya', en: 'Withdrawn by authors' },
  adoptedAs: { id: 'Ditetapkan sebagai', en: 'Adopted as' },
  version: { id: '{id} versi {version}', en: '{id} version {version}' },
  nothing: { id: 'Tidak ada usulan dalam pembahasan ini', en: 'There were no proposals in this discussion' },
  number: { id: 'Usulan {number}', en: 'Proposal {number}' },
  notAnswered: { id: 'Belum dijawab', en: 'Not answered yet' },
  author: { id: 'Pengusul', en: 'Author' },

  changeTitle: { id: 'Perubahan pada naskah ke-{number}', en: 'Change in text {number}' },
  changeIntro: {
    id: 'Disimpan {name}, {at}, karena usulan di bawah ini.',
    en: 'Saved by {name}, {at}, because of the proposals below.',
  },
  because: { id: 'Karena usulan', en: 'Because of' },
  whatChanged: { id: 'Yang berubah', en: 'What changed' },
  lines: { id: 'Perbedaan baris demi baris', en: 'Difference line by line' },

  findUnanswered: {
    id: '{count} usulan belum dijawab. Jawab setiap usulan sebelum rancangan ditetapkan.',
    en: {
      one: '{count} proposal is unanswered. Answer every proposal before the draft is adopted.',
      other: '{count} proposals are unanswered. Answer every proposal before the draft is adopted.',
    },
  },
  findNeverOpened: {
    id: 'Skema ini meminta rancangan dibahas paling sedikit {days} hari, tetapi pembahasan belum dibuka.',
    en: 'This scheme asks for {days} days of discussion at least, but no discussion was opened.',
  },
  findTooShort: {
    id: 'Skema ini meminta rancangan dibahas paling sedikit {days} hari; baru {done} hari berjalan.',
    en: 'This scheme asks for {days} days of discussion at least; {done} have passed.',
  },
  findNoChange: {
    id: '{count} usulan yang diterima belum menunjuk naskah yang berubah karenanya.',
    en: {
      one: '{count} proposal that was taken up names no text that changed because of it.',
      other: '{count} proposals that were taken up name no text that changed because of them.',
    },
  },
  showThem: { id: 'Lihat usulannya', en: 'See them' },
  toDraft: { id: 'Buka pembahasan', en: 'Open a discussion' },
  toDiscussion: { id: 'Ke pembahasan', en: 'To the discussion' },
});
