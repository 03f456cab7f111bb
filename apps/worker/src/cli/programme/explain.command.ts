import { explain as explained, printExplanation } from '@laurel/programmes';
import type { Command } from './command.ts';
import { theProgramme, today, versionOf } from './folder.ts';

const syntax = ['explain <name> [--version <version>]'];

/** The rules as a secretary reads them. */
export const explain: Command = {
  syntax,
  does: { vi: 'quy định bằng lời', en: 'the rules in plain words' },
  most: 1,
  values: ['version'],
  flags: [],
  run: async (call) => {
    const programme = await theProgramme(call, syntax);
    const rules = versionOf(programme, call.values['version'], '--version', today());
    const data = explained(rules, programme.people);
    return { data, page: printExplanation(data, call.language), holds: true };
  },
};
