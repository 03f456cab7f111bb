import { describe, expect, it } from '@jest/globals';
import { CaseStory } from './case-story.fixture.ts';
import { publish } from './steps.ts';
import { closeOverdue } from './timeout.ts';

describe('publishing', () => {
  const decided = (): CaseStory => {
    const story = CaseStory.received();
    story.decide('approve');
    story.decide('approve');
    return story;
  };

  it('confers the title at once and tells the nominator', () => {
    const story = decided();
    expect(story.standing).toMatchObject({ state: 'DECIDED', stage: 'publication', next: { step: 'publish' }, tasks: [] });
    expect(story.mailsOf('result')).toEqual([]);
    expect(story.wake()).toBe('publish');
    expect(story.file).toMatchObject({ state: 'CONFERRED', endedAt: story.at });
    expect(story.mails.filter(({ kind }) => kind === 'result')).toMatchObject([
      { subjectKey: 'n1', personId: 'can-bo', occasion: { state: 'CONFERRED' } },
    ]);
  });

  it('waits while the nominee is held', () => {
    const story = decided();
    story.act({ kind: 'hold', holdId: 'h1', authority: 'Cơ quan điều tra' });
    expect(story.standing.next).toBeNull();
    expect(publish(story.file, story.context)).toBeNull();
    story.act({ kind: 'lift-hold', holdId: 'h1', authority: 'Cơ quan điều tra', outcome: 'cleared' });
    expect(story.wake()).toBe('publish');
  });

  it('happens once, and only to what is decided', () => {
    const story = decided();
    story.wake();
    expect(publish(story.file, story.context)).toBeNull();
    const waiting = CaseStory.received();
    expect(publish(waiting.file, waiting.context)).toBeNull();
    expect(closeOverdue(story.file, story.context)).toBeNull();
  });
});
