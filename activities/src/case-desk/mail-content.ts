import type { NominationMailContent } from '@laurel/contracts';
import type { CaseDetails, MailRow } from '@laurel/db';
import {
  awardDecided,
  type CaseFile,
  type CaseTask,
  type Directory,
  type PlannedMail,
  type RuleSet,
  type Text,
  type WorkingCalendar,
} from '@laurel/domain';

/** What a mail's words are taken from. */
export interface MailSources {
  readonly file: CaseFile;
  readonly details: CaseDetails;
  readonly rules: RuleSet;
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
}

const unnamed = (key: string): Text => ({ vi: key, en: key });

/** Copies everything a template needs into the ledger row, so that sending reads one row and nothing can change under it. */
export function mailRowOf(mail: PlannedMail, sources: MailSources): MailRow {
  const person = mail.to ?? sources.directory.people.get(mail.personId);
  if (!person) throw new Error(`Nobody with id ${mail.personId} to write to`);
  const { subjectKey, personId, kind, occurrence, taskId } = mail;
  const content = contentOf(mail, person.fullName, sources);
  const withheld = kind === 'reminder' && 'reminders' in person && (person.reminders ?? 'each') !== 'each';
  const linkId = mail.linkId ?? null;
  return { subjectKey, personId, kind, occurrence, taskId, linkId, withheld, toAddress: person.email, language: person.language, content };
}

function contentOf(
  mail: PlannedMail,
  recipient: string,
  { file, details, rules, calendar, directory }: MailSources,
): NominationMailContent {
  const task = file.tasks.find(({ id }) => id === mail.taskId);
  const waits = task?.state === 'open';
  const plan = (waits && (task.own ?? file.wait)?.plan) || null;
  const represented = task?.actingForId ? (directory.people.get(task.actingForId)?.fullName ?? null) : null;
  return {
    about: 'nomination',
    occasion: mail.occasion,
    programme: rules.name,
    award: awardOf(file, rules, task),
    nominee: details.nominee.fullName,
    achievement: details.achievementTitle,
    unit: directory.units.get(file.unit)?.name ?? unnamed(file.unit),
    level: levelNameOf(file, rules, task),
    recipient,
    actingFor: announcesSilence(mail) ? null : represented,
    dueAt: plan?.dueAt ?? null,
    closesAt: plan?.closesAt ?? null,
    otherwise: waits ? otherwiseOf(file, rules) : null,
    zone: calendar.days.kind === 'civil' ? calendar.days.zone : 'Asia/Ho_Chi_Minh',
    silent: announcesSilence(mail) ? represented : null,
    ...(task && waits ? deadlineSequenceOf(file, task) : {}),
  };
}

/** A deadline that was moved since its clock began is told to calendars under a number that only rises. */
function deadlineSequenceOf({ wait, seq }: CaseFile, { own }: CaseTask): { readonly deadlineSequence?: number } {
  const clock = (own ?? wait)?.clock;
  const moved = own !== null || (clock !== undefined && (clock.extendedBy > 0 || clock.runningSince !== clock.startedAt));
  return moved ? { deadlineSequence: seq } : {};
}

/** The mail that first brings a superior the task of somebody who has not answered; later ones only urge. */
function announcesSilence({ kind, occurrence }: PlannedMail): boolean {
  return kind === 'escalation' && occurrence === 0;
}

/** The award that the level at hand decides on; the proposed one where no level has decided yet. */
function awardOf(file: CaseFile, rules: RuleSet, task: CaseTask | undefined): Text {
  const given = file.outcomes.findLast(({ outcome }) => outcome !== 'REFER_UP')?.level;
  const stage = rules.stages.find(({ kind, level }) => kind === 'decision' && level === (task?.level ?? given));
  const key = (stage?.kind === 'decision' ? awardDecided(stage, rules, file.award) : null) ?? file.award;
  return rules.awards.find((award) => award.key === key)?.name ?? unnamed(key);
}

function levelNameOf(file: CaseFile, rules: RuleSet, task: CaseTask | undefined): Text {
  const key = task?.level ?? file.outcomes.at(-1)?.level ?? rules.levels[0]?.key ?? '';
  return rules.levels.find((level) => level.key === key)?.name ?? unnamed(key);
}

function otherwiseOf(file: CaseFile, rules: RuleSet): NominationMailContent['otherwise'] {
  if (file.state === 'RETURNED') return 'lapse';
  if (file.complaint?.settledAt === null) return 'hand-over';
  const stage = rules.stages[file.stageIndex];
  return stage && 'timeout' in stage ? stage.timeout.kind : null;
}
