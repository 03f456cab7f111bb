import { describe, expect, it } from '@jest/globals';
import { ballotRule } from '../ballot/ballot.fixture.ts';
import type { SessionStage } from '../route/rule-set.ts';
import type { ActBody } from './act.ts';
import { decision, intake, publication, ruleSet } from './case.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';

const HELD = { kind: 'hold', holdId: 'h1', authority: 'Thanh tra quận' } as const;
const SESSION: SessionStage = {
  ...{ kind: 'session', key: 'hop', level: 'district', council: 'quan', award: 'ntvt-district', ballot: ballotRule(), passes: 'go-on' },
};
const VOTES = { yes: 14, no: 1, abstain: 0 };
const outcome = (changes: Partial<Extract<ActBody, { kind: 'session-outcome' }>> = {}): ActBody => ({
  ...{ kind: 'session-outcome', sessionId: 's1', outcome: 'qualified', because: 'threshold-reached', votes: VOTES },
  ...changes,
});

const before = (): CaseStory =>
  CaseStory.received({ rules: ruleSet({ stages: [intake(), SESSION, decision('district'), decision('city'), publication] }) });

describe('a nomination before a council', () => {
  it('waits without a task, a clock or a next step', () => {
    const story = before();
    expect(story.standing).toMatchObject({ state: 'IN_SESSION', stage: 'session', tasks: [], next: null, dueAt: null });
  });

  it('goes on to the authority when its line passes, with the votes in the audit chain', () => {
    const story = before();
    story.act(outcome());
    expect(story.standing).toMatchObject({ stage: 'decision', level: 'district' });
    expect(story.file.state).not.toBe('IN_SESSION');
    expect(story.entries.find(({ action }) => action === 'session-voted')?.facts).toEqual({
      ...{ sessionId: 's1', outcome: 'qualified', because: 'threshold-reached', yes: 14, no: 1, abstain: 0 },
    });
  });

  it('is not qualified when its line fails', () => {
    const story = before();
    story.act(outcome({ outcome: 'not-qualified', because: 'threshold-missed', votes: { ...VOTES, yes: 13 } }));
    expect(story.file.state).toBe('NOT_QUALIFIED');
    expect(story.file.endedAt).not.toBeNull();
  });

  it('waits for another session when its line is set aside', () => {
    const story = before();
    story.act(outcome({ outcome: 'set-aside', because: 'too-few-votes', votes: null }));
    expect(story.standing).toMatchObject({ state: 'IN_SESSION', stage: 'session' });
    story.act(outcome({ sessionId: 's2' }));
    expect(story.standing.stage).toBe('decision');
  });

  it('is set aside by a hold that comes between the count and its outcome', () => {
    const story = before();
    story.act(HELD);
    story.act(outcome());
    expect(story.standing).toMatchObject({ state: 'IN_SESSION', held: true });
    expect(story.entries.at(-1)?.facts).toMatchObject({ outcome: 'set-aside', because: 'held' });
  });

  it('takes no outcome anywhere else, and none twice', () => {
    const story = before();
    story.act(outcome());
    expect(story.act(outcome())).toBe('INVALID_ACT');
    expect(CaseStory.received().act(outcome())).toBe('INVALID_ACT');
  });

  it('can be withdrawn, and then takes none', () => {
    const story = before();
    story.act({ kind: 'withdraw' });
    expect(story.act(outcome())).toBe('CASE_ENDED');
  });
});
