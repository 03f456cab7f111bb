import { writeFile } from 'node:fs/promises';
import { diagramOf } from '@laurel/programmes';
import type { Command } from './command.ts';
import { theProgramme, today, versionOf } from './folder.ts';
import { routeNamed } from './routes.ts';
import { usageError } from '../arguments.ts';

const syntax = ['diagram <name> [--route <key>] [--version <version>] [--out <file.svg>]'];

async function save(file: string, svg: string): Promise<void> {
  try {
    await writeFile(file, svg);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw usageError(
      `--out "${file}" không ghi được (${why}): viết một tệp khác.`,
      `--out "${file}" cannot be written (${why}): give another file.`,
    );
  }
}

/** The route as a picture. */
export const diagram: Command = {
  syntax,
  does: { vi: 'đường đi của hồ sơ thành hình SVG', en: 'the route as an SVG picture' },
  most: 1,
  values: ['version', 'out', 'route'],
  flags: [],
  run: async (call) => {
    const programme = await theProgramme(call, syntax);
    const rules = versionOf(programme, call.values['version'], '--version', today());
    const route = call.values['route'];
    const svg = diagramOf(rules, programme.people, call.language, route === undefined ? route : routeNamed(rules, route).key);
    const { programme: key, version } = rules;
    const { out } = call.values;
    if (out === undefined) return { data: { programme: key, version, svg }, page: svg.trimEnd(), holds: true };
    await save(out, svg);
    return { data: { programme: key, version, out }, page: out, holds: true };
  },
};
