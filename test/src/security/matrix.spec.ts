import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORIGIN, SecurityDesk, type Browser, type Told } from './desk.ts';
import { CALLERS, EXPECTED, type Caller } from './expected-access.ts';
import { sampleBody, type ApiDescription } from './sample-body.ts';

const PROGRAMME = 'nam-tu-liem-ntvt';
/** A programme of two versions that differ. */
const COMPARED = 'cong-dan-thu-do-uu-tu';
const OWN = 'phuong-01';
const OTHER = 'phuong-02';
const SIGN_OUT = 'POST /v1/auth/sign-out';

/** What an answer means for access: let in, refused, or told that there is no such thing; a body that does not fit proves nothing. */
type Outcome = 'in' | 'refused' | 'unknown' | 'misshapen';

/** Addresses of things that belong to a unit: asked for one's own and for another's. */
const OF_A_UNIT = /\/(nominations|nominees|objections|sessions)\/\{id\}/;
/** One's own session at a browser is nobody else's. */
const OWN_DOOR = '/v1/auth/';
/** Pages for the public and files say themselves what is wrong with what they are sent. */
const CHECKED_BY_HAND = /^POST \/n\/|^PUT \/v1\/documents\//;

const REFUSED: ReadonlySet<number> = new Set([401, 403]);

describe('the matrix of access', () => {
  let desk: SecurityDesk;
  let routes: readonly string[];
  let description: ApiDescription;
  let places: { readonly own: Place; readonly other: Place };
  const headersOf = new Map<Caller | 'district', Readonly<Record<string, string>>>();

  beforeAll(async () => {
    desk = await SecurityDesk.open();
    places = { own: await placeIn(desk, OWN), other: await placeIn(desk, OTHER) };
    description = JSON.parse((await desk.ask('GET', '/openapi.json')).text) as ApiDescription;
    routes = routesOf(description);
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

  const ask = async (route: string, caller: Caller, place: Place): Promise<Told> => {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string];
    const { body = sampleBody(description, route), type = 'application/json' } = EXPECTED[route] ?? {};
    const headers = { 'idempotency-key': `${caller}-${place.nomination}`, ...(body !== null && { 'content-type': type }) };
    const payload = body === null ? {} : { body: typeof body === 'string' ? Buffer.from(body) : body };
    return desk.ask(method, withQuery(filled(path, place)), { headers: { ...headers, ...headersOf.get(caller) }, ...payload });
  };

  const outcomeOf = async (route: string, caller: Caller, place: Place): Promise<Outcome> => {
    const told = await ask(route, caller, place);
    // No worker runs here: what only a workflow can answer is let in and not confirmed.
    expect(told.status < 500 || told.text.includes('NOT_CONFIRMED')).toBe(true);
    if (REFUSED.has(told.status) && !told.text.includes('CODE_WRONG')) return 'refused';
    if (told.status === 404 && /No (nomination|session) has this id/.test(told.text)) return 'unknown';
    return told.status === 422 && EXPECTED[route]?.judged !== true && !CHECKED_BY_HAND.test(route) ? 'misshapen' : 'in';
  };

  it('names every address of the description, and none that is not there', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(routes.toSorted());
  });

  it('answers at every address of the console that is read, as it describes', async () => {
    const unanswered: string[] = [];
    for (const route of routes.filter((one) => one.startsWith('GET /v1/console/'))) {
      const told = await Promise.all((['operator', 'auditor'] as const).map((caller) => ask(route, caller, places.own)));
      if (!told.some(({ status, text }) => status === 200 && text !== '')) unanswered.push(route);
    }
    expect(unanswered).toEqual([]);
  });

  it('describes the answer of every address: nothing, another place, or a body of a shape', () => {
    const answers = routes.flatMap((route) => {
      const [method = '', path = ''] = route.split(' ');
      const { responses = {} } = description.paths[path]?.[method.toLowerCase()] ?? {};
      const good = Object.entries(responses).filter(([status]) => /^[23]/.test(status));
      return good.map(([status, { content }]) => ({ route, status, shapes: Object.values(content ?? {}).map(({ schema }) => schema) }));
    });
    const bare = answers.filter(({ status, shapes }) => status.startsWith('20') && status !== '204' && !shapes.every(Boolean));
    expect(bare).toEqual([]);
    expect(answers.filter(({ status, shapes }) => status !== '204' && status !== '302' && shapes.length === 0)).toEqual([]);
    expect(new Set(answers.map(({ route }) => route))).toEqual(new Set(routes));
  });

  it('lists sessions of councils in the units of each role and below them, and no others', async () => {
    headersOf.set('district', headers(await desk.personWith('auditor', PROGRAMME, 'district')));
    const [own, other] = [places.own.session, places.other.session];
    const expected = { secretariat: [own], authority: [own], 'operator-of-unit': [own], district: [own, other], operator: [own, other] };
    for (const [caller, ids] of Object.entries(expected)) {
      const told = await desk.ask('GET', '/v1/sessions', { headers: headersOf.get(caller as Caller) ?? {} });
      const { sessions } = JSON.parse(told.text) as { readonly sessions: readonly { readonly id: string }[] };
      expect([caller, sessions.map(({ id }) => id).toSorted()]).toEqual([caller, ids.toSorted()]);
    }
  });

  it.each(CALLERS)(
    'lets %s in where the table says, and nowhere else',
    async (caller) => {
      const differences: string[] = [];
      const ordered = [...routes.filter((route) => route !== SIGN_OUT), SIGN_OUT];
      for (const route of ordered) {
        const { open = [], own = [] } = EXPECTED[route] ?? {};
        for (const place of OF_A_UNIT.test(route) && !route.includes(OWN_DOOR) ? (['own', 'other'] as const) : (['own'] as const)) {
          const wanted = wantedOf(open.includes(caller), own.includes(caller), place);
          const found = await outcomeOf(route, caller, places[place]);
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

/** Things of one unit, as addresses name them. */
interface Place {
  readonly nomination: string;
  readonly nominee: string;
  readonly objection: string;
  readonly session: string;
}

async function placeIn(desk: SecurityDesk, unit: string): Promise<Place> {
  const [nomination = ''] = await desk.stack.submit(1, { unit, reference: unit });
  const rows = await desk.stack.view.rows<{ nominee: string }>('SELECT nominee_id AS nominee FROM nomination WHERE id = $1', [nomination]);
  const objection = `objection-${nomination}`;
  await desk.stack.view.rows(
    `INSERT INTO objection (id, programme, nomination_id, task_id, person_id, opened_at) VALUES ($1, $2, $3, $3, 'truong-' || $4, now())`,
    [objection, PROGRAMME, nomination, unit],
  );
  return { nomination, nominee: rows[0]?.nominee ?? '', objection, session: await sessionIn(desk, unit, nomination) };
}

/** A counted session of a council whose chair holds a post of this unit. */
async function sessionIn(desk: SecurityDesk, unit: string, nomination: string): Promise<string> {
  const id = `session-${nomination}`;
  await desk.stack.view.rows(
    `INSERT INTO council_session (id, programme, campaign, rule_set_version, council, name_vi, name_en, zone, secret, absentees, meets_at,
            opens_at, closes_at, closes_when_all_voted, remind_at, state, created_by, started)
     VALUES ($1, $2, '2022', '2022.1', 'hoi-dong', 'Hội đồng', 'Council', 'Asia/Ho_Chi_Minh', true, 'none', now(), now(), now(), true, '{}', 'closed', 'spec', true)`,
    [id, PROGRAMME],
  );
  await desk.stack.view.rows(
    `INSERT INTO session_seat (session_id, seat, post, title_vi, title_en, chair, token_hash)
     VALUES ($1, 0, $2 || '/head', 'Chủ tịch', 'Chair', true, $1), ($1, 1, 'district/chairman', 'Ủy viên', 'Member', false, $1 || '-1')`,
    [id, unit],
  );
  return id;
}

function filled(path: string, { nomination, nominee, objection, session }: Place): string {
  return path
    .replace('/nominations/{id}', `/nominations/${nomination}`)
    .replace('/nominees/{id}', `/nominees/${nominee}`)
    .replace('/objections/{id}', `/objections/${objection}`)
    .replace('/v1/sessions/{id}', `/v1/sessions/${session}`)
    .replace('{nominationId}', nomination)
    .replace('{programme}/difference', `${COMPARED}/difference`)
    .replaceAll('{programme}', PROGRAMME)
    .replaceAll('{sha256}', 'a'.repeat(64))
    .replaceAll(/\{\w+\}/g, 'khong-co');
}

function routesOf({ paths }: ApiDescription): readonly string[] {
  return Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
}

function withQuery(path: string): string {
  if (path.endsWith('/people')) return `${path}?programme=${PROGRAMME}`;
  if (path.endsWith('/difference')) return `${path}?from=2024.1&to=2024.1-rehearsal`;
  if (path.endsWith('/waiting')) return `${path}?programme=${PROGRAMME}&campaign=2022&council=hoi-dong`;
  return path.endsWith('/simulation') ? `${path}?filedOn=2026-03-02` : path;
}
