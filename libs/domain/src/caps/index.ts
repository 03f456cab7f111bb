export { capScope, claimsOf, freeNumber, type SlotClaim, type SlotPlace } from './caps.ts';
