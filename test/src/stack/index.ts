import { Servers, type ServerWishes } from './servers.ts';
import { Stack } from './stack.ts';

export { Child, ROOT } from './child.ts';
export { submittedEvent, withdrawnEvent, type EventWishes, type ProgrammeName } from './events.ts';
export { DescribedAnswers, type AnswersDescribed } from './described-answers.ts';
export { HttpClient, type Answer } from './http-client.ts';
export { Servers, type ServerWishes } from './servers.ts';
export { type SmtpMoment } from './smtp-script.ts';
export { SmtpSink, type SunkMail } from './smtp-sink.ts';
export { SECRET, Stack } from './stack.ts';
export { type MailSeen, type TaskSeen } from './stack-view.ts';
export { TcpProxy } from './tcp-proxy.ts';
export { pause, signalled, waitFor } from './wait-for.ts';

export interface StackWishes extends ServerWishes {
  /** How many workers; default one. */
  readonly workers?: number;
}

/** A private stack, its processes not started yet. */
export async function prepareStack(wishes: StackWishes = {}): Promise<Stack> {
  return new Stack(await Servers.start(wishes), wishes.workers ?? 1);
}

/** A private stack with its workers running. */
export async function startStack(wishes: StackWishes = {}): Promise<Stack> {
  const stack = await prepareStack(wishes);
  stack.startWorkers();
  return stack;
}

/** Runs `work` on a private stack with its workers running, and takes the stack away whatever happens. */
export async function onStack(wishes: StackWishes, work: (stack: Stack) => Promise<void>): Promise<void> {
  const stack = await prepareStack(wishes);
  try {
    stack.startWorkers();
    await work(stack);
  } finally {
    await stack.close();
  }
}
