import { describe, expect, it } from '@jest/globals';
import { allKinds, type Change } from '../all-kinds.fixture.ts';
import { explain } from './explain.ts';

describe('every kind of stage in words', () => {
  const facts = async (language: 'vi' | 'en', ...changes: readonly Change[]): Promise<ReadonlyMap<string, string>> => {
    const all = await allKinds(...changes);
    const found = explain(all.rules, all.people).sections.flatMap((section) => section.facts);
    return new Map(found.map(({ id, value }) => [id, value[language]]));
  };

  it('says quorum and threshold in words and in heads', async () => {
    const vi = await facts('vi');
    expect(vi.get('stages/session/quorum')).toBe('ít nhất 2/3 tổng số ủy viên: 10 trong 15 người có mặt');
    expect(vi.get('stages/session/threshold')).toBe('từ 90 % trở lên tổng số ủy viên: 90 % của 15 ủy viên = 14 phiếu thuận');
    const en = await facts('en');
    expect(en.get('stages/session/threshold')).toBe('at least 90% of all members: 90% of 15 members = 14 yes votes');
    expect(en.get('stages/session/outcomes')).toBe(
      'enough yes votes (14) → on to the next stage; too few votes → not qualified, the case ends',
    );
  });

  it.each([
    [
      { find: 'percent: 90, compare: ">="', put: 'percent: 80, compare: ">"' },
      'more than 80% of all members: 80% of 15 members = 13 yes votes',
    ],
    [
      { find: 'compare: ">=", of: total', put: 'compare: ">=", of: present' },
      'at least 90% of those who take part; with everybody: 90% of 15 members = 14 yes votes',
    ],
    [
      { find: 'compare: ">=", of: total', put: 'compare: ">=", of: eligible' },
      'at least 90% of those who may vote; with everybody: 90% of 15 members = 14 yes votes',
    ],
  ])('counts %j', async (change, expected) => {
    expect((await facts('en', change)).get('stages/session/threshold')).toBe(expected);
  });

  it('says what a consultation and a notice ask and what silence means', async () => {
    const vi = await facts('vi');
    expect(vi.get('stages/consultation/silence')).toBe('đúng lúc hết hạn thì coi như đồng ý');
    expect(vi.get('stages/notice/endsBefore')).toBe('hội đồng chỉ họp khi đã hết hạn công khai');
    expect(vi.get('stages/appraisal/grounds/no-discipline')).toBe('Đang bị kỷ luật');
    expect(vi.get('stages/appraisal/moreTime')).toBe(
      'người được hỏi tự xin, được ngay, không ai phải duyệt: thêm 5 ngày làm việc, nhiều nhất 1 lần',
    );
    const strict = await facts(
      'en',
      { find: 'onSilence: agree', put: 'onSilence: object' },
      { find: 'endsBefore: session', put: 'endsBefore: decision' },
    );
    expect([strict.get('stages/consultation/silence'), strict.get('stages/notice/endsBefore')]).toEqual([
      'at the due time, counts as an objection',
      'nothing is decided before the notice is over',
    ]);
  });

  it('says how often and on which conditions an award is given', async () => {
    const en = await facts('en');
    expect(['repeat', 'prerequisites/commendation', 'bonusMultiple', 'form'].map((id) => en.get(`awards/fighter/${id}`))).toEqual([
      'at most once a year for one nominee',
      'holds "Commendation" at least 3 times, 3 years running, the year considered included',
      '3.0 × the base salary',
      'Diploma and badge',
    ]);
    expect(['repeat', 'posthumous', 'cap'].map((id) => en.get(`awards/citizen/${id}`))).toEqual([
      'once in a lifetime',
      'may be given after death',
      'at most 10 a year in the whole programme; what comes after that waits for a place',
    ]);
    expect(en.get('papers/decisionNumbers/city/')).toBe('{n}/QĐ-UBND, such as 12/QĐ-UBND; numbered afresh each year');
  });

  it('says whom each route is for', async () => {
    const vi = await facts('vi');
    expect([vi.get('routes/simplified/for'), vi.get('routes/standard/for')]).toEqual([
      'Giấy khen; thành tích đột xuất',
      'mọi đề nghị còn lại',
    ]);
    expect(vi.get('routes/simplified/stages/district-decision/outcomes')).toBe(
      'tặng tại đây → danh hiệu được đề nghị; không đồng ý → không đạt, khép hồ sơ',
    );
    expect(vi.get('routes/simplified/completion/maxReturns')).toBe('không trả lại lần nào');
  });
});
