import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger, Worker, type ReplayWorkerOptions } from '@temporalio/worker';
import type { Standing } from '@laurel/contracts';
import { beQuiet, people, REPORT } from '@laurel/testing';
import { AFTERWARDS_STORIES, REVIEW_STORIES, STORIES } from './stories.ts';

const folder = new URL('../../src/replay/histories/', import.meta.url);
const bundle = new URL('../../../workflows/dist/workflow-bundle.js', import.meta.url);
const changed = new URL('./changed-workflow.fixture.js', import.meta.url);

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

type Verdicts = ReadonlyMap<string, Error | undefined>;

async function replay(workflowBundle: NonNullable<ReplayWorkerOptions['workflowBundle']>): Promise<Verdicts> {
  const histories = files.map((file) => ({ workflowId: file, history: JSON.parse(textOf(file)) as unknown }));
  const verdicts = new Map<string, Error | undefined>();
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) verdicts.set(workflowId, error);
  return verdicts;
}

/** Everything that can be read in a history: its text, and what its payloads say. */
function everyWordOf(file: string): string {
  const text = textOf(file);
  const payloads = [...text.matchAll(/"data":\s*"([^"]*)"/g)].map(([, data]) => Buffer.from(data ?? '', 'base64').toString('utf8'));
  return [text, ...payloads].join('\n');
}

const stoodIn = (stage: string): string => `"stage":"${stage}"`;

/** What a history shows of each kind of stage that a nomination can stand in; a new kind needs a line, and a history. */
const TRACES: Readonly<Record<Exclude<Standing['stage'], 'ended'>, string>> = {
  // Nobody is waited for: it is passed in the step that receives.
  intake: 'receiveNomination',
  completion: stoodIn('completion'),
  appraisal: stoodIn('appraisal'),
  consultation: stoodIn('consultation'),
  notice: stoodIn('notice'),
  review: stoodIn('review'),
  decision: stoodIn('decision'),
  session: stoodIn('session'),
  publication: stoodIn('publication'),
  complaint: stoodIn('complaint'),
};

beforeAll(() => beQuiet());

describe('a nomination that began under an earlier workflow', () => {
  let verdicts: Verdicts;

  beforeAll(async () => {
    verdicts = await replay({ codePath: fileURLToPath(bundle) });
  }, 60_000);

  it.each(files)('goes on under the present one: %s', (file) => {
    expect(verdicts.has(file)).toBe(true);
    expect(verdicts.get(file)).toBeUndefined();
  });

  it('is kept for every story', () => {
    for (const story of [...Object.keys(STORIES), ...Object.keys(REVIEW_STORIES), ...Object.keys(AFTERWARDS_STORIES), 'recorded-late'])
      expect(files.join(' ')).toContain(story);
    expect(files).toContain('continued-as-new-2.json');
  });

  it.each(Object.entries(TRACES))('is kept for every kind of stage, and lives there again: %s', (_, trace) => {
    const lived = files.filter((file) => everyWordOf(file).includes(trace));
    expect(lived).not.toEqual([]);
    expect(lived.filter((file) => verdicts.get(file) !== undefined)).toEqual([]);
  });
});

describe('the replay', () => {
  it('catches a workflow that waits before it begins', async () => {
    const { code } = await bundleWorkflowCode({ workflowsPath: fileURLToPath(changed), logger: new DefaultLogger('ERROR') });
    const verdicts = await replay({ code });
    expect(verdicts.size).toBe(files.length);
    expect([...verdicts.values()].map((error) => error?.name)).toEqual(files.map(() => 'DeterminismViolationError'));
  }, 120_000);
});

describe('a kept history', () => {
  it.each(files)('holds no name, address, reason or path: %s', (file) => {
    const words = everyWordOf(file);
    const persons = [...people().people.values()].flatMap(({ fullName, email }) => [fullName, email]);
    const secrets = [...persons, 'example.vn', 'chưa đủ', REPORT.name, REPORT.sha256];
    expect(secrets.filter((secret) => words.includes(secret))).toEqual([]);
    expect(/file:\/\/|\/home\/|\/root\/|\/Users\/|[\w.-]+@[\w-]+\.[a-z]{2,}/i.exec(words)).toBeNull();
  });
});
