import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from './load-programme.ts';
import { ProgrammeInvalid, type Problem } from './problems.ts';

/** The shipped definitions. */
export const SHIPPED = fileURLToPath(new URL('../../../programmes', import.meta.url));

/** A change of one file of a copy of the rehearsal programme: every `find` must occur. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** Runs with a copy of the rehearsal programme after the edits; removes the copy. */
export async function withCopy<T>(edits: readonly Edit[], run: (dir: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'laurel-programme-'));
  try {
    await cp(join(SHIPPED, 'dien-tap'), join(root, 'dien-tap'), { recursive: true });
    await cp(join(SHIPPED, 'calendars'), join(root, 'calendars'), { recursive: true });
    for (const edit of edits) await apply(root, edit);
    return await run(join(root, 'dien-tap'));
  } finally {
    await rm(root, { recursive: true });
  }
}

async function apply(root: string, { file, find, put }: Edit): Promise<void> {
  const path = join(root, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${file} has no "${find}"`);
  await writeFile(path, text.replace(find, put));
}

/** What the reader finds in a folder; an empty list when it finds nothing. */
export async function problemsIn(dir: string): Promise<readonly Problem[]> {
  try {
    await loadProgramme(dir);
    return [];
  } catch (error) {
    if (error instanceof ProgrammeInvalid) return error.problems;
    throw error;
  }
}

/** What the reader finds after the edits. */
export function problemsAfter(...edits: Edit[]): Promise<readonly Problem[]> {
  return withCopy(edits, problemsIn);
}
