import { describe, expect, it } from '@jest/globals';
import type { NominationActivities, Standing } from '@laurel/contracts';
import { onDay } from '../season/calendar.ts';
import { people } from '../season/people.ts';
import { threeLevels } from '../season/rules.ts';
import { deskActivities } from './desk-activities.ts';
import { MemoryDesk } from './memory-desk.ts';

const AT = { nominationId: 'N1', at: 0 };

async function received(): Promise<{ desk: MemoryDesk; steps: NominationActivities; standing: Standing }> {
  const desk = new MemoryDesk({ rules: threeLevels(), directory: people() });
  desk.submit({ nominationId: 'N1', submittedAt: 0 });
  const steps = deskActivities(desk);
  return { desk, steps, standing: await steps.receiveNomination(AT) };
}

async function approval(desk: MemoryDesk, taskId: string): Promise<string> {
  const body = { kind: 'decide', taskId, choice: 'approve', number: null, signedOn: null } as const;
  const { id } = await desk.acts.write({ nominationId: 'N1', actor: 'head', reason: null, body, origin: null });
  return id;
}

describe('the desk in memory', () => {
  it('receives once, however often it is asked', async () => {
    const { desk, steps, standing } = await received();
    expect(await steps.receiveNomination(AT)).toEqual(standing);
    expect(desk.actionsOf('N1')).toEqual(['received']);
    expect(desk.ledger.all().map(({ kind, personId }) => [kind, personId])).toEqual([['assignment', 'head']]);
  });

  it.each([
    ['remindReviewers', onDay(2, 0.5), 'reminded'],
    ['escalateDelay', onDay(7, 0.5), 'escalated'],
    ['closeOverdue', onDay(10, 0.75), 'handed-over'],
  ] as const)('takes the step %s when it is due, and once', async (step, at, action) => {
    const { desk, steps } = await received();
    for (const early of ['remindReviewers', 'escalateDelay', 'closeOverdue'] as const) await steps[early]({ ...AT, at: at - 1 });
    await steps[step]({ ...AT, at });
    const standing = await steps[step]({ ...AT, at });
    expect(desk.actionsOf('N1').filter((done) => done === action)).toHaveLength(1);
    expect(standing).toEqual(desk.standingOf('N1'));
    expect(desk.ledger.repeats).toBe(0);
  });

  it('keeps one act of a person for one choice on one task, and writes it anew once it was refused', async () => {
    const { desk, standing } = await received();
    const taskId = standing.tasks[0]?.id ?? '';
    const first = await approval(desk, taskId);
    expect(await approval(desk, taskId)).toBe(first);
    await desk.acts.refuse(first, 'HELD');
    expect(await approval(desk, taskId)).not.toBe(first);
  });

  it('answers for an act that is settled what it answered first', async () => {
    const { desk, steps, standing } = await received();
    const actId = await approval(desk, standing.tasks[0]?.id ?? '');
    const first = await steps.recordAct({ ...AT, at: 5, actId });
    const again = await steps.recordAct({ ...AT, at: 900, actId });
    expect(again).toEqual(first);
    expect(first.outcome).toEqual({ recorded: true, seq: 2, recordedAt: 5 });
  });

  it('commits and then loses the answer when told to', async () => {
    const { desk, steps, standing } = await received();
    const actId = await approval(desk, standing.tasks[0]?.id ?? '');
    desk.faults.loseAnswer('recordAct');
    await expect(steps.recordAct({ ...AT, actId })).rejects.toThrow('died after its commit');
    expect(desk.standingOf('N1').level).toBe('district');
  });

  it('writes nothing when it fails before the commit', async () => {
    const { desk, steps, standing } = await received();
    const actId = await approval(desk, standing.tasks[0]?.id ?? '');
    desk.faults.fail('recordAct', 2);
    for (let i = 0; i < 2; i++) await expect(steps.recordAct({ ...AT, actId })).rejects.toThrow('does not answer');
    expect(desk.standingOf('N1')).toEqual(standing);
    expect((await steps.recordAct({ ...AT, actId })).outcome.recorded).toBe(true);
  });

  it('does not know a nomination that nobody submitted', async () => {
    const { steps } = await received();
    await expect(steps.receiveNomination({ nominationId: 'N9', at: 0 })).rejects.toMatchObject({ name: 'UnknownNomination' });
  });
});
