// Events accepted over HTTP by the real API, each durable before it is answered.
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { KeyRepository } from '@laurel/db';
import { inRoot, nodeBinary } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { isRunning, lastLines, spawnPart, stopPart } from '../lib/processes.mjs';
import { now, until } from './clock.mjs';
import { percentiles } from './figures.mjs';
import { nominationData } from './laurel-side.mjs';

const SENDERS = 64;
const WARM_UP = 300;
const FIRST_NUMBER = 3_000_000;
const entry = inRoot('apps', 'api', 'dist', 'main.js');

function bodyOf(number) {
  const event = {
    specversion: '1.0',
    id: `http-${number}`,
    source: '/bench',
    type: 'laurel.nomination.submitted.v1',
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
  };
  return JSON.stringify({ ...event, data: nominationData(number) });
}

/** One event; resolves to the status. */
function post({ port, key, agent }, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/cloudevents+json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${key}`,
    };
    const asked = request({ host: '127.0.0.1', port, path: '/v1/events', method: 'POST', headers, agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function send(to, { from, count, latencies }) {
  let next = from;
  const sender = async () => {
    while (next < from + count) {
      const body = bodyOf(next++);
      const startedAt = now();
      const { status, text } = await post(to, body);
      if (status !== 201 && status !== 202) throw new Error(`The API answered an event with ${status}: ${text.slice(0, 300)}`);
      latencies?.push(now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
}

async function measure(to, { from, count }) {
  const latencies = [];
  const startedAt = now();
  await send(to, { from, count, latencies });
  return { count, perSecond: (count / (now() - startedAt)) * 1000, answered: percentiles(latencies) };
}

/**
 * Intake with the worker stopped (the front door alone), after a warm-up.
 * @param {Awaited<ReturnType<typeof import('./laurel-side.mjs').laurelSide>>} side
 * @returns {Promise<{ count: number, perSecond: number, answered: object } | { skipped: string }>}
 */
export async function measureIntake(side, { stage, count }) {
  if (!existsSync(entry)) return { skipped: 'apps/api is not built' };
  const { key } = await new KeyRepository(side.db).create('bench', { scopes: ['events:write'] });
  const port = await freePort();
  const env = { ...side.env, PORT: String(port), HOST: '127.0.0.1', RATE_LIMIT_PER_MINUTE: '1000000' };
  const api = spawnPart({ command: nodeBinary(), args: [entry], env, logFile: join(stage.logs, 'api.log') });
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  const to = { port, key, agent };
  try {
    await until('The API', () =>
      isRunning(api) ? post(to, '{}').catch(() => undefined) : Promise.reject(new Error(`The API did not start:\n${lastLines(api)}`)),
    );
    await send(to, { from: FIRST_NUMBER, count: WARM_UP });
    return await measure(to, { from: FIRST_NUMBER + WARM_UP, count });
  } finally {
    agent.destroy();
    await stopPart(api, 10_000);
  }
}
