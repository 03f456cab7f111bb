import {
  groundOf,
  hearingOf,
  instanceOf,
  secondUntil,
  type CaseComplaint,
  type ComplaintInstance,
  type ComplaintOutcome,
} from '../../complaint/index.ts';
import { postOf } from '../../people/directory.ts';
import type { ActBody } from '../act.ts';
import type { CaseFile, Choice, NominationState, RefusalCode } from '../case-file.ts';
import type { Draft } from '../draft.ts';
import { levelOf } from '../standing.ts';

type Complain = Extract<ActBody, { kind: 'complain' }>;
type Decide = Extract<ActBody, { kind: 'decide' }>;

/** Stage and kind of a complaint's tasks: no stage of the route. */
export const COMPLAINT = 'complaint';

/** Results that may be complained about. */
const RESULTS: readonly NominationState[] = ['CONFERRED', 'NOT_QUALIFIED', 'INELIGIBLE'];
/** The handler answers and the result stands, or upholds the complaint. */
const CHOICES: readonly Choice[] = ['answer', 'uphold'];

/** True while a complaint is being heard. */
export function isHeard({ complaint }: CaseFile): boolean {
  return complaint !== null && complaint.settledAt === null;
}

/** Who hears the complaint that is open, and on which clock; null where none is. */
export function hearing(draft: Draft): ComplaintInstance | null {
  const { complaint: rule } = draft.context.rules;
  const { complaint } = draft.file;
  return rule && complaint?.settledAt === null ? instanceOf(rule, complaint) : null;
}

/** Takes a complaint about a result: the case is open again for its handler alone, on a clock of its own. */
export function complain(draft: Draft, body: Complain): RefusalCode | null {
  const { ground, by } = body;
  const { file, context, at } = draft;
  const asked = { ground, endedAt: RESULTS.includes(file.state) ? file.endedAt : null, latest: file.complaint, at };
  const heard = hearingOf(context.rules.complaint, context.calendar, asked);
  if (typeof heard === 'string') return heard;
  const id = `${file.nominationId}-c${String(file.revivals + 1)}`;
  const filed = { id, ground, instance: heard.instance, filedAt: at, settledAt: null, caseEndedAt: file.endedAt ?? at };
  const complaint = { ...filed, ...complainantOf(draft, body) };
  draft.set({ complaint, endedAt: null, wait: null, revivals: file.revivals + 1 });
  draft.startWait(heard.by.wait, at);
  const assignee = draft.assignee(postOf(heard.by.handler, file.unit));
  draft.openTask({ stage: COMPLAINT, kind: COMPLAINT, level: levelOf(file, context.rules), seat: 0, choices: CHOICES, assignee });
  const dueAt = draft.file.wait?.plan?.dueAt ?? null;
  draft.addEffect({ is: 'complaint-filed', id, ground, by, instance: heard.instance, dueAt });
  draft.record('complaint-filed', { complaint: id, ground, instance: heard.instance });
  return null;
}

/** Who is told how it ended besides the nominator: whoever left an address, where the rules write to them and it is not the nominator's. */
function complainantOf({ context, file }: Draft, { by, email, language = 'vi' }: Complain): Pick<CaseComplaint, 'complainant'> {
  const address = email?.trim().toLowerCase();
  const officer = context.directory.people.get(file.officerId)?.email.toLowerCase();
  if (!address || address === officer || context.rules.complaint?.tellsComplainant === false) return {};
  return { complainant: { fullName: by, email: address, language } };
}

/** Weighs the handler's answer: reasoned, and the case ends again as it had ended. */
export function settle(draft: Draft, { choice }: Decide): RefusalCode | null {
  if (!draft.act?.reason?.trim()) return 'REASON_REQUIRED';
  closeComplaint(draft, choice === 'uphold' ? 'upheld' : 'dismissed');
  return null;
}

/** Ends the hearing of the open complaint: the case ends again as it had ended, and both sides are told, once. */
export function closeComplaint(draft: Draft, outcome: ComplaintOutcome): void {
  const { complaint } = draft.file;
  if (complaint?.settledAt !== null) return;
  draft.closeOpenTasks('superseded');
  draft.set({ complaint: { ...complaint, settledAt: draft.at }, wait: null, endedAt: complaint.caseEndedAt });
  draft.addEffect({ is: 'complaint-settled', id: complaint.id, outcome });
  draft.record('complaint-settled', { complaint: complaint.id, outcome });
  tellHowItEnded(draft, complaint, outcome);
}

function tellHowItEnded(draft: Draft, complaint: CaseComplaint, outcome: ComplaintOutcome): void {
  const { id, instance, complainant } = complaint;
  const { rules, calendar } = draft.context;
  const further = outcome === 'dismissed' ? secondUntil(rules.complaint, calendar, instance, draft.at) : null;
  const told = { outcome, ground: groundOf(rules.complaint, complaint.ground), instance, reason: draft.act?.reason ?? null };
  const occasion = { is: 'complaint-settled', ...told, secondUntil: further } as const;
  draft.mailOfficer(occasion);
  if (!complainant) return;
  const { nominationId: subjectKey, revivals: occurrence } = draft.file;
  draft.mail({ subjectKey, personId: `complainant:${id}`, kind: 'result', occurrence, taskId: null, to: complainant, occasion });
}
