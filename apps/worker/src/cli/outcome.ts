import { describeProblem, ProgrammeInvalid } from '@laurel/programmes';
import { UsageError, usageError } from './arguments.ts';

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
    const silent = silentPlace(error);
    if (silent !== null) return { output: '', errors: `${nothingAnswersAt(silent).message}\n`, exitCode: 2 };
    throw error;
  }
}

/** Where nothing answered, as `host:port`; null for every other failure. A name with two addresses fails once for each. */
function silentPlace(error: unknown): string | null {
  const [first = error] = isRecord(error) && Array.isArray(error['errors']) ? (error['errors'] as readonly unknown[]) : [];
  if (!isRecord(first) || (first['code'] !== 'ECONNREFUSED' && first['code'] !== 'ETIMEDOUT')) return null;
  return `${String(first['address'])}:${String(first['port'])}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const nothingAnswersAt = (place: string): UsageError =>
  usageError(
    `Không có gì trả lời ở ${place}: chạy npm start, hoặc sửa DATABASE_URL.`,
    `Nothing answers at ${place}: run npm start, or mend DATABASE_URL.`,
  );

/** Prints an outcome and leaves its exit code to the process. */
export function end({ output, errors, exitCode }: Outcome): void {
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = exitCode;
}
