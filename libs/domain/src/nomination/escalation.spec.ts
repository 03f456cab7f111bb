import { describe, expect, it } from '@jest/globals';
import { CaseStory } from './case-story.fixture.ts';

describe('a mail that cannot be delivered', () => {
  const undelivered = (): { readonly story: CaseStory; readonly taskId: string } => {
    const story = CaseStory.received();
    return { story, taskId: story.open[0]?.id ?? '' };
  };

  it('asks the superior at once, on the same seat', () => {
    const { story, taskId } = undelivered();
    expect(story.act({ kind: 'undeliverable', taskId }, { actor: 'source:mail' })).toBeNull();
    expect(story.open).toHaveLength(2);
    expect(new Set(story.open.map(({ seat }) => seat)).size).toBe(1);
    expect(story.mails.at(-1)).toMatchObject({ kind: 'escalation', taskId: story.open[1]?.id });
    expect(story.entries.at(-1)).toMatchObject({ action: 'mail-undeliverable', actor: 'source:mail', facts: { told: true } });
  });

  it('lets the superior decide in the place of the one who was not reached', () => {
    const { story, taskId } = undelivered();
    story.act({ kind: 'undeliverable', taskId });
    const superior = story.open[1];
    expect(story.act({ kind: 'decide', taskId: superior?.id ?? '', choice: 'approve', number: null, signedOn: null })).toBeNull();
    expect(story.file.tasks.find(({ id }) => id === taskId)?.state).toBe('superseded');
  });

  it('escalates a task once, whatever is said of it later', () => {
    const { story, taskId } = undelivered();
    story.act({ kind: 'undeliverable', taskId });
    expect(story.act({ kind: 'undeliverable', taskId })).toBe('INVALID_ACT');
    expect(story.open).toHaveLength(2);
  });

  it('goes on to the next superior when the first stays silent too', () => {
    const { story, taskId } = undelivered();
    story.act({ kind: 'undeliverable', taskId });
    story.wakeUntil('escalate');
    expect(story.open.map(({ post }) => post)).toEqual(['phuong-01/head', 'district/vice-chairman', 'district/chairman']);
  });

  it('changes nothing once the task is closed', () => {
    const { story, taskId } = undelivered();
    story.decide('approve');
    expect(story.act({ kind: 'undeliverable', taskId })).toBe('ALREADY_DECIDED');
  });
});
