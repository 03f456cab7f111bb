import { randomInt } from 'node:crypto';

/** The items in an order that nobody can guess (Fisher–Yates over the system's random numbers). */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const kept = mixed[last] as Item;
    mixed[last] = mixed[other] as Item;
    mixed[other] = kept;
  }
  return mixed;
}
