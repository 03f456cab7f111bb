import type { Action } from '../api/types.ts';
import type { Words } from '../words/vi.ts';

export interface Place {
  readonly path: string;
  readonly title: keyof Words;
  /** Any of these opens the place. */
  readonly needs: readonly Action[];
}

const PLACES: readonly Place[] = [
  { path: '/', title: 'overview', needs: ['read-nomination'] },
  { path: '/nominations', title: 'nominations', needs: ['read-nomination'] },
  { path: '/sessions', title: 'sessions', needs: ['read-session', 'run-session'] },
  { path: '/registry', title: 'registry', needs: ['read-registry'] },
  { path: '/complaints', title: 'aftermath', needs: ['read-registry'] },
  { path: '/operations', title: 'operations', needs: ['read-operations'] },
  { path: '/programmes', title: 'programmes', needs: ['read-programme'] },
  { path: '/audit', title: 'audit', needs: ['read-audit'] },
  { path: '/access', title: 'access', needs: ['read-access'] },
];

/** The place that an address belongs to; null for one's own account, which is everybody's. */
export function placeOf(pathname: string): Place | null {
  return PLACES.find(({ path }) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))) ?? null;
}

/** Where a person with these actions may go. */
export function placesFor(actions: readonly Action[]): readonly Place[] {
  return PLACES.filter(({ needs }) => needs.some((action) => actions.includes(action)));
}
