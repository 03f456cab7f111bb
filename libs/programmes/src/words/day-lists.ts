import type { SteppedOver, SwapDay, Text } from '@laurel/domain';
import { writtenDate, writtenDay } from './dates.ts';
import { joined, text } from './text.ts';

/** The days off in a list, holidays by name, one line; null when there are none. */
export function holidaysWords(days: readonly SteppedOver[]): Text | null {
  const holidays = days.filter(({ why }) => why === 'holiday').map(({ on, name }) => withName(writtenDay(on), name));
  return holidays.length === 0 ? null : joined(holidays);
}

/** The weekend days in a list; null when there are none. */
export function weekendWords(days: readonly SteppedOver[]): Text | null {
  const weekends = days.filter(({ why }) => why === 'weekend').map(({ on }) => writtenDate(on));
  return weekends.length === 0 ? null : joined(weekends, ', ');
}

/** The weekend days that are worked; null when there are none. */
export function swapWords(days: readonly SwapDay[]): Text | null {
  return days.length === 0 ? null : joined(days.map(({ on, name }) => withName(writtenDay(on), name)));
}

function withName(day: Text, name: Text): Text {
  return text(`${day.vi} (${name.vi})`, `${day.en} (${name.en})`);
}
