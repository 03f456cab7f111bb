export {
  groundOf,
  hearingOf,
  instanceOf,
  secondUntil,
  type CaseComplaint,
  type Complainant,
  type ComplaintInstance,
  type ComplaintOutcome,
  type ComplaintRefusal,
  type ComplaintRule,
  type Ground,
  type RevocationRule,
} from './complaint.ts';
