import type { CaseFile, CaseTask } from './case-file.ts';
import type { CaseStory } from './case-story.fixture.ts';
import { roundOf } from './round.ts';

type Law = (story: CaseStory) => boolean;

const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
const ended = ({ file }: CaseStory): boolean => file.endedAt !== null;

function stageOf({ file, rules }: CaseStory): string {
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
  if (ended(story) || story.file.state === 'RETURNED' || stage?.kind === 'notice' || !stage || !('wait' in stage)) return true;
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

const laws: Readonly<Record<string, Law>> = {
  'open tasks belong to the stage and round at hand': (story) =>
    story.open.every(({ stage, round }) => stage === stageOf(story) && round === roundOf(story.file)),
  'an ended case has no open task, no wait, nothing to resume and nothing next': (story) =>
    !ended(story) || (story.open.length === 0 && story.file.wait === null && story.file.suspended === null && story.standing.next === null),
  'a case that is not ended or decided asks somebody': (story) =>
    ended(story) ||
    story.file.state === 'DECIDED' ||
    ((story.open.length > 0 || story.file.state === 'ON_NOTICE') && story.file.wait !== null),
  'what is not ended and not held moves by itself': (story) => ended(story) || story.standing.held || story.standing.next !== null,
  'a held case waits for an act alone, its clocks stand still but that of a notice': ({ standing, file }) =>
    !standing.held || (standing.next === null && (file.state === 'ON_NOTICE' || !file.wait?.plan)),
  'each transition is audited and numbered on': ({ file, entries }) => file.seq === entries.length,
  'task ids are unique': ({ file }) => unique(file.tasks.map(({ id }) => id)),
  'a person is asked once for a seat': ({ open }) => unique(open.map(({ seat, personId }) => `${String(seat)} ${personId}`)),
  'no mail is planned twice': ({ mails }) =>
    unique(mails.map((mail) => [mail.subjectKey, mail.personId, mail.kind, mail.occurrence].join(' '))),
  'the result is told once, at the end': (story) => story.mailsOf('result').length === (ended(story) ? 1 : 0),
  'it is returned at most as often as allowed': ({ file, rules }) => file.returns <= rules.completion.maxReturns,
  'outcomes come in the order of the route, one for each level': outcomesInOrder,
  'a level signs one line at most': ({ lines }) => unique(lines.map(({ level }) => level)),
  'an award that was given is conferred or awaits it': ({ file, lines }) =>
    !lines.some(({ award }) => award !== null) || !['NOT_QUALIFIED', 'LAPSED', 'WITHDRAWN'].includes(file.state),
  'the instants of a wait follow one another': ({ file }) => file.wait === null || saneWait(file.wait),
  'the instants of a seat’s own wait follow one another': ({ open }) => open.every(({ own }) => own === null || saneWait(own)),
  'each seat has one voice': oneVoiceASeat,
  'each seat is filled or before somebody': everySeatCounts,
};

/** The laws that a case breaks as it stands: none, ever. */
export function brokenRules(story: CaseStory): readonly string[] {
  return Object.entries(laws).flatMap(([name, law]) => (law(story) ? [] : [name]));
}
