/** How far one person's result depends on who rated: computed by the scheme itself, changing nothing. */
export { chanceInWords, twentieths } from './chance.ts';
export { DRAWS, type OtherRaters, otherRaters, type PersonEstimate, type Share } from './other-rater.ts';
export { type Standing, standingOf, withoutConfirmations } from './standing.ts';
export { type VoiceLeftOut, voicesLeftOut, withoutVoice } from './voices.ts';
