import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { RefusalCode } from './case-file.ts';
import { routes } from './case-life.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { bodyOf } from './case-tries.fixture.ts';
import type { PlannedMail } from './change.ts';
import { overLives } from './over-lives.fixture.ts';

// Two cores may be busy with other suites.
jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const ROUTES = Object.keys(routes) as (keyof typeof routes)[];

/** Chooses for the first open task what moves the case on. */
const favour = (story: CaseStory): RefusalCode | null => story.act(bodyOf(story, { kind: 'favour', pick: 0 }));

const keyOf = ({ subjectKey, personId, kind, occurrence }: PlannedMail): string => [subjectKey, personId, kind, occurrence].join(' ');
const of = ({ mails }: CaseStory, taskId: string, kind: PlannedMail['kind']): readonly PlannedMail[] =>
  mails.filter((mail) => mail.taskId === taskId && mail.kind === kind);

describe('invariant 10: each message once for each task, person, kind and occurrence', () => {
  it('invariant 10: over any life, with every step taken again by a worker that knows nothing of the first', () => {
    overLives(() => ({
      stood: ({ mails }) => {
        expect(new Set(mails.map(keyOf)).size).toBe(mails.length);
      },
    }));
  });

  it('invariant 10: every task is brought to its person by one mail, and what was decided is confirmed by one', () => {
    let tasks = 0;
    overLives(() => ({
      stood: (story) => {
        for (const { id, personId, state, remindersSent } of story.file.tasks) {
          const brought = story.mails.filter(
            (mail) => mail.taskId === id && (mail.kind === 'assignment' || mail.kind === 'escalation') && mail.occurrence === 0,
          );
          expect(brought.filter((mail) => mail.personId === personId)).toHaveLength(1);
          expect(of(story, id, 'confirmation')).toHaveLength(state === 'decided' ? 1 : 0);
          expect(of(story, id, 'reminder').map(({ occurrence }) => occurrence)).toEqual(remindersSent);
          tasks += 1;
        }
      },
    }));
    expect(tasks).toBeGreaterThan(500);
  });
});

describe('invariant 11: a mailed link is good for one task, and for as long as that is open', () => {
  it('invariant 11: over any life, no act on a closed task changes anything', () => {
    let tried = 0;
    overLives(() => ({
      acted: ({ file }, body, refused, before) => {
        if (!('taskId' in body)) return;
        const task = before.tasks.find(({ id }) => id === body.taskId);
        if (task?.state === 'open') return;
        tried += 1;
        expect(refused).not.toBeNull();
        expect(file).toBe(before);
      },
    }));
    expect(tried).toBeGreaterThan(50);
  });

  it('invariant 11: over any life, an act on one task decides that task and no other', () => {
    overLives(() => ({
      acted: ({ file }, body, refused, before) => {
        if (refused || !('taskId' in body)) return;
        const decided = file.tasks.filter(
          ({ id, state }) => state === 'decided' && before.tasks.find((task) => task.id === id)?.state === 'open',
        );
        expect(decided.map(({ id }) => id)).toEqual(body.kind === 'decide' ? [body.taskId] : []);
      },
    }));
  });

  it('invariant 11: at its closing instant a task takes no decision any more, a millisecond earlier it does, whatever its stage', () => {
    const asked = new Set<string>();
    const stages = fc.tuple(fc.constantFrom(...ROUTES), fc.nat(5), fc.nat(10 * DAY_MS));
    fc.assert(
      fc.property(stages, ([route, steps, after]) => {
        const story = CaseStory.received({ rules: routes[route] });
        for (let step = 0; step < steps && story.open.length > 0; step++) favour(story);
        const [task] = story.open;
        const closesAt = (task?.own ?? story.file.wait)?.plan?.closesAt;
        fc.pre(task !== undefined && closesAt !== undefined);
        asked.add(task.kind);
        const early = structuredClone(story.file);
        story.at = closesAt + after;
        expect(favour(story)).toBe('DEADLINE_PASSED');
        expect(story.file).toEqual(early);
        story.at = closesAt - 1;
        expect(favour(story)).toBeNull();
      }),
      { numRuns: 200 },
    );
    expect([...asked].toSorted()).toEqual(['appraisal', 'consultation', 'decision', 'review']);
  });
});
