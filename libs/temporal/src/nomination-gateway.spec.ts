import { beforeEach, describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter, toPayloads } from '@temporalio/common';
import type { ConnectionLike } from '@temporalio/client';
import { TemporalNominationGateway } from './nomination-gateway.ts';

const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;
const DEADLINE_EXCEEDED = 4;

const settings = { address: '127.0.0.1:0', namespace: 'default', tls: false, taskQueue: 'laurel' };
const recorded = { recorded: true, seq: 3, recordedAt: 1_790_000_000_000 };
const asked = { actId: 'act-1', taskId: 'task-1', choice: 'approve' } as const;

/** As gRPC fails. */
function status(code: number, details: string): Error {
  return Object.assign(new Error(`${String(code)} ${details}`), { code, details, metadata: { get: () => [] } });
}

/** A server that answers updates from a list: a failure, or the outcome. */
class ServerByList {
  readonly updates: unknown[] = [];
  readonly answers: (Error | typeof recorded)[] = [];
  /** What each call listens to, to be given up. */
  readonly signals: AbortSignal[] = [];
  isSilent = false;

  get connection(): ConnectionLike {
    const updateWorkflowExecution = (request: unknown): Promise<unknown> => {
      this.updates.push(request);
      if (this.isSilent) return new Promise(() => undefined);
      const answer = this.answers.shift();
      if (answer instanceof Error) return Promise.reject(answer);
      const payloads = toPayloads(defaultPayloadConverter, answer) ?? [];
      return Promise.resolve({ outcome: { success: { payloads } }, stage: 3, updateRef: { workflowExecution: { runId: 'run' } } });
    };
    const workflowService = { updateWorkflowExecution };
    const withAbortSignal = (signal: AbortSignal, ask: () => Promise<unknown>): Promise<unknown> => {
      this.signals.push(signal);
      return ask();
    };
    return { workflowService, plugins: [], ensureConnected: () => Promise.resolve(), withAbortSignal } as unknown as ConnectionLike;
  }
}

describe('a decision that the server cannot take yet', () => {
  let server: ServerByList;
  let gateway: TemporalNominationGateway;

  beforeEach(() => {
    server = new ServerByList();
    gateway = new TemporalNominationGateway({ connection: server.connection, settings });
  });

  it('is asked again as the same update while its workflow has not started or its last workflow task has failed', async () => {
    server.answers.push(
      status(NOT_FOUND, 'workflow not found for ID'),
      status(FAILED_PRECONDITION, 'Workflow Task in failed state'),
      recorded,
    );
    await expect(gateway.submitDecision('n-1', asked, 5_000)).resolves.toEqual(recorded);
    const ids = server.updates.map((update) => (update as { request: { meta: { updateId: string } } }).request.meta.updateId);
    expect(ids).toEqual(['act-1', 'act-1', 'act-1']);
  });

  it('is not confirmed when that lasts longer than may be waited', async () => {
    server.answers.push(...Array.from({ length: 50 }, () => status(FAILED_PRECONDITION, 'Workflow Task in failed state')));
    await expect(gateway.submitDecision('n-1', asked, 350)).resolves.toBe('NOT_CONFIRMED');
    // After 0, 10, 30, 70, 150 and 250 ms.
    expect(server.updates.length).toBeGreaterThan(3);
    expect(server.updates.length).toBeLessThanOrEqual(6);
  });

  it('is not confirmed by a server that does not answer, and refused by a case that has ended', async () => {
    server.answers.push(status(DEADLINE_EXCEEDED, 'too late'));
    await expect(gateway.submitDecision('n-1', asked, 5_000)).resolves.toBe('NOT_CONFIRMED');
    server.answers.push(status(NOT_FOUND, 'workflow execution already completed'));
    await expect(gateway.submitDecision('n-1', asked, 5_000)).resolves.toEqual({ recorded: false, refused: 'CASE_ENDED' });
  });

  it('is given up when the gateway closes, which an answered one has nothing to do with', async () => {
    server.answers.push(recorded);
    await gateway.submitDecision('n-1', asked, 5_000);
    server.isSilent = true;
    await expect(gateway.submitDecision('n-1', asked, 50)).resolves.toBe('NOT_CONFIRMED');
    await gateway.close();
    expect(server.signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });

  it('waits for the act relay where a case that has ended still takes the act', async () => {
    const ended = status(NOT_FOUND, 'workflow execution already completed');
    server.answers.push(ended, ended);
    await expect(gateway.submitAct('n-1', { actId: 'act-1', kind: 'lift-hold' }, 5_000)).resolves.toBe('NOT_CONFIRMED');
    await expect(gateway.submitAct('n-1', { actId: 'act-2', kind: 'hold' }, 5_000)).resolves.toMatchObject({ refused: 'CASE_ENDED' });
  });
});
