import type { BounceRepository } from '@laurel/db';
import { readBounce } from '@laurel/mail';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Turn } from './loop.ts';

const BATCH = 50;

/**
 * Reads what came back from a Maildir: each file in `new/` is noted in the mail ledger and moved to `cur/`, where it stays.
 * A file that is read twice, after a crash between the two, is noted once.
 */
export function bounces(maildir: string, domain: string, ledger: Pick<BounceRepository, 'note'>): Turn {
  const [fresh, read] = [join(maildir, 'new'), join(maildir, 'cur')];
  return async () => {
    await Promise.all([fresh, read].map((folder) => mkdir(folder, { recursive: true })));
    const names = (await readdir(fresh)).toSorted().slice(0, BATCH);
    for (const name of names) {
      const bounce = await readBounce(await readFile(join(fresh, name)), domain);
      if (bounce) await ledger.note(bounce);
      await rename(join(fresh, name), join(read, `${name}:2,S`)).catch((error: unknown) => {
        // Another worker has moved it first.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      });
    }
    return names.length;
  };
}
