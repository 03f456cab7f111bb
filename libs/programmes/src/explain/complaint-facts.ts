import type { ComplaintInstance, ComplaintRule, Ground } from '@laurel/domain';
import { text } from '../words/text.ts';
import { clockWords } from '../words/waits.ts';
import type { Fact, Telling } from './explanation.ts';
import { waitFacts } from './wait-facts.ts';

/** Who hears a complaint, on which grounds, until when it may be filed and answered. */
export function complaintFacts(telling: Telling, complaint: ComplaintRule): readonly Fact[] {
  const first = instanceFacts(telling, complaint);
  const second = complaint.second ? instanceFacts(telling, complaint.second).map((fact) => secondTime(fact)) : [];
  return [...groundFacts(complaint.grounds), ...first, ...second, toldFact(complaint)];
}

/** The grounds that a complaint or a revocation may rest on. */
export function groundFacts(grounds: readonly Ground[]): readonly Fact[] {
  return grounds.map(({ ground, text: said }) => ({ id: `grounds/${ground}`, key: ground, label: text('Căn cứ', 'Ground'), value: said }));
}

function instanceFacts(telling: Telling, { fileWithin, handler, wait }: ComplaintInstance): readonly Fact[] {
  return [
    { id: 'fileWithin', label: text('Được khiếu nại trong', 'To be filed within'), value: clockWords(fileWithin) },
    { id: 'handler', label: text('Ai giải quyết', 'Who hears it'), value: telling.posts.name(handler) },
    ...waitFacts(telling, wait, { kind: 'hand-over', to: 'superior' }, [handler]),
  ];
}

function toldFact({ tellsComplainant = true }: ComplaintRule): Fact {
  const value = tellsComplainant
    ? text('đơn vị đề nghị và người khiếu nại, nếu có địa chỉ thư', 'the nominator, and who complains where a mail address is known')
    : text('đơn vị đề nghị', 'the nominator');
  return { id: 'told', label: text('Báo kết quả giải quyết cho', 'The answer is mailed to'), value };
}

function secondTime({ id, label, value }: Fact): Fact {
  return { id: `second/${id}`, label: text(`Lần hai, ${label.vi}`, `Second instance, ${label.en}`), value };
}
