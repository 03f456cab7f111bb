import { createHash, createHmac } from 'node:crypto';

/**
 * The token of a task's link: 256 bits derived from the task id and the installation's secret, so that every mail of
 * the task carries the same link and nothing but its hash is stored.
 */
export function taskToken(secret: string, taskId: string): string {
  return createHmac('sha256', secret).update(`task:${taskId}`).digest('base64url');
}

/** What is stored of a token: its SHA-256, hex. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
