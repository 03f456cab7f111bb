import { isDate } from '@laurel/domain';
import { needed } from './parse.ts';
import type { Call } from './command.ts';
import { usageError } from '../arguments.ts';

/** A date that the command cannot do without. */
export function dateOption(call: Call, name: string): string {
  const value = needed(call, name, '2025-08-20');
  if (isDate(value)) return value;
  throw usageError(
    `--${name} "${value}" không phải ngày có thật: viết NĂM-THÁNG-NGÀY, ví dụ 2025-08-20.`,
    `--${name} "${value}" is not a date: write YEAR-MONTH-DAY, such as 2025-08-20.`,
  );
}
