import type { CaseFile, CaseTask } from './case-file.ts';
import type { CaseStory } from './case-story.fixture.ts';
import { COMPLAINT, isHeard } from './afterwards/index.ts';
import { roundOf } from './round.ts';

type Law = (story: CaseStory) => boolean;

const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
const ended = ({ file }: CaseStory): boolean => file.endedAt !== null;

function stageOf({ file, rules }: CaseStory): string {
  if (isHeard(file)) return COMPLAINT;
  return file.state === 'RETURNED' ? 'completion' : (rules.stages[file.stageIndex]?.key ?? '');
}

/** Outcomes come in the order of the route, one for each level, and nothing comes after one that ends the route. */
function outcomesInOrder({ file, rules }: CaseStory): boolean {
  const order = file.outcomes.map(({ level }) => rules.levels.findIndex(({ key }) => key === level));
  const rising = order.every((position, i) => position > (order[i - 1] ?? -1));
  return rising && file.outcomes.slice(0, -1).every(({ outcome }) => outcome.endsWith('REFER_UP'));
}

function saneWait({ clock, plan }: NonNullable<CaseFile['wait']>): boolean {
  if (!plan) return clock.pauses.length > 0;
  const { dueAt, closesAt, escalateAt, reminders } = plan;
  const inOrder = reminders.every(({ at }, i) => at >= (reminders[i - 1]?.at ?? clock.startedAt));
  return Number.isSafeInteger(dueAt) && dueAt <= closesAt && (escalateAt ?? 0) <= closesAt && inOrder;
}

/** Every seat of the stage has been filled in this round or is before somebody. */
function everySeatCounts(story: CaseStory): boolean {
  const stage = story.rules.stages[story.file.stageIndex];
  if (ended(story) || isHeard(story.file) || story.file.state === 'RETURNED' || stage?.kind === 'notice' || !stage || !('wait' in stage))
    return true;
  const seats = stage.kind === 'review' ? stage.reviewers.length : stage.kind === 'consultation' ? stage.bodies.length : 1;
  const alive = (task: CaseTask): boolean =>
    task.state === 'open' || task.state === 'decided' || (task.state === 'lapsed' && task.choice !== null);
  const counted = story.file.tasks.filter((task) => task.stage === stage.key && task.round === roundOf(story.file) && alive(task));
  return new Set(counted.map(({ seat }) => seat)).size >= seats;
}

function oneVoiceASeat({ file }: CaseStory): boolean {
  const decided = file.tasks.filter(({ state }) => state === 'decided');
  return unique(decided.map(({ stage, round, seat }) => `${stage} ${String(round)} ${String(seat)}`));
}

function resultsTold(story: CaseStory): boolean {
  const told = story.mails.filter(({ occasion }) => occasion.is === 'result').length;
  if (story.file.revivals === 0) return told === (ended(story) ? 1 : 0);
  return told <= 1 + story.file.revivals && (!ended(story) || told > 0);
}

function settledOnce({ mails, entries, file }: CaseStory): boolean {
  const told = mails.filter(({ occasion }) => occasion.is === 'complaint-settled');
  const settled = entries.filter(({ action }) => action === 'complaint-settled').length;
  const nominator = told.filter(({ personId }) => personId === file.officerId).length;
  return nominator === settled && told.length <= 2 * settled;
}

const laws: Readonly<Record<string, Law>> = {
  'open tasks belong to the stage and round at hand': (story) =>
    story.open.every(({ stage, round }) => stage === stageOf(story) && round === roundOf(story.file)),
  'an ended case has no open task, no wait, nothing to resume and nothing next': (story) =>
    !ended(story) || (story.open.length === 0 && story.file.wait === null && story.file.suspended === null && story.standing.next === null),
  'a case that is not ended or decided asks somebody': (story) =>
    ended(story) ||
    story.file.state === 'DECIDED' ||
    story.file.state === 'IN_SESSION' ||
    ((story.open.length > 0 || story.file.state === 'ON_NOTICE') && story.file.wait !== null),
  'what is not ended and not held moves by itself': (story) =>
    ended(story) || story.standing.held || story.file.state === 'IN_SESSION' || story.standing.next !== null,
  'a held case waits for an act alone, its clocks stand still but that of a notice': ({ standing, file }) =>
    !standing.held || (standing.next === null && (file.state === 'ON_NOTICE' || !file.wait?.plan)),
  'each transition is audited and numbered on': ({ file, entries }) => file.seq === entries.length,
  'task ids are unique': ({ file }) => unique(file.tasks.map(({ id }) => id)),
  'a person is asked once for a seat': ({ open }) => unique(open.map(({ seat, personId }) => `${String(seat)} ${personId}`)),
  'no mail is planned twice': ({ mails }) =>
    unique(mails.map((mail) => [mail.subjectKey, mail.personId, mail.kind, mail.occurrence].join(' '))),
  'the result is told once, at the end, and once more after each time the case was taken up again': resultsTold,
  'how a complaint ended is told to the nominator once, and to who complained at most once': settledOnce,
  'it is returned at most as often as allowed': ({ file, rules }) => file.returns <= rules.completion.maxReturns,
  'outcomes come in the order of the route, one for each level': outcomesInOrder,
  'a level signs one line at most, and one more each time the case was taken up again': ({ lines, rules, file }) =>
    rules.levels.every(({ key }) => lines.filter(({ level }) => level === key).length <= 1 + file.revivals),
  'an award that was given is conferred, awaits it, or was taken back': ({ file }) =>
    !file.outcomes.some(({ outcome }) => outcome.startsWith('AWARD_HERE')) ||
    !['NOT_QUALIFIED', 'LAPSED', 'WITHDRAWN'].includes(file.state),
  'the instants of a wait follow one another': ({ file }) => file.wait === null || saneWait(file.wait),
  'the instants of a seat’s own wait follow one another': ({ open }) => open.every(({ own }) => own === null || saneWait(own)),
  'each seat has one voice': oneVoiceASeat,
  'each seat is filled or before somebody': everySeatCounts,
};

/** The laws that a case breaks as it stands: none, ever. */
export function brokenRules(story: CaseStory): readonly string[] {
  return Object.entries(laws).flatMap(([name, law]) => (law(story) ? [] : [name]));
}
