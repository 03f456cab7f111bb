export {
  hearingOf,
  instanceOf,
  type CaseComplaint,
  type ComplaintInstance,
  type ComplaintRefusal,
  type ComplaintRule,
  type Ground,
  type RevocationRule,
} from './complaint.ts';
