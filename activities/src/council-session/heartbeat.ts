import { asyncLocalStorage, heartbeat } from '@temporalio/activity';

/** Tells the server that the work goes on and how far; nothing where no activity runs. */
export function beat(progress: number): void {
  if (asyncLocalStorage.getStore()) heartbeat(progress);
}
