import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import type { Unit } from '../people/directory.ts';
import { CaseStory } from './case-story.fixture.ts';
import { decision, directory, intake, publication, review, ruleSet, type Staffing } from './case.fixture.ts';

const authority = 'Cơ quan điều tra';
const story = (staffing: Staffing): CaseStory => CaseStory.received({ people: directory(staffing) });
const taskOf = (told: CaseStory, personId: string): string => told.open.find((task) => task.personId === personId)?.id ?? 'none';

describe('a unit that is abolished', () => {
  const unit = (key: string, validTo: string | null, successor: string | null): Unit => ({
    key,
    name: { vi: key, en: key },
    parent: null,
    validFrom: '2000-01-01',
    validTo,
    successor,
  });
  const merged: Staffing = {
    units: [unit('phuong-01', '2025-06-05', 'phuong-moi'), unit('phuong-moi', null, null)],
    posts: [
      ['phuong-moi/head', 'district/vice-chairman', 'dong-nghiep'],
      ['phuong-moi/officer', 'phuong-moi/head', 'thu-ky'],
    ],
  };

  it('passes its open task to the same post of the successor, with no lost clock and no repeated reminder', () => {
    const told = story(merged);
    expect(told.asked()).toEqual(['truong']);
    const before = told.file.wait;
    const taskId = taskOf(told, 'truong');
    expect(told.act({ kind: 'succeed', taskId }, { at: vn('2025-06-05 23:59'), actor: 'system' })).toBe('INVALID_ACT');
    expect(told.act({ kind: 'succeed', taskId }, { at: vn('2025-06-06 00:00'), actor: 'system' })).toBeNull();
    expect(told.file.tasks[0]?.state).toBe('succeeded');
    expect(told.open).toMatchObject([{ personId: 'dong-nghiep', post: 'phuong-moi/head', seat: 0 }]);
    expect(told.file.wait).toEqual(before);
    expect(told.entries.at(-1)).toMatchObject({ action: 'succeeded', facts: { from: 'phuong-01/head', to: 'phuong-moi/head' } });
    expect(told.act({ kind: 'succeed', taskId }, { actor: 'system' })).toBe('ALREADY_DECIDED');
  });

  it('passes a task also while the case is held, and a dossier’s completion', () => {
    const told = story(merged);
    told.decide('return', 'truong', 'Thiếu');
    told.act({ kind: 'hold', holdId: 'h1', authority });
    const taskId = taskOf(told, 'can-bo');
    expect(told.act({ kind: 'succeed', taskId }, { at: vn('2025-06-06 09:00'), actor: 'system' })).toBeNull();
    expect(told.open).toMatchObject([{ personId: 'thu-ky', kind: 'completion', post: 'phuong-moi/officer' }]);
    expect(told.mails.at(-1)?.occasion.is).toBe('completion');
  });

  it('has its returned dossier completed by the officer of its successor', () => {
    const told = story(merged);
    told.at = vn('2025-06-06 09:00');
    told.decide('return', 'truong', 'Thiếu');
    expect(told.open).toMatchObject([{ personId: 'thu-ky', post: 'phuong-moi/officer' }]);
  });

  it('is asked no more: a later stage opens with its successor', () => {
    const rules = ruleSet({ stages: [intake(), review(), review({ key: 'again' }), decision('district'), publication] });
    const told = CaseStory.received({ rules, people: directory(merged) });
    told.at = vn('2025-06-06 09:00');
    told.decide('approve', 'truong');
    expect(told.open).toMatchObject([{ stage: 'again', personId: 'dong-nghiep', post: 'phuong-moi/head' }]);
  });
});
