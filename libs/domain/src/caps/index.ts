export { capScope, claimsOf, freeNumber, limitOf, shareBase, type ShareBase, type SlotClaim, type SlotPlace } from './caps.ts';
export { shareReached, type ShareStanding } from './share-words.ts';
