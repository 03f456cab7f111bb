import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { decision, directory, intake, publication, review, ruleSet, SUBMITTED_AT, wait } from './case.fixture.ts';
import { CaseBlocked } from './draft.ts';
import { escalate } from './escalation.ts';
import { receive, remind } from './steps.ts';

describe('receiving', () => {
  it('asks the first reviewer, on a clock that runs since the submission', () => {
    const story = new CaseStory();
    story.at = SUBMITTED_AT + 5_000;
    story.receive();
    expect(story.file).toMatchObject({ state: 'RECEIVED', stageIndex: 1, wait: { clock: { startedAt: SUBMITTED_AT } } });
    expect(story.open).toMatchObject([
      { id: 'n1-1-0', stage: 'unit-review', post: 'phuong-01/head', personId: 'truong', openedAt: story.at },
    ]);
    expect(story.plan).toMatchObject({
      dueAt: vn('2025-06-11 17:00'),
      closesAt: vn('2025-06-18 17:00'),
      escalateAt: vn('2025-06-13 08:30'),
    });
    expect(story.mails).toEqual([
      { subjectKey: 'n1-1-0', personId: 'truong', kind: 'assignment', occurrence: 0, taskId: 'n1-1-0', occasion: { is: 'review' } },
    ]);
    expect(story.events.map(({ type }) => type)).toEqual(['laurel.nomination.received.v1', 'laurel.task.assigned.v1']);
  });

  it('ends an excluded basis as ineligible, with the rule named to the nominator', () => {
    const story = CaseStory.received({ file: { basis: 'cumulative' } });
    expect(story.file).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'no-cumulative', endedAt: SUBMITTED_AT, tasks: [] });
    const rule = { vi: 'Không xét thành tích cộng dồn', en: 'Không xét thành tích cộng dồn' };
    expect(story.mails).toMatchObject([
      { subjectKey: 'n1', personId: 'can-bo', kind: 'result', occasion: { is: 'result', state: 'INELIGIBLE', rule } },
    ]);
    expect(story.entries.map(({ action }) => action)).toEqual(['received', 'found-ineligible']);
  });

  it('returns a dossier that lacks a document to the officer who sent it', () => {
    const story = CaseStory.received({ file: { documents: [] } });
    expect(story.file).toMatchObject({ state: 'RETURNED', returns: 1, stageIndex: 0, suspended: { stageIndex: 0, clock: null } });
    expect(story.open).toMatchObject([{ stage: 'completion', kind: 'completion', personId: 'can-bo', choices: [], round: 1 }]);
    expect(story.mails).toMatchObject([{ kind: 'assignment', occasion: { is: 'completion', missing: [{ vi: 'Báo cáo thành tích' }] } }]);
    expect(story.plan).toMatchObject({ dueAt: vn('2025-06-11 17:00'), closesAt: vn('2025-06-11 17:00'), escalateAt: null });
  });

  it('wants the bytes of a declared document where the rule says so', () => {
    const rules = ruleSet({
      stages: [intake({ declarationSuffices: false }), review(), decision('district'), decision('city'), publication],
    });
    expect(CaseStory.received({ rules }).file.state).toBe('RETURNED');
    expect(CaseStory.received({ rules, file: { receivedHashes: ['a'.repeat(64)] } }).file.state).toBe('RECEIVED');
  });

  it('ends what lacks a document where the programme returns nothing', () => {
    const story = CaseStory.received({ rules: ruleSet({ completion: { maxReturns: 0, wait: wait(5) } }), file: { documents: [] } });
    expect(story.file).toMatchObject({ state: 'INELIGIBLE', ineligibleRule: 'required-documents', returns: 0 });
    expect(story.mails).toMatchObject([{ kind: 'result', occasion: { rule: { vi: 'Hồ sơ thiếu: Báo cáo thành tích' } } }]);
  });

  it('closes a completion with the season, and plans nothing after that', () => {
    const campaignClosesAt = vn('2025-06-09 12:00');
    const story = CaseStory.received({ file: { documents: [], campaignClosesAt } });
    expect(story.plan).toMatchObject({ dueAt: campaignClosesAt, closesAt: campaignClosesAt, reminders: [] });
    expect(story.wake()).toBe('close');
    expect(story.file.state).toBe('LAPSED');
  });

  it('gives a dossier that is returned after the season its whole time', () => {
    const story = CaseStory.received({ file: { campaignClosesAt: SUBMITTED_AT } });
    story.at = vn('2025-06-05 09:00');
    story.decide('return');
    expect(story.plan.closesAt).toBe(vn('2025-06-12 17:00'));
  });

  it('does not close a review with the season', () => {
    expect(CaseStory.received({ file: { campaignClosesAt: SUBMITTED_AT + 1 } }).plan.closesAt).toBe(vn('2025-06-18 17:00'));
  });

  it('begins on hold when its nominee is held', () => {
    const story = CaseStory.received({}, ['h1', 'h2']);
    expect(story.standing).toMatchObject({ held: true, next: null, dueAt: null, tasks: [{ id: 'n1-1-0' }] });
    expect(story.file.holds).toEqual(['h1', 'h2']);
    expect(story.entries.map(({ action }) => action)).toEqual(['received', 'held', 'held']);
    expect(story.decide('approve')).toBe('HELD');
  });

  it('happens once', () => {
    const story = CaseStory.received();
    expect(receive(story.file, story.context, [])).toBeNull();
  });

  it('asks the superior of a post that nobody holds', () => {
    expect(CaseStory.received({ people: directory({ vacant: ['phuong-01/head'] }) }).asked()).toEqual(['pho-quan']);
  });

  it('is blocked while nobody up to the top can be asked', () => {
    const people = directory({ vacant: ['phuong-01/head'], topmost: ['phuong-01/head'] });
    expect(() => CaseStory.received({ people })).toThrow(CaseBlocked);
    expect(() => CaseStory.received({ people })).toThrow('NOBODY_HOLDS_POST: phuong-01/head');
  });

  it('asks who was appointed since, and keeps its instant, when it looks up posts later than it was to happen', () => {
    const usual = directory({ topmost: ['phuong-01/head'] });
    const { file, context } = new CaseStory({ people: usual });
    const appointed = context.at + 60_000;
    const people = { ...usual, holdings: usual.holdings.map((holding) => ({ ...holding, from: appointed })) };
    expect(() => receive(file, { ...context, directory: people }, [])).toThrow(CaseBlocked);
    const late = receive(file, { ...context, directory: people, peopleAt: appointed }, []);
    const usually = receive(file, context, []);
    expect(late).not.toBeNull();
    expect(late).toEqual(usually);
  });
});

describe('reminding', () => {
  it('mails everyone whose task is open, at every offset, each number once', () => {
    const story = CaseStory.received();
    const times: number[] = [];
    while (story.standing.next?.step !== 'escalate' && story.wake()) times.push(story.at);
    expect(times).toEqual(['06', '10', '11', '12'].map((day) => vn(`2025-06-${day} 08:30`)));
    expect(story.mails.filter(({ kind }) => kind === 'reminder').map(({ occurrence }) => occurrence)).toEqual([0, 1, 2, 3]);
    expect(story.open[0]?.remindersSent).toEqual([0, 1, 2, 3]);
  });

  it('is not due a millisecond too early', () => {
    const story = CaseStory.received();
    story.at = vn('2025-06-06 08:30') - 1;
    expect(remind(story.file, story.context)).toBeNull();
    story.at += 1;
    expect(remind(story.file, story.context)).not.toBeNull();
  });

  it('collapses reminders that were missed into one', () => {
    const story = CaseStory.received();
    story.at = vn('2025-06-11 09:00');
    expect(story.wake()).toBe('remind');
    expect(story.mails.filter(({ kind }) => kind === 'reminder')).toMatchObject([{ occurrence: 2 }]);
    expect(story.standing.next).toEqual({ step: 'remind', at: vn('2025-06-12 08:30') });
  });

  it('tells an officer again what is missing', () => {
    const story = CaseStory.received({ file: { documents: [] } });
    story.wakeUntil('remind');
    expect(story.mails.at(-1)).toMatchObject({
      kind: 'reminder',
      personId: 'can-bo',
      occasion: { is: 'completion', missing: [{ vi: 'Báo cáo thành tích' }] },
    });
  });
});

describe('escalating', () => {
  it('opens a task for the superior on the same seat, once', () => {
    const story = CaseStory.received();
    story.wakeUntil('escalate');
    expect(story.at).toBe(vn('2025-06-13 08:30'));
    expect(story.open).toMatchObject([
      { personId: 'truong', seat: 0, escalatedAt: story.at },
      { personId: 'pho-quan', seat: 0, post: 'district/vice-chairman', actingForId: 'truong', escalatedAt: null },
    ]);
    expect(story.mails.at(-1)).toMatchObject({ kind: 'escalation', personId: 'pho-quan', occurrence: 0 });
    expect(escalate(story.file, story.context)).toBeNull();
    expect(story.standing.next?.step).toBe('close');
  });

  it('gives the superior an own task id although nothing was recorded since the task was opened', () => {
    const quiet = ruleSet({
      stages: [intake(), review({ wait: wait(5, { remindAt: [] }) }), decision('district'), decision('city'), publication],
    });
    const story = CaseStory.received({ rules: quiet });
    expect(story.wake()).toBe('escalate');
    expect(story.open.map(({ id }) => id)).toEqual(['n1-1-0', 'n1-2-0']);
  });

  it('lets the superior decide, and the reviewer no longer', () => {
    const story = CaseStory.received();
    story.wakeUntil('escalate');
    const [own] = story.open;
    expect(story.decide('approve', 'pho-quan')).toBeNull();
    expect(story.file.tasks.find(({ id }) => id === own?.id)).toMatchObject({ state: 'superseded', closedByAct: 'a1' });
    expect(story.act({ kind: 'decide', taskId: own?.id ?? '', choice: 'approve', number: null, signedOn: null })).toBe('ALREADY_DECIDED');
    expect(story.asked()).toEqual(['chu-quan']);
  });

  it('turns to the next superior whose post is held, and tells nobody where there is none', () => {
    const above = CaseStory.received({ people: directory({ vacant: ['district/vice-chairman'] }) });
    above.wakeUntil('escalate');
    expect(above.asked()).toEqual(['truong', 'chu-quan']);
    const alone = CaseStory.received({ people: directory({ topmost: ['phuong-01/head'] }) });
    alone.wakeUntil('escalate');
    expect(alone.asked()).toEqual(['truong']);
    expect(alone.entries.at(-1)).toMatchObject({ action: 'escalated', facts: { told: 0 } });
  });

  it('does not ask somebody twice for the same seat', () => {
    const story = CaseStory.received();
    story.act({ kind: 'delegate', taskId: story.open[0]?.id ?? '', toPersonId: 'pho-quan' });
    story.wakeUntil('escalate');
    expect(story.asked()).toEqual(['pho-quan']);
  });

  it('tells the superior of an officer what a returned dossier lacks', () => {
    const completion = { maxReturns: 1, wait: wait(5, { remindAt: [], escalateAfter: 0, closesAfter: 1 }) };
    const story = CaseStory.received({ rules: ruleSet({ completion }), file: { documents: [] } });
    expect(story.wake()).toBe('escalate');
    expect(story.mails.at(-1)).toMatchObject({
      kind: 'escalation',
      personId: 'truong',
      occasion: { is: 'completion', missing: [{ vi: 'Báo cáo thành tích' }] },
    });
  });
});
