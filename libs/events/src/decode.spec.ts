import { describe, expect, it } from '@jest/globals';
import { decodeEvents, type Decoded, type DecodedEvent } from './decode.ts';
import { NotACloudEvent, UnsupportedContentType } from './decode-errors.ts';

const data = {
  programme: 'nam-tu-liem-ntvt',
  campaign: '2022',
  submission: '12/TTr-UBND',
  nominator: { unit: 'phuong-01', officer: 'Officer.01@example.vn' },
  nominee: { kind: 'individual', fullName: 'Bùi Mỹ Vân', birthYear: 1975, unit: 'phuong-01' },
  award: 'ntvt-district',
  achievement: { title: 'Cứu người', summary: '…', from: '2022-03-01', to: '2022-03-15', stream: 'regular', basis: 'single-deed' },
  documents: [{ kind: 'achievement-report', name: 'bao-cao.pdf', sha256: 'A'.repeat(64) }],
};
const envelope = {
  specversion: '1.0',
  id: 'e-1',
  source: '/units/phuong-01',
  type: 'laurel.nomination.submitted.v1',
  datacontenttype: 'application/json',
};

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const structured = (event: unknown): Decoded => decodeEvents('application/cloudevents+json; charset=utf-8', {}, bytes(event));
function only(decoded: Decoded): DecodedEvent {
  const [first] = decoded.events;
  if (!first) throw new Error('no event');
  return first;
}
function errorsOf(event: unknown): readonly { pointer: string; detail: string }[] {
  const decoded = only(structured(event));
  return decoded.is === 'event' ? [] : decoded.errors;
}

describe('decodeEvents', () => {
  it('reads one event the same in structured, binary and batched mode', () => {
    const binary = decodeEvents(
      'application/json',
      { 'ce-specversion': '1.0', 'ce-id': 'e-1', 'ce-source': '/units/phuong-01', 'ce-type': envelope.type },
      bytes(data),
    );
    const batch = decodeEvents('application/cloudevents-batch+json', {}, bytes([{ ...envelope, data }]));
    const hashes = [structured({ ...envelope, data }), binary, batch].map((decoded) => {
      const event = only(decoded);
      return event.is === 'event' ? event.event.payloadHash : event.errors;
    });
    expect(new Set(hashes).size).toBe(1);
    expect(batch.batch).toBe(true);
  });

  it('puts names into NFC and addresses into lower case', () => {
    const decoded = only(
      structured({ ...envelope, data: { ...data, nominee: { ...data.nominee, fullName: 'Bùi Mỹ Vân'.normalize('NFD') } } }),
    );
    expect(decoded).toMatchObject({
      is: 'event',
      event: { data: { nominee: { fullName: 'Bùi Mỹ Vân' }, nominator: { officer: 'officer.01@example.vn' } } },
    });
  });

  it('hashes the payload without regard to the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(data).reverse());
    const [one, two] = [data, turned].map((given) => only(structured({ ...envelope, data: given })));
    expect(one).toEqual(two);
  });

  it('decodes percent-encoded headers and refuses invalid UTF-8 in them', () => {
    const headers = { 'ce-specversion': '1.0', 'ce-id': 'h%C3%B2a 1', 'ce-source': '/units/phuong-01', 'ce-type': envelope.type };
    expect(only(decodeEvents('application/json', headers, bytes(data)))).toMatchObject({ event: { id: 'hòa 1' } });
    expect(() => decodeEvents('application/json', { ...headers, 'ce-id': '%C3%28' }, bytes(data))).toThrow(NotACloudEvent);
  });

  it('names every wrong field and its cure', () => {
    const wrong = {
      ...data,
      campaign: undefined,
      nominee: { kind: 'person', fullName: '' },
      achievement: { ...data.achievement, from: '2022-02-30' },
    };
    expect(errorsOf({ ...envelope, data: wrong })).toEqual([
      { pointer: '/data/campaign', detail: 'Missing: give text.', detailVi: 'Còn thiếu: xin ghi chữ.' },
      {
        pointer: '/data/nominee/kind',
        detail: 'Give one of: individual, collective, household.',
        detailVi: 'Xin ghi một trong: individual, collective, household.',
      },
      { pointer: '/data/nominee/fullName', detail: 'Empty: write something here.', detailVi: 'Còn để trống: xin ghi nội dung.' },
      {
        pointer: '/data/achievement/from',
        detail: 'Write a date that exists, as YYYY-MM-DD.',
        detailVi: 'Xin ghi ngày có thật, dạng NĂM-THÁNG-NGÀY.',
      },
    ]);
    const turned = { ...data, achievement: { ...data.achievement, to: '2000-01-01' } };
    expect(errorsOf({ ...envelope, data: turned })).toMatchObject([
      { detail: expect.stringContaining('Ends before it begins'), detailVi: expect.stringContaining('Kết thúc trước khi bắt đầu') },
    ]);
  });

  it('refuses types of later work as data that cannot be used yet', () => {
    expect(errorsOf({ ...envelope, type: 'laurel.contest.entered.v1', data: {} })).toEqual([
      { pointer: '/type', detail: expect.stringContaining('not yet') },
    ]);
    expect(errorsOf({ ...envelope, type: 'other', data: {} })[0]?.detail).toContain('Unknown type');
  });

  it('asks for the subject where the type needs one', () => {
    const withdrawn = { ...envelope, type: 'laurel.nomination.withdrawn.v1', data: { reason: 'Nhầm', by: 'Phường 01' } };
    expect(errorsOf(withdrawn)).toEqual([{ pointer: '/subject', detail: 'Missing: the subject is the nomination id.' }]);
    expect(errorsOf({ ...withdrawn, subject: '01J' })).toEqual([]);
  });

  it.each([
    ['no id', { ...envelope, id: undefined, data }, '/id'],
    ['an empty source', { ...envelope, source: '', data }, '/source'],
    ['another version', { ...envelope, specversion: '0.3', data }, '/specversion'],
    ['a time that is none', { ...envelope, time: 'yesterday', data }, '/time'],
  ])('refuses an event with %s as no CloudEvent', (_, event, pointer) => {
    expect(() => structured(event)).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }));
  });

  it('survives poison: bad UTF-8, broken JSON, deep nesting, NUL', () => {
    const deep = JSON.stringify({ ...envelope, data }).replace(
      '"documents":',
      `"extra":${'['.repeat(5_000)}${']'.repeat(5_000)},"documents":`,
    );
    expect(() => decodeEvents('application/cloudevents+json', {}, Buffer.from([0x7b, 0xff, 0x7d]))).toThrow(NotACloudEvent);
    expect(() => decodeEvents('application/cloudevents+json', {}, Buffer.from('{'))).toThrow(NotACloudEvent);
    expect(JSON.stringify(decodeEvents('application/cloudevents+json', {}, Buffer.from(deep)))).toContain('Nested deeper');
    expect(errorsOf({ ...envelope, data: { ...data, submission: 'a\0b' } })[0]).toMatchObject({ pointer: '/data/submission' });
  });

  it('reports a wrong item of a batch without losing the others', () => {
    const decoded = decodeEvents('application/cloudevents-batch+json', {}, bytes([{ ...envelope, data }, { id: 'x' }, 5]));
    expect(decoded.events.map((event) => event.is)).toEqual(['event', 'not-a-cloudevent', 'not-a-cloudevent']);
    expect(decodeEvents('application/cloudevents-batch+json', {}, bytes([])).events).toEqual([]);
  });

  it('names the content types it takes', () => {
    expect(() => decodeEvents('text/plain', {}, Buffer.from('x'))).toThrow(UnsupportedContentType);
    expect(() => decodeEvents('application/cloudevents+xml', {}, Buffer.from('x'))).toThrow(UnsupportedContentType);
    expect(() => decodeEvents('application/json', {}, bytes({}))).toThrow(NotACloudEvent);
  });
});
