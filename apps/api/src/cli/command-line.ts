import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Wrong use of a command; the message says how to use it. */
export class CommandUsage extends Error {
  override readonly name = 'CommandUsage';
}

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;
type Typed<Options extends OptionsConfig> = ReturnType<typeof parseArgs<{ readonly options: Options; readonly allowPositionals: true }>>;

/** The options and words that were typed; throws {@link CommandUsage} for an option that is not known or lacks its value. */
export function readCommandLine<Options extends OptionsConfig>(options: Options): Typed<Options> {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    // The first sentence names what is wrong; the rest is advice for programmers.
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new CommandUsage(`${problem}. See --help.`);
  }
}

/** Runs a command: 0 done, 1 it failed, 2 it was used wrongly. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof CommandUsage ? 2 : 1;
  }
}
