import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { ruleSet, submitted } from './case.fixture.ts';
import { levelOf, stageKindOf, standingOf } from './standing.ts';

describe('where a case stands', () => {
  it('is intake at the lowest level before receipt, with nothing to do', () => {
    expect(standingOf(submitted(), ruleSet())).toEqual({
      seq: 0,
      state: 'SUBMITTED',
      level: 'grassroots',
      stage: 'intake',
      tasks: [],
      next: null,
      dueAt: null,
      held: false,
    });
  });

  it('names the open tasks with their choices, and the next instant', () => {
    const story = CaseStory.received();
    expect(story.standing).toEqual({
      seq: 1,
      state: 'RECEIVED',
      level: 'grassroots',
      stage: 'review',
      held: false,
      dueAt: vn('2025-06-11 17:00'),
      tasks: [{ id: 'n1-1-0', choices: ['approve', 'reject', 'return', 'delegate'] }],
      next: { step: 'remind', at: vn('2025-06-06 08:30') },
    });
  });

  it('is completion while a returned dossier waits, at the level that returned it', () => {
    const story = CaseStory.received();
    story.decide('approve');
    story.decide('return');
    expect(story.standing).toMatchObject({ state: 'RETURNED', level: 'district', stage: 'completion', tasks: [{ choices: [] }] });
  });

  it('leaves out tasks that are closed', () => {
    const story = CaseStory.received();
    story.decide('approve');
    expect(story.file.tasks).toHaveLength(2);
    expect(story.standing).toMatchObject({ level: 'district', stage: 'decision', tasks: [{ id: story.open[0]?.id }] });
  });

  it('is publication, due at once, when decided', () => {
    const story = CaseStory.received();
    story.decide('approve');
    story.decide('approve');
    expect(story.standing).toMatchObject({
      state: 'DECIDED',
      level: 'district',
      stage: 'publication',
      tasks: [],
      next: { step: 'publish', at: 0 },
      dueAt: null,
    });
  });

  it('is ended in the end, with nothing next', () => {
    const story = CaseStory.received();
    story.decide('reject');
    expect(story.standing).toMatchObject({ state: 'NOT_QUALIFIED', stage: 'ended', tasks: [], next: null, dueAt: null, held: false });
  });

  it('waits for an act alone while it is held', () => {
    expect(CaseStory.received({}, ['h1']).standing).toMatchObject({ held: true, next: null, dueAt: null, tasks: [{ id: 'n1-1-0' }] });
  });

  it('survives a stage that its rules do not know', () => {
    const lost = submitted({ stageIndex: 99 });
    expect(stageKindOf(lost, ruleSet())).toBe('intake');
    expect(levelOf(lost, ruleSet())).toBe('grassroots');
  });

  it('holds no name, address or reason', () => {
    const story = CaseStory.received();
    story.decide('return', 'truong', 'Thiếu xác nhận');
    const seen = JSON.stringify(story.standing);
    for (const secret of ['truong', 'can-bo', '@', 'Thiếu']) expect(seen).not.toContain(secret);
  });
});
