// What is typed after an npm script: its usage where that is asked for, and words for what is not known.
import { parseArgs } from 'node:util';

/**
 * The options and words that were typed. Prints `usage` and ends the process for --help; names what is wrong and ends it with 2.
 * @template {import('node:util').ParseArgsOptionsConfig} Options
 * @param {string} usage
 * @param {Options} [options]
 * @param {{ words?: boolean, args?: string[] }} [more] `words`: whether words without an option are taken
 */
export function readCommandLine(usage, options, { words = false, args = process.argv.slice(2) } = {}) {
  try {
    const typed = parseArgs({ args, options: { ...options, help: { type: 'boolean' } }, allowPositionals: words });
    if (!typed.values.help) return typed;
  } catch (error) {
    // The first sentence names what is wrong; the rest is advice for programmers.
    refuse(`${error.message.split('. ')[0]}.`, usage);
  }
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

/** Says what is wrong with what was typed, and ends the process. @param {string} problem @param {string} usage @returns {never} */
export function refuse(problem, usage) {
  process.stderr.write(`${problem}\n\n${usage}\n`);
  process.exit(2);
}
