import { describe, expect, it } from '@jest/globals';
import { CaseStory } from '../case-story.fixture.ts';
import { decision, intake, publication } from '../case.fixture.ts';
import { Draft } from '../draft.ts';
import { rulesOf } from './index.ts';
import { needsReason } from './stage-rules.ts';

describe('the rules of stages', () => {
  it('want a reason for a rejection and a return, for nothing else', () => {
    const choices = ['approve', 'refer-up', 'approve-and-refer-up', 'reject', 'return', 'delegate', 'complete'] as const;
    expect(choices.filter(needsReason)).toEqual(['reject', 'return']);
  });

  it('let nobody decide where nobody is asked', () => {
    const story = CaseStory.received();
    const draft = new Draft(story.file, story.context);
    const [task] = story.open;
    if (!task) throw new Error('Nobody is asked');
    const body = { kind: 'decide', taskId: task.id, choice: 'approve', number: null, signedOn: null } as const;
    for (const stage of [intake(), publication])
      expect(rulesOf(stage).decide(draft, stage, task, body)).toEqual({ then: 'forbid', code: 'NOT_YOUR_TASK' });
    expect(rulesOf(decision('city')).decide(draft, decision('city'), task, body)).toEqual({ then: 'award' });
  });
});
