import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORIGIN, SecurityDesk, type Browser } from './desk.ts';
import { CALLERS, EXPECTED, type Caller } from './expected-access.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
const OWN = 'phuong-01';
const OTHER = 'phuong-02';
const SIGN_OUT = 'POST /v1/auth/sign-out';

/** What an answer means for access: let in, refused, or told that there is no such thing. */
type Outcome = 'in' | 'refused' | 'unknown';

const REFUSED: ReadonlySet<number> = new Set([401, 403]);

describe('the matrix of access', () => {
  let desk: SecurityDesk;
  let routes: readonly string[];
  let cases: { readonly own: string; readonly other: string };
  const headersOf = new Map<Caller, Readonly<Record<string, string>>>();

  beforeAll(async () => {
    desk = await SecurityDesk.open();
    const [own] = await desk.stack.submit(1, { unit: OWN });
    const [other] = await desk.stack.submit(1, { unit: OTHER });
    cases = { own: own ?? '', other: other ?? '' };
    routes = await routesOf(desk);
    const units = {
      nominator: OWN,
      reviewer: OWN,
      secretariat: OWN,
      authority: OWN,
      operator: null,
      auditor: null,
      integrator: null,
    } as const;
    for (const [role, unit] of Object.entries(units) as [keyof typeof units, string | null][])
      headersOf.set(role, headers(await desk.personWith(role, unit === null ? null : PROGRAMME, unit)));
    headersOf.set('operator-of-unit', headers(await desk.personWith('operator', PROGRAMME, OWN)));
    headersOf.set('key-without-scopes', { authorization: `Bearer ${await desk.keyWith([])}` });
    headersOf.set('nobody', {});
  }, 120_000);

  afterAll(async () => {
    await desk.close();
  });

  const outcomeOf = async (route: string, caller: Caller, nomination: string): Promise<Outcome> => {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string];
    const url = withQuery(path.replace(/\/nominations\/\{id\}/, `/nominations/${nomination}`).replaceAll('{programme}', PROGRAMME));
    const filled = url
      .replaceAll('{sha256}', 'a'.repeat(64))
      .replace('{nominationId}', nomination)
      .replaceAll(/\{\w+\}/g, 'khong-co');
    const body = method === 'GET' ? undefined : (EXPECTED[route]?.body ?? {});
    const told = await desk.ask(method, filled, {
      headers: { 'idempotency-key': `${caller}-${nomination}`, ...headersOf.get(caller) },
      ...(body && { body }),
    });
    expect(told.status).toBeLessThan(500);
    if (REFUSED.has(told.status) && !told.text.includes('CODE_WRONG')) return 'refused';
    return told.status === 404 && told.text.includes('No nomination has this id') ? 'unknown' : 'in';
  };

  it('names every address of the description, and none that is not there', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(routes.toSorted());
  });

  it.each(CALLERS)(
    'lets %s in where the table says, and nowhere else',
    async (caller) => {
      const differences: string[] = [];
      const ordered = [...routes.filter((route) => route !== SIGN_OUT), SIGN_OUT];
      for (const route of ordered) {
        const { open = [], own = [] } = EXPECTED[route] ?? {};
        const places = route.includes('/nominations/{id}') ? (['own', 'other'] as const) : (['own'] as const);
        for (const place of places) {
          const wanted = wantedOf(open.includes(caller), own.includes(caller), place);
          const found = await outcomeOf(route, caller, cases[place]);
          if (!wanted.includes(found)) differences.push(`${route} (${place} unit): ${found} instead of ${wanted.join(' or ')}`);
        }
      }
      expect(differences).toEqual([]);
    },
    120_000,
  );

  function wantedOf(open: boolean, own: boolean, place: 'own' | 'other'): readonly Outcome[] {
    if (open) return ['in'];
    if (own) return [place === 'own' ? 'in' : 'unknown'];
    // Somebody without the right is refused; whether the thing exists in another unit is not even told.
    return place === 'own' ? ['refused'] : ['refused', 'unknown'];
  }
});

function headers({ cookie, csrf }: Browser): Readonly<Record<string, string>> {
  return { cookie, 'x-laurel-csrf': csrf, origin: ORIGIN, host: 'localhost:3000' };
}

async function routesOf(desk: SecurityDesk): Promise<readonly string[]> {
  const { paths } = JSON.parse((await desk.ask('GET', '/openapi.json')).text) as { readonly paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
}

function withQuery(path: string): string {
  if (path.endsWith('/people')) return `${path}?programme=${PROGRAMME}`;
  if (path.endsWith('/difference')) return `${path}?from=1&to=1`;
  return path.endsWith('/simulation') ? `${path}?filedOn=2026-03-02` : path;
}
