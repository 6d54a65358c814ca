export { type AnswerContent, giveAnswer } from './give.ts';
export { guestCodeOf } from './guest-code.ts';
export { currentKeys, HOLDERS, type Holder, holdersOf, makeKey, sealIsReady } from './keys.ts';
export { type ReleaseOptions, releaseDueRounds } from './release.ts';
export { newKeyPair, openDraft, sealDraft, splitOrigin, type VoiceKey } from './seal.ts';
