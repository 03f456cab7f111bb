import { describe, expect, it } from '@jest/globals';
import { vn } from '../calendar/calendars.fixture.ts';
import { directory } from '../nomination/case.fixture.ts';
import { assigneeOf, postOf, type Directory } from './directory.ts';

const HEAD = 'phuong-01/head';
const change = vn('2025-07-01 00:00');
const leave = { post: HEAD, personId: 'pho-quan', from: vn('2025-06-10 00:00'), to: vn('2025-06-20 00:00'), reason: 'Nghỉ phép' };

/** The head changes on 1 July; in June somebody else stands in for ten days. */
const people: Directory = {
  ...directory({ vacant: [HEAD], substitutions: [leave] }),
  holdings: [
    { post: HEAD, personId: 'truong', from: vn('2025-01-01 00:00'), to: change },
    { post: HEAD, personId: 'dong-nghiep', from: change, to: null },
  ],
};
const asked = (at: number): readonly (string | undefined)[] => {
  const assignee = assigneeOf(people, HEAD, at);
  return [assignee?.person.id, assignee?.actingFor?.id];
};

describe('a post that a rule names', () => {
  it('means the post of the nominating unit where it says so', () => {
    expect(postOf('@unit/head', 'phuong-07')).toBe('phuong-07/head');
    expect(postOf('district/chairman', 'phuong-07')).toBe('district/chairman');
  });
});

describe('who is asked for a post', () => {
  it('is its holder at the instant, from the first on and up to the last', () => {
    expect(asked(vn('2025-01-01 00:00') - 1)).toEqual([undefined, undefined]);
    expect(asked(vn('2025-01-01 00:00'))).toEqual(['truong', undefined]);
    expect(asked(change - 1)).toEqual(['truong', undefined]);
    expect(asked(change)).toEqual(['dong-nghiep', undefined]);
  });

  it('is the substitute while that lasts, acting for the holder', () => {
    expect(asked(leave.from - 1)).toEqual(['truong', undefined]);
    expect(asked(leave.from)).toEqual(['pho-quan', 'truong']);
    expect(asked(leave.to - 1)).toEqual(['pho-quan', 'truong']);
    expect(asked(leave.to)).toEqual(['truong', undefined]);
  });

  it('is a substitute even where nobody holds the post', () => {
    const vacant = directory({ vacant: [HEAD], substitutions: [leave] });
    expect(assigneeOf(vacant, HEAD, leave.from)).toMatchObject({ person: { id: 'pho-quan' }, actingFor: null });
    expect(assigneeOf(vacant, HEAD, leave.to)).toBeNull();
  });

  it('is the holder when the substitute is unknown, and nobody when the holder is', () => {
    const unknown = { ...people, substitutions: [{ ...leave, personId: 'khong-ai' }] };
    expect(assigneeOf(unknown, HEAD, leave.from)?.person.id).toBe('truong');
    expect(assigneeOf({ ...people, people: new Map() }, HEAD, change)).toBeNull();
  });
});
