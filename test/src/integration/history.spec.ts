import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter } from '@temporalio/common';
import { startStack, waitFor, type Stack } from '../stack/index.ts';

const REASON = 'Lý do riêng 4711';
/** Who and what the nomination is about; nothing of it may be read on the server. */
const PRIVATE = [REASON, 'Đỗ Thanh Quỳnh', 'Trần Quang Nghĩa', 'Cứu', 'bao-cao.pdf', 'example.vn'];

type Trail = NonNullable<Awaited<ReturnType<Stack['inspector']['trail']>>>;
type HistoryEvent = NonNullable<Trail['histories'][number]['history']['events']>[number];

/** Every text in it, those inside bytes included. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const summaryOf = ({ userMetadata }: HistoryEvent): string | null =>
  userMetadata?.summary ? defaultPayloadConverter.fromPayload(userMetadata.summary) : null;

/** What an event of the history is about, where people look for its summary. */
function kindOf(event: HistoryEvent): 'workflow' | 'timer' | 'step' | null {
  if (event.workflowExecutionStartedEventAttributes) return 'workflow';
  if (event.timerStartedEventAttributes) return 'timer';
  const isStep = event.activityTaskScheduledEventAttributes ?? event.markerRecordedEventAttributes?.markerName === 'core_local_activity';
  return isStep ? 'step' : null;
}

describe('a nomination’s history on the server', () => {
  let stack: Stack;
  let events: readonly HistoryEvent[];

  beforeAll(async () => {
    stack = await startStack();
    const [id = ''] = await stack.submit(1);
    expect(await stack.decide(await stack.view.waitForTask(id, 'grassroots'), 'approve', REASON)).toMatchObject({ recorded: true });
    expect(await stack.decide(await stack.view.waitForTask(id, 'district'), 'refer-up', REASON)).toMatchObject({ recorded: true });
    expect(await stack.decide(await stack.view.waitForTask(id, 'city'), 'reject', REASON)).toMatchObject({ recorded: true });
    await waitFor('its end', 40_000, async () => (await stack.inspector.trail(id))?.status === 'completed');
    events = (await stack.inspector.trail(id))?.histories.flatMap(({ history }) => history.events ?? []) ?? [];
  }, 90_000);

  afterAll(async () => {
    await stack.close();
  });

  it('reads as a story: the workflow, its steps and its timers say what they are', () => {
    const told = (kind: ReturnType<typeof kindOf>): readonly (string | null)[] =>
      events.filter((event) => kindOf(event) === kind).map(summaryOf);
    expect(told('workflow')).toEqual(['nam-tu-liem-ntvt · 2022']);
    expect(new Set(told('timer'))).toEqual(new Set(['Chờ đến lúc nhắc · until the next reminder']));
    expect(told('step')).toEqual(Array(3).fill('Ghi nhận một hành động · record an act'));
  });

  it('can be found by where it stands and belongs', () => {
    const started = events[0]?.workflowExecutionStartedEventAttributes?.searchAttributes?.indexedFields ?? {};
    const names = ['Campaign', 'DueAt', 'Level', 'Programme', 'Stage', 'State'].map((name) => `Laurel${name}`);
    expect(Object.keys(started).filter((name) => name.startsWith('Laurel'))).toEqual(expect.arrayContaining(names));
    const levels = events.flatMap((event) => {
      const level = event.upsertWorkflowSearchAttributesEventAttributes?.searchAttributes?.indexedFields?.['LaurelLevel'];
      return level ? [defaultPayloadConverter.fromPayload(level)] : [];
    });
    expect(levels).toEqual(['district', 'city']);
  });

  it('holds no personal data: not in its payloads, ids or search attributes', () => {
    const texts = events.flatMap(textsIn);
    expect(texts.join(' ')).toContain('nam-tu-liem-ntvt');
    expect(PRIVATE.filter((words) => texts.some((text) => text.includes(words)))).toEqual([]);
  });
});
