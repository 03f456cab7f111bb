import type { Text } from '@laurel/domain';

/** The way to a field in a file: keys and positions in lists, from the top. */
export type FieldPath = readonly (string | number)[];

/** One thing to mend in a definition: where it is and, in both languages, what to do. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** As people write it: `stages[2].wait.closesAfter`; empty for the file as a whole. */
  readonly field: string;
  readonly message: Text;
}

/** Reports one finding of a check at a field of the file that is checked. */
export type Report = (path: FieldPath, message: Text) => void;

/** `stages[2].wait` */
export function fieldOf(path: FieldPath): string {
  return path.reduce<string>((field, part) => {
    if (typeof part === 'number') return `${field}[${part}]`;
    return field === '' ? part : `${field}.${part}`;
  }, '');
}

/** A definition that cannot be used, with everything to mend in it. */
export class ProgrammeInvalid extends Error {
  readonly code = 'PROGRAMME_INVALID';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'ProgrammeInvalid';
    this.problems = problems;
  }
}

/** `programme.yaml:12:5 stages[0].level: … / …` */
export function describeProblem({ file, line, column, field, message }: Problem): string {
  return `${file}:${line}:${column} ${field === '' ? '' : `${field}: `}${message.vi} / ${message.en}`;
}
