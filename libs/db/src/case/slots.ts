const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
/** Places of capped awards, and numbers of papers. */
const PLACES: readonly unknown[] = ['award_slot_taken', 'decision_number_scope'];

/** True when another transition took the same place, or both waited for each other's. */
export function isSlotTaken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  if (error.code === DEADLOCK) return true;
  return error.code === UNIQUE_VIOLATION && 'constraint' in error && PLACES.includes(error.constraint);
}
