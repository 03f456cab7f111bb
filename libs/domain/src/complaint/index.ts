export {
  groundOf,
  hearingOf,
  instanceOf,
  type CaseComplaint,
  type Complainant,
  type ComplaintInstance,
  type ComplaintOutcome,
  type ComplaintRefusal,
  type ComplaintRule,
  type Ground,
  type RevocationRule,
} from './complaint.ts';
