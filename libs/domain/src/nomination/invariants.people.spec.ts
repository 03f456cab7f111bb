import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { ActBody } from './act.ts';
import { hasConflict, isBarred } from './barred.ts';
import { beginnings, MERGED_AT, staffs, type Happening } from './case-life.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { overLives } from './over-lives.fixture.ts';

// Two cores may be busy with other suites.
jest.setTimeout(60_000);

const OF_PERSONS = new Set<ActBody['kind']>(['decide', 'delegate', 'conflict', 'not-me', 'more-time']);

describe('invariant 4: a person never acts on their own nomination or against a declared conflict', () => {
  it('invariant 4: no open task is before the nominee or somebody with a conflict, and no act of theirs is recorded', () => {
    overLives(() => ({
      stood: ({ open, file, people }) => {
        for (const { personId } of open) {
          const person = people.people.get(personId);
          expect(person && isBarred(file, person)).toBe(false);
        }
      },
      acted: ({ entries }, body, refused, before) => {
        if (refused || !OF_PERSONS.has(body.kind)) return;
        expect(hasConflict(before, entries.at(-1)?.actor ?? '')).toBe(false);
      },
    }));
  });

  it('invariant 4: an act in the name of somebody else is refused, whatever it is', () => {
    const kinds = fc.constantFrom<ActBody['kind']>('conflict', 'not-me', 'more-time', 'delegate', 'decide');
    fc.assert(
      fc.property(kinds, fc.constantFrom(...staffs.full.people.keys()), (kind, actor) => {
        const story = CaseStory.received();
        const [task] = story.open;
        fc.pre(task !== undefined && task.personId !== actor);
        const shared = { taskId: task.id, toPersonId: 'dong-nghiep', time: 1, choice: 'approve', number: null, signedOn: null };
        expect(story.act({ kind, ...shared } as ActBody, { actor })).toBe('NOT_YOUR_TASK');
      }),
    );
  });

  it('invariant 4: lifting a conflict takes a second person without one', () => {
    const lifters = fc.constantFrom(...staffs.full.people.keys());
    fc.assert(
      fc.property(lifters, fc.boolean(), (lifter, alsoConflicted) => {
        const story = CaseStory.received();
        story.act({ kind: 'conflict', taskId: story.open[0]?.id ?? '' });
        if (alsoConflicted) story.act({ kind: 'conflict', taskId: story.open[0]?.id ?? '' });
        const allowed = lifter !== 'truong' && !(alsoConflicted && lifter === 'pho-quan');
        const refused = story.act({ kind: 'lift-conflict', personId: 'truong' }, { actor: lifter });
        expect(refused).toBe(allowed ? null : 'SECOND_PERSON_REQUIRED');
        expect(hasConflict(story.file, 'truong')).toBe(!allowed);
      }),
    );
  });
});

describe('invariant 15: the open tasks of an abolished unit pass to its successor with no lost clock', () => {
  const merged = beginnings.map((beginning) => ({ ...beginning, staff: 'merged' as const, reported: true, basis: 'single-deed' as const }));
  const silence: Happening = { act: null, hours: 215, late: false };
  const passedOn: Happening = { act: { kind: 'succeed', pick: 0 }, hours: 1, late: false };

  it('invariant 15: over any life, passing a task on changes nobody’s time', () => {
    let passed = 0;
    overLives(
      () => ({
        acted: (story, body, refused, before) => {
          if (body.kind !== 'succeed' || refused) return;
          passed += 1;
          expect(story.at).toBeGreaterThanOrEqual(MERGED_AT);
          expect(story.file.wait).toEqual(before.wait);
          const left = before.tasks.find(({ id }) => id === body.taskId);
          const heir = story.open.find(({ seat }) => seat === left?.seat);
          expect(heir).toMatchObject({ stage: left?.stage, kind: left?.kind, choices: left?.choices, own: left?.own });
        },
      }),
      { from: merged, first: [silence, passedOn] },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it('invariant 15: once it is abolished, nobody new is asked in its name', () => {
    overLives(
      () => ({
        stood: ({ file, open }) => {
          for (const task of open.filter(({ openedAt }) => openedAt >= MERGED_AT)) {
            const first = file.tasks.find(({ stage, round, seat }) => stage === task.stage && round === task.round && seat === task.seat);
            if (first === task) expect(task.post.startsWith('phuong-01/')).toBe(false);
          }
        },
      }),
      { from: merged },
    );
  });
});
