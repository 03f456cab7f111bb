import { describe, expect, it } from '@jest/globals';
import { CaseStory } from './case-story.fixture.ts';

const HOLD = { kind: 'hold', holdId: 'objection-1', authority: 'secretariat/objection' } as const;
const LIFT = { kind: 'lift-hold', holdId: 'objection-1', authority: 'secretariat/objection' } as const;

/** The first level has approved; then somebody says that it was not them. */
function objected(): { readonly story: CaseStory; readonly stage: string } {
  const story = CaseStory.received();
  const stage = story.open[0]?.stage ?? '';
  story.decide('approve');
  story.act(HOLD, { actor: 'truong' });
  return { story, stage };
}

describe('an answer that was not its person’s', () => {
  it('stands after all: the case goes on where it stood, on the clock that the hold had stopped', () => {
    const { story } = objected();
    const [asked] = story.open;
    expect(story.standing.next).toBeNull();
    expect(story.act({ ...LIFT, outcome: 'cleared' }, { actor: 'operator:1' })).toBeNull();
    expect(story.standing).toMatchObject({ held: false, next: expect.anything() });
    expect(story.open).toMatchObject([{ id: asked?.id }]);
  });

  it('is undone in the transition that lifts the hold: its stage is asked again, and whoever was asked since no longer is', () => {
    const { story, stage } = objected();
    const [asked] = story.open;
    expect(story.act({ ...LIFT, outcome: 'confirmed', reopen: stage }, { actor: 'operator:1' })).toBeNull();
    expect(story.open).toMatchObject([{ stage }]);
    expect(story.standing).toMatchObject({ state: 'RECEIVED', held: false, next: expect.anything() });
    expect(story.file.tasks.find(({ id }) => id === asked?.id)?.state).toBe('superseded');
    expect(story.file.outcomes).toEqual([]);
    expect(story.entries.slice(-2).map(({ action }) => action)).toEqual(['hold-lifted', 'reopened']);
    expect(story.decide('approve')).toBeNull();
    expect(story.open[0]?.stage).not.toBe(stage);
  });

  it('is undone too where the case was withdrawn meanwhile: the lifting takes it up again at that stage', () => {
    const { story, stage } = objected();
    story.act({ kind: 'withdraw' });
    expect(story.act({ ...LIFT, outcome: 'confirmed', reopen: stage }, { actor: 'operator:1' })).toBeNull();
    expect(story.open).toMatchObject([{ stage }]);
  });

  it('is kept while something else holds the case, and the audit says why', () => {
    const { story, stage } = objected();
    story.act({ kind: 'hold', holdId: 'inspection', authority: 'Thanh tra' });
    expect(story.act({ ...LIFT, outcome: 'confirmed', reopen: stage }, { actor: 'operator:1' })).toBeNull();
    expect(story.open[0]?.stage).not.toBe(stage);
    expect(story.entries.at(-1)).toMatchObject({ action: 'hold-lifted', facts: { reopened: stage, kept: 'HELD' } });
  });
});
