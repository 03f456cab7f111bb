import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { usedMsAt } from '../calendar/index.ts';
import { beginnings, type Happening } from './case-life.fixture.ts';
import { CaseStory } from './case-story.fixture.ts';
import { appraisal, decision, intake, notice, publication, REPORT, review, ruleSet, SUBMITTED_AT } from './case.fixture.ts';
import { overLives } from './over-lives.fixture.ts';
import { waitRuleOf } from './waiting.ts';

// Two cores may be busy with other suites.
jest.setTimeout(60_000);
import { Draft } from './draft.ts';

const MINUTE = 60_000;
const authority = 'Cơ quan điều tra';

const FAVOURED: Happening = { act: { kind: 'favour', pick: 0 }, hours: 2, late: false };

describe('invariant 6: deadlines follow the pinned calendar', () => {
  it('invariant 6: only an audited recalculation moves a running deadline to another calendar', () => {
    overLives(() => {
      let version = '1';
      return {
        acted: ({ file, entries }, body, refused) => {
          if (body.kind === 'recalculate' && !refused) {
            version = body.calendarVersion;
            expect(entries.at(-1)?.action).toBe('deadlines-recalculated');
          }
          expect(file.calendarVersion).toBe(version);
        },
      };
    });
  });
});

describe('invariant 7: the clock stops on return and hold and remembers the time used', () => {
  const halfDays = fc.integer({ min: 0, max: 8 });
  const DAY = 86_400_000;

  it('invariant 7: time used before and after a return and a hold adds up to the time allowed', () => {
    fc.assert(
      fc.property(halfDays, halfDays, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 3 }), (first, gap, held, later) => {
        const story = CaseStory.received({ rules: ruleSet({ stages: [intake(), appraisal(), decision('district'), publication] }) });
        const used = (): number => {
          const rule = waitRuleOf(new Draft(story.file, story.context));
          const clock = story.file.wait?.clock ?? story.file.suspended?.clock;
          if (!rule || !clock) throw new Error('no clock');
          return usedMsAt(story.calendar, rule.clock, clock, story.at);
        };
        story.at = SUBMITTED_AT + (first * DAY) / 2;
        const before = used();
        expect(story.decide('return')).toBeNull();
        expect(story.file.suspended?.clock?.usedMs).toBe(before);
        story.act({ kind: 'complete', documents: [REPORT] }, { at: story.at + (gap * DAY) / 2 });
        if (story.file.state === 'LAPSED') return;
        story.act({ kind: 'hold', holdId: 'h1', authority }, { at: story.at + (later * DAY) / 2 });
        const paused = used();
        story.act({ kind: 'lift-hold', holdId: 'h1', authority, outcome: 'cleared' }, { at: story.at + held * DAY });
        expect(used()).toBe(paused);
        // Due exactly when the rest of five days of nine hours is used up.
        const rule = waitRuleOf(new Draft(story.file, story.context));
        const clock = story.file.wait?.clock;
        if (!rule || !clock) throw new Error('no clock');
        expect(usedMsAt(story.calendar, rule.clock, clock, story.plan.dueAt)).toBe(Math.max(paused, 5 * 9 * 60 * MINUTE));
      }),
      { numRuns: 200 },
    );
  });

  it('invariant 7: whoever is asked keeps their own time over a hold as well', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 10 }),
        (before, held, days) => {
          const story = CaseStory.received({ rules: ruleSet() });
          const taskId = story.open[0]?.id ?? '';
          story.act({ kind: 'extend', workingDays: days, taskId }, { actor: 'operator:1' });
          story.at += before * DAY;
          story.act({ kind: 'hold', holdId: 'h1', authority });
          const clock = story.open[0]?.own?.clock;
          expect(story.open[0]?.own?.plan).toBeNull();
          story.act({ kind: 'lift-hold', holdId: 'h1', authority, outcome: 'cleared' }, { at: story.at + held * DAY });
          expect(story.open[0]?.own?.clock.usedMs).toBe(clock?.usedMs);
          expect(story.open[0]?.own?.clock.extendedBy).toBe(days);
        },
      ),
    );
  });
});

describe('invariant 8: a dossier is returned at most as often as allowed', () => {
  it('invariant 8: over any life, and the choice is not offered once it is used up', () => {
    overLives(() => ({
      stood: ({ file, open, rules }) => {
        expect(file.returns).toBeLessThanOrEqual(rules.completion.maxReturns);
        if (file.returns === rules.completion.maxReturns) expect(open.some(({ choices }) => choices.includes('return'))).toBe(false);
      },
    }));
  });
});

/** Answers, or lets the deadline that has just come take its course. */
function answerOrWait(story: CaseStory, personId: string): void {
  if (story.decide('answer', personId)) story.wake();
}

describe('invariant 9: no decision before the notice has fully elapsed and all feedback is answered', () => {
  const smooth = { reported: true, basis: 'single-deed', held: false } as const;
  const published = beginnings.map((beginning) => ({ ...beginning, ...smooth, route: 'appraised, consulted, published' as const }));

  it('invariant 9: over any life, a case that passed a notice did so after its end with every feedback answered', () => {
    let passed = 0;
    overLives(
      () => ({
        stood: (story) => {
          const index = story.rules.stages.findIndex(({ kind }) => kind === 'notice');
          if (story.file.stageIndex <= index || story.file.noticeEndsAt === null) return;
          passed += 1;
          const over = story.entries.findLast(({ action }) => action === 'notice-over');
          expect(over?.at).toBeGreaterThanOrEqual(story.file.noticeEndsAt);
          const answers = new Set(
            story.file.tasks.filter(({ kind, state }) => kind === 'notice' && state === 'decided').map(({ seat }) => seat),
          );
          expect(answers.size).toBe(story.file.feedbackReceived);
        },
      }),
      { numRuns: 120, from: published, first: [FAVOURED, FAVOURED, FAVOURED, FAVOURED] },
    );
    expect(passed).toBeGreaterThan(10);
  });

  it('invariant 9: feedback at any instant of the notice, answered at any instant, never lets the case pass early', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 13 * 24 * 60 }), { maxLength: 4 });
    const stages = [intake(), review(), notice({ level: 'grassroots' }), decision('district'), publication];
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 20 * 24 * 60 }), (comments, answerAfter) => {
        const story = CaseStory.received({ rules: ruleSet({ stages }) });
        story.decide('approve');
        const endsAt = story.file.noticeEndsAt ?? 0;
        const begun = story.at;
        for (const minutes of [...comments].sort((a, b) => a - b)) {
          const at = Math.min(begun + minutes * MINUTE, endsAt - 1);
          expect(story.feedback(Math.max(at, story.at))).toBeNull();
        }
        while (story.standing.next && story.standing.next.at < begun + answerAfter * MINUTE && story.file.state === 'ON_NOTICE')
          story.wake();
        if (comments.length > 0) expect(story.file.state).toBe('ON_NOTICE');
        for (let [task] = story.open; story.file.state === 'ON_NOTICE' && task; [task] = story.open) answerOrWait(story, task.personId);
        if (story.file.state === 'ON_NOTICE') story.wakeUntil('close');
        expect(story.entries.find(({ action }) => action === 'notice-over')?.at).toBeGreaterThanOrEqual(endsAt);
        expect(story.open.every(({ openedAt }) => openedAt >= endsAt)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('invariant 9: a notice never ends past a feedback that was counted and is not heard', () => {
    const stages = [intake(), review(), notice({ level: 'grassroots' }), decision('district'), publication];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 100 }), (unheard, hours) => {
        const story = CaseStory.received({ rules: ruleSet({ stages }) });
        story.decide('approve');
        story.file = { ...story.file, feedbackReceived: unheard };
        story.at = (story.file.noticeEndsAt ?? 0) + hours * 60 * MINUTE;
        expect(story.wake()).toBeNull();
        expect(story.file.state).toBe('ON_NOTICE');
      }),
    );
  });
});

describe('invariant 12: every transition has an audit event', () => {
  it('invariant 12: who, when, under which act; numbered without a gap, over any life', () => {
    overLives(() => {
      let seen = 0;
      return {
        acted: ({ entries, file }, body, refused, before) => {
          if (refused) expect(file).toBe(before);
          else expect(entries.length).toBeGreaterThan(seen);
          if (!refused) expect(entries.slice(seen).some(({ actId }) => actId !== null)).toBe(true);
          if (body.kind === 'withdraw' && !refused) expect(entries.at(-1)?.reason).toBe('Lý do');
        },
        stood: ({ entries, file }) => {
          expect(file.seq).toBe(entries.length);
          for (const { actor, at } of entries.slice(seen)) expect(actor !== '' && at >= SUBMITTED_AT).toBe(true);
          seen = entries.length;
        },
      };
    });
  });
});
