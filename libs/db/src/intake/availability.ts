/** PostgreSQL cannot store anything now: gone, starting, full, read-only, or out of connections. */
const UNAVAILABLE = /^(?:08...|57P0[123]|53...|25006|58...)$/;
/** The same in Prisma's words: not reached, timed out, connection closed, pool exhausted. */
const PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const MESSAGES = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
  'Query read timeout',
];
/** A statement cut off by its own time limit. */
const CANCELLED = '57014';
/** Serialisation failure and deadlock: the same statement again succeeds. */
const RETRYABLE = new Set(['40001', '40P01']);

function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string' ? error.message : '';
}

/** PostgreSQL's own code beneath an error of Prisma. */
function originalCodeOf(error: unknown): string | null {
  const meta = typeof error === 'object' && error !== null && 'meta' in error ? (error.meta as PrismaMeta | undefined) : undefined;
  return meta?.driverAdapterError?.cause?.originalCode ?? null;
}

interface PrismaMeta {
  readonly driverAdapterError?: { readonly cause?: { readonly originalCode?: string } };
}

/** True when the error says that the database cannot be used at present, and asking again later makes sense. */
export function isStorageUnavailable(error: unknown): boolean {
  const codes = [codeOf(error), originalCodeOf(error)].filter((code) => code !== null);
  if (codes.some((code) => UNAVAILABLE.test(code) || PRISMA.has(code) || NETWORK.has(code) || code === CANCELLED)) return true;
  return MESSAGES.some((message) => messageOf(error).includes(message));
}

/** Runs a statement, once more when two transactions got into each other's way. */
export async function onceMore<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === null || !RETRYABLE.has(code)) throw error;
    return work();
  }
}
