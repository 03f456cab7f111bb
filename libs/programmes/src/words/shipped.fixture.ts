import { join } from 'node:path';
import type { RuleSet } from '@laurel/domain';
import { loadProgramme } from '../load-programme.ts';
import type { PeopleFile } from '../people-file.ts';
import { SHIPPED } from '../programme-folder.fixture.ts';

/** The newest rules of a shipped programme, and its people. */
export async function shipped(name = 'nam-tu-liem-ntvt'): Promise<{ readonly rules: RuleSet; readonly people: PeopleFile }> {
  const { ruleSets, people } = await loadProgramme(join(SHIPPED, name));
  const rules = ruleSets.at(-1);
  if (!rules) throw new Error(`${name} has no rules`);
  return { rules, people };
}
