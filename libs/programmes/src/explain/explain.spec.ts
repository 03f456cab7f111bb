import { describe, expect, it } from '@jest/globals';
import type { ReviewerRule, ReviewStage, RuleSet, StageDef } from '@laurel/domain';
import { shipped } from '../words/shipped.fixture.ts';
import { explain } from './explain.ts';
import { printExplanation } from './print.ts';

const { rules, people } = await shipped();
const page = (language: 'vi' | 'en'): string => printExplanation(explain(rules, people), language);

function valueOf(changed: RuleSet, id: string, language: 'vi' | 'en' = 'en'): string | undefined {
  const facts = explain(changed, people).sections.flatMap(({ facts: found }) => found);
  return facts.find((fact) => fact.id === id)?.value[language];
}

function withStage(key: string, change: Partial<ReviewStage>): RuleSet {
  return { ...rules, stages: rules.stages.map((stage) => (stage.key === key ? ({ ...stage, ...change } as StageDef) : stage)) };
}

describe('the rules in words', () => {
  it('tell a stage of Nam Từ Liêm in Vietnamese', () => {
    expect(page('vi')).toContain(
      [
        'Bước 3. Quyết định, cấp quận (district-decision)',
        '------------------------------------------------',
        'Ai quyết định: Chủ tịch Ủy ban nhân dân quận.',
        'Danh hiệu: Người tốt, việc tốt cấp quận.',
        'Trình lên cấp trên: có, thay cho tặng ở cấp này.',
        'Thời hạn: 10 ngày làm việc, không tính ngày nhận.',
        'Nhắc việc: trước hạn 3 và 1 ngày làm việc; đúng ngày đến hạn; sau hạn 1 ngày làm việc.',
        'Báo cấp trên: sau hạn 2 ngày làm việc: Trưởng Ban Thi đua - Khen thưởng thành phố.',
        'Nếu không ai trả lời: hết ngày làm việc thứ 5 sau hạn thì đôn đốc thêm 2 lần, cách nhau 2 ngày làm việc; vẫn không trả lời thì chuyển việc cho Trưởng Ban Thi đua - Khen thưởng thành phố, thời hạn tính lại từ đầu.',
        'Giao việc: được giao người khác làm thay.',
        'Kết quả: xứng đáng cấp cao hơn → trình lên cấp thành phố; tặng tại đây → Người tốt, việc tốt cấp quận; không đồng ý → không đạt, khép hồ sơ; cần bổ sung → trả lại để bổ sung trong 5 ngày làm việc, quá hạn thì hết hiệu lực.',
      ].join('\n'),
    );
  });

  it('tell the same stage in English', () => {
    expect(page('en')).toContain(
      [
        'Stage 3. Decision, District (district-decision)',
        '-----------------------------------------------',
        "Who decides: Chairman of the District People's Committee.",
        'Award: Good Person, Good Deed of the district.',
        'Referring up: yes, instead of awarding here.',
        'Time limit: 10 working days, the day of arrival not counted.',
        'Reminders: 3 and 1 working days before the due day; on the due day; 1 working day after the due day.',
        'Superior is told: 2 working days after the due day: Head of the city Emulation and Commendation Office.',
        'When nobody answers: at the close of the 5th working day after the due day, it is pressed twice more, every 2 working days; then the task goes to the Head of the city Emulation and Commendation Office, with a new clock.',
        'Delegation: the task may be given to someone else.',
        'Outcomes: worthy of a higher level → referred up (City); awarded here → Good Person, Good Deed of the district; refused → not qualified, the case ends; needs completion → back to the nominator, to be completed within 5 working days or it lapses.',
      ].join('\n'),
    );
  });

  it('begin with the version, what holds for all of it, and its levels', () => {
    expect(page('vi').split('\n').slice(0, 17)).toEqual([
      'nam-tu-liem-ntvt, phiên bản 2022.1',
      '',
      'Chung',
      '-----',
      'Tên: Người tốt, việc tốt quận Nam Từ Liêm.',
      'Hiệu lực: từ 01/01/2022, đến khi có phiên bản mới.',
      'Căn cứ: Tổng kết phong trào Người tốt, việc tốt quận Nam Từ Liêm năm 2022; thời hạn theo Nghị định 39/2012/NĐ-CP và thủ tục hành chính đã công bố.',
      expect.stringMatching(
        /^Lịch làm việc: viet-nam, phiên bản .+; cơ quan làm việc 08:00-17:00, thư gửi lúc 08:30; có ngày nghỉ các năm 2022-2027; năm 2027 mới là dự kiến\.$/,
      ),
      'Đường đi: Tiếp nhận (cấp cơ sở) → Xét (cấp cơ sở) → Quyết định (cấp quận) → Quyết định (cấp thành phố) → Công bố (cấp thành phố).',
      'Rút đề nghị: đơn vị đề nghị được rút cho đến khi có quyết định.',
      '',
      'Các cấp',
      '-------',
      'Từ thấp lên cao: Cấp cơ sở → Cấp quận → Cấp thành phố.',
      'Cấp cơ sở: chỉ xét và trình lên, không tặng.',
      'Cấp quận: xét và tặng.',
      'Cấp thành phố: xét và tặng.',
    ]);
  });

  it('end with how a dossier comes back', () => {
    expect(page('en').split('\n\n').at(-1)?.split('\n').slice(2)).toEqual([
      'How often: at most once.',
      'Clock of the stage: stops at the return, goes on with what was left.',
      'Time limit: 5 working days, the day of arrival not counted.',
      'Reminders: 1 working day before the due day; on the due day.',
      'Superior is told: never.',
      'When it is not completed: at the due time, the nomination lapses and is considered no more.',
    ]);
  });

  it("name a post of the nominator's unit by every title it has", () => {
    expect(valueOf(rules, 'stages/unit-review/who', 'vi')).toBe(
      'Chủ tịch Ủy ban nhân dân phường, Trưởng phòng, Trưởng Công an quận hoặc Chủ tịch Hội, tùy đơn vị đề nghị',
    );
  });

  it('say that a programme without returns finds what lacks a document ineligible', () => {
    const never = { ...rules, completion: { ...rules.completion, maxReturns: 0 } };
    expect(valueOf(never, 'completion/maxReturns')).toBe('never');
    expect(valueOf(never, 'stages/intake/outcomes')).toContain('documents are missing → ineligible, the case ends');
  });

  it('say how several reviewers agree', () => {
    const several = { reviewers: ['district/chairman', 'city/chairman'] };
    const settled = (rule: ReviewerRule): string | undefined =>
      valueOf(withStage('unit-review', { ...several, rule }), 'stages/unit-review/rule');
    expect([settled({ kind: 'one' }), settled({ kind: 'all' }), settled({ kind: 'k-of-n', k: 2 })]).toEqual([
      'the first answer decides',
      'all 2 approve; one refusal ends it',
      'at least 2 of 2 approve',
    ]);
  });

  it('have a word for every rule that may be left open', () => {
    const open = {
      ...rules,
      validTo: '2024-12-31',
      withdrawUntil: 'final-level',
      calendar: { ...rules.calendar, covered: 'all', provisionalYears: [] },
    } as const;
    expect(valueOf(open, 'general/validity', 'vi')).toBe('từ 01/01/2022 đến hết 31/12/2024');
    expect(valueOf(open, 'general/withdrawUntil')).toBe('the nominator may withdraw until the last level is reached');
    expect(valueOf(open, 'general/calendar')).toContain('for every year');
  });

  it('say of an authority outside any exclusion group that it may award and refer up', async () => {
    const rehearsal = await shipped('dien-tap');
    const found = explain(rehearsal.rules, rehearsal.people).sections.flatMap(({ facts }) => facts);
    expect(found.find(({ id }) => id === 'stages/district-decision/mayReferUp')?.value.en).toBe('yes, also after awarding here');
    expect(found.find(({ id }) => id === 'stages/unit-review/who')?.value.vi).toBe('Trưởng đơn vị (đơn vị đề nghị)');
  });
});

describe('an authority that decides on the proposed award', () => {
  const orders = shipped('nam-tu-liem-thi-dua');
  const told = async (id: string): Promise<string | undefined> => {
    const { rules: many, people: staff } = await orders;
    return explain(many, staff)
      .sections.flatMap(({ facts }) => facts)
      .find((fact) => fact.id === id)?.value.vi;
  };

  it('is not said to award where no award of the route is of its level', async () => {
    expect(await told('routes/state/stages/city-decision/mayReferUp')).toBe('có, cấp này không tặng danh hiệu được đề nghị');
    expect(await told('routes/state/stages/city-decision/outcomes')).toMatch(/^đồng ý → trình lên Thủ tướng Chính phủ; không đồng ý → /);
  });

  it('awards, and refers nothing up, where every award of the route is of its level', async () => {
    expect(await told('routes/city/stages/city-decision/outcomes')).toMatch(/^tặng tại đây → danh hiệu được đề nghị; không đồng ý → /);
  });

  it('is told both where awards of its level and of a higher one are proposed', async () => {
    const { rules: many, people: staff } = await shipped('hai-ba-trung-thi-dua');
    const found = explain(many, staff).sections.flatMap(({ facts }) => facts);
    expect(found.find(({ id }) => id === 'routes/upward/stages/district-decision/outcomes')?.value.en).toMatch(
      /^endorsed, where the award is of a higher level → .+; awarded, where the award is of this level → /,
    );
  });
});

describe('complaints and revocation in words', () => {
  const instance = {
    fileWithin: { mode: 'calendar-days', days: 90, countStartDay: false },
    handler: 'district/chairman',
    wait: { clock: { mode: 'working-days', days: 30, countStartDay: false }, remindAt: [0], escalateAfter: null, closesAfter: 5 },
  } as const;
  const grounds = [{ ground: 'procedure', text: { vi: 'Xét sai trình tự', en: 'Wrong procedure' } }];
  const second = { ...instance, handler: 'city/chairman', fileWithin: { ...instance.fileWithin, days: 30 } };
  const heard = { ...rules, complaint: { grounds, ...instance, second }, revocation: { grounds } };

  it('say on which grounds, until when, before whom, how long it takes and who is told', () => {
    const said = ['grounds/procedure', 'fileWithin', 'handler', 'second/fileWithin', 'second/handler', 'told'];
    expect(said.map((id) => valueOf(heard, `complaint/${id}`, 'vi'))).toEqual([
      'Xét sai trình tự',
      '90 ngày (kể cả ngày nghỉ), không tính ngày nhận',
      'Chủ tịch Ủy ban nhân dân quận',
      '30 ngày (kể cả ngày nghỉ), không tính ngày nhận',
      expect.stringContaining('thành phố'),
      'đơn vị đề nghị và người khiếu nại, nếu có địa chỉ thư',
    ]);
    expect(valueOf(heard, 'revocation/grounds/procedure')).toBe('Wrong procedure');
    const nominatorOnly = { ...heard, complaint: { ...heard.complaint, tellsComplainant: false } };
    expect(valueOf(nominatorOnly, 'complaint/told')).toBe('the nominator');
  });
});
