import { ServiceError, WorkflowNotFoundError } from '@temporalio/client';

const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;

/** Whether the server says that the request itself is wrong: asking again asks the same. */
export function isRefusal(error: unknown): boolean {
  return codeOf(error) === INVALID_ARGUMENT;
}

/** The status of a gRPC answer, or null. */
function codeOf(error: unknown): unknown {
  return codeIn(error instanceof Error ? error.cause : null);
}

function codeIn(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : null;
}

/** What the server says of a failure. */
export function wordsOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error ? cause.message : String(error);
}

/** Whether the server has no such workflow, or no such thing of it. Reading a history makes no error of the client's own of that answer. */
export function isNotFound(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || codeIn(error instanceof ServiceError ? error.cause : error) === NOT_FOUND;
}

/** The server's words for a workflow that has ended: before the update came, or while it waited its turn. */
const CLOSED = ['already completed', 'aborted by closing workflow'];

/** Whether the workflow has ended. */
export function isClosed(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError && CLOSED.some((words) => error.message.includes(words));
}

/** Not started, or its last workflow task failed or timed out: the server takes no update before the next one, and no query before the first. */
export function isNotYet(error: unknown): boolean {
  return codeOf(error) === FAILED_PRECONDITION || (error instanceof WorkflowNotFoundError && !isClosed(error));
}
