import { describeProblem, ProgrammeInvalid } from '@laurel/programmes';
import { UsageError } from './arguments.ts';

/** What a command prints and how it ends: 0 done, 1 what was looked at does not hold, 2 something is wrong with what was typed. */
export interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: 0 | 1 | 2;
}

/** Done: prints the page. */
export const done = (page: string, holds = true): Outcome => ({ output: `${page}\n`, errors: '', exitCode: holds ? 0 : 1 });

/** Runs a command: help where it is asked for, mistakes in the programmes or on the command line in words. */
export async function outcomeOf(usage: string, args: readonly string[], work: () => Promise<Outcome>): Promise<Outcome> {
  if (args[0] === 'help' || args.includes('--help')) return done(usage);
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProgrammeInvalid)
      return { output: '', errors: `${error.problems.map(describeProblem).join('\n')}\n`, exitCode: 1 };
    if (error instanceof UsageError) return { output: '', errors: `${error.message}\n`, exitCode: 2 };
    throw error;
  }
}

/** Prints an outcome and leaves its exit code to the process. */
export function end({ output, errors, exitCode }: Outcome): void {
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = exitCode;
}
