import type { ActOutcome, RecordActInput, RecordActResult } from '@laurel/contracts';
import type { LoadedAct, LoadedCase } from '@laurel/db';
import { publish, recordAct, type CaseContext, type Change, type DecisionLine, type PlannedMail, type RefusalCode } from '@laurel/domain';
import type { CaseDesk } from '../case-desk/case-desk.ts';

/** Records what somebody did: a decision, a completion, a withdrawal, a hold. */
export class RecordAct {
  private readonly desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.desk = desk;
  }

  /** Safe to retry: an act that is settled answers what it answered; the task row decides who was first. */
  async recordAct(input: RecordActInput): Promise<RecordActResult> {
    const { standing, answer } = await this.desk.take(input, (loaded, context) => weigh(loaded, context));
    if (!answer.recorded) await this.desk.refuseAct(input.actId, answer.refused, input.at);
    return { standing, outcome: answer };
  }
}

function weigh(loaded: LoadedCase, context: CaseContext): { readonly change: Change | null; readonly answer: ActOutcome } {
  const { act, file } = loaded;
  if (!act) return { change: null, answer: { recorded: false, refused: 'INVALID_ACT' } };
  if (act.state !== 'pending') return { change: null, answer: settled(act) };
  const result = recordAct(file, context, act);
  if ('refused' in result) return { change: null, answer: { recorded: false, refused: result.refused } };
  return { change: withPublication(result, context), answer: { recorded: true, seq: file.seq + 1, recordedAt: context.at } };
}

/** What an act decides is published in the same transaction: one commit less, and nobody sees it half done. */
function withPublication(decided: Change, context: CaseContext): Change {
  const published = publish(decided.file, context);
  if (!published) return decided;
  return {
    file: published.file,
    mails: [...decided.mails, ...published.mails.map((mail) => withPaper(mail, decided.lines.at(-1)))],
    events: [...decided.events, ...published.events],
    entries: [...decided.entries, ...published.entries],
    lines: decided.lines,
    effects: [...decided.effects, ...published.effects],
  };
}

/** The result names the decision that was signed in the same transaction. */
function withPaper(mail: PlannedMail, line: DecisionLine | undefined): PlannedMail {
  if (!line || mail.occasion.is !== 'result') return mail;
  return { ...mail, occasion: { ...mail.occasion, decisionNumber: line.number, signedOn: line.signedOn } };
}

function settled(act: LoadedAct): ActOutcome {
  if (act.state === 'recorded') return { recorded: true, seq: act.seq ?? 0, recordedAt: act.settledAt ?? 0 };
  return { recorded: false, refused: (act.refusal ?? 'INVALID_ACT') as RefusalCode };
}
