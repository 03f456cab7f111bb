/** A row with everything that PostgreSQL shows of it, hidden columns too. */
export type Row = Readonly<Record<string, unknown>>;

/** All that somebody with every server in hand can read. */
export interface Loot {
  /** Tables by name, with `xmin`, `xmax`, `cmin`, `ctid` of each row, in the order of the file. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Histories, mails and logs, line by line. */
  readonly lines: readonly string[];
}

/** What the attacker knows beforehand: who sits where, and which names each of them goes by. */
export interface Member {
  readonly seat: number;
  readonly names: readonly string[];
}

/** A way to join votes to members that has worked. */
export interface Finding {
  readonly by: string;
  readonly detail: string;
}

/** Where the votes are, and what in a vote's row is its content and no handle. */
export interface Target {
  readonly votes: string;
  readonly roll: string;
  readonly lines: number;
}

const CONTENT = new Set(['session_id', 'line', 'choice', 'seat', 'ctid']);
/** Numbers of transactions, which any two rows of one database may share. */
const TRANSACTIONS = new Set(['xmin', 'xmax']);
/** Shorter texts are words like `yes`, not handles. */
const SHORTEST_HANDLE = 5;

type Handle = string;

function handlesOf(row: Row, without: ReadonlySet<string> = new Set()): readonly Handle[] {
  return Object.entries(row).flatMap(([column, value]): Handle[] => {
    if (without.has(column)) return [];
    if (TRANSACTIONS.has(column)) return value === '0' ? [] : [`transaction ${String(value)}`];
    if (value instanceof Date) return [value.toISOString()];
    return typeof value === 'string' && value.length >= SHORTEST_HANDLE ? [value] : [];
  });
}

/** Rows that speak of one member, by seat or by name. */
function rowsOf({ tables }: Loot, member: Member, without: string): readonly Row[] {
  return Object.entries(tables).flatMap(([table, rows]) =>
    table === without
      ? []
      : rows.filter((row) => row['seat'] === member.seat || member.names.some((name) => Object.values(row).includes(name))),
  );
}

/** Any value, visible or hidden, that a vote shares with some members' rows and not with all of them. */
function sharedValues(loot: Loot, members: readonly Member[], { votes }: Target): readonly Finding[] {
  const owners = new Map<Handle, Set<number>>();
  for (const member of members)
    for (const row of rowsOf(loot, member, votes))
      for (const handle of handlesOf(row)) owners.set(handle, (owners.get(handle) ?? new Set<number>()).add(member.seat));
  return (loot.tables[votes] ?? []).flatMap((row) =>
    handlesOf(row, CONTENT).flatMap((handle): Finding[] => {
      const found = owners.get(handle);
      if (!found || found.size === members.length) return [];
      return [{ by: 'a value in common', detail: `${handle} points to seats ${[...found].join(', ')}` }];
    }),
  );
}

/** Ballots put together again from an order of the votes: pieces laid end to end, or the nth vote of every line. */
function ballotsFrom(rows: readonly Row[], lines: number): readonly string[] {
  const voiceOf = (row: Row): string => String(row['choice']).charAt(0);
  const laidEndToEnd: string[] = [];
  for (let start = 0; start + lines <= rows.length; start += lines) {
    const piece = rows.slice(start, start + lines);
    if (new Set(piece.map((row) => row['line'])).size !== lines) continue;
    laidEndToEnd.push(
      piece
        .toSorted((a, b) => Number(a['line']) - Number(b['line']))
        .map(voiceOf)
        .join(''),
    );
  }
  const byLine = new Map<unknown, Row[]>();
  for (const row of rows) byLine.set(row['line'], [...(byLine.get(row['line']) ?? []), row]);
  const columns = [...byLine.entries()].sort(([a], [b]) => Number(a) - Number(b)).map(([, column]) => column);
  const height = Math.min(...columns.map((column) => column.length));
  const nth = Array.from({ length: Number.isFinite(height) ? height : 0 }, (_, index) =>
    columns.map((column) => voiceOf(column[index] ?? {})).join(''),
  );
  return [...laidEndToEnd, ...nth];
}

const place = (row: Row): number => {
  const [page, item] = /\((\d+),(\d+)\)/.exec(String(row['ctid']))?.slice(1).map(Number) ?? [0, 0];
  return (page ?? 0) * 100_000 + (item ?? 0);
};

/** Orders in which the votes can be read: by place, by transaction, by command, by id. */
const ORDERS: Readonly<Record<string, (a: Row, b: Row) => number>> = {
  place: (a, b) => place(a) - place(b),
  transaction: (a, b) => Number(a['xmin']) - Number(b['xmin']) || place(a) - place(b),
  command: (a, b) => Number(a['cmin']) - Number(b['cmin']) || place(a) - place(b),
  id: (a, b) => (String(a['id']) < String(b['id']) ? -1 : 1),
};

/** Whole ballots that come out of some order of the votes; `truth` are the ballots that were cast. */
function ordersThatTell({ tables }: Loot, { votes, lines }: Target, truth: ReadonlySet<string>): readonly Finding[] {
  return Object.entries(ORDERS).flatMap(([name, order]) => {
    const again = ballotsFrom((tables[votes] ?? []).toSorted(order), lines).filter((ballot) => truth.has(ballot));
    return again.length === 0 ? [] : [{ by: `the order by ${name}`, detail: `${String(again.length)} whole ballots come out of it` }];
  });
}

/** Whether the roll says in which order members came: its rows by transaction or place follow the order of voting. */
function rollThatTells({ tables }: Loot, { roll }: Target, came: readonly number[]): readonly Finding[] {
  const rows = tables[roll] ?? [];
  const inOrder = (order: (a: Row, b: Row) => number): string =>
    rows
      .toSorted(order)
      .map((row) => String(row['seat']))
      .join();
  return ['place', 'transaction', 'command'].flatMap((name) =>
    inOrder(ORDERS[name] ?? (() => 0)) === came.join() ? [{ by: `the roll by ${name}`, detail: 'says who came when' }] : [],
  );
}

/** Hours beside the roll or the votes. */
function hours({ tables }: Loot, { votes, roll }: Target): readonly Finding[] {
  return [votes, roll].flatMap((table) =>
    (tables[table] ?? []).flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => value instanceof Date)
        .map(([column]) => ({ by: 'an hour', detail: `${table}.${column}` })),
    ),
  );
}

/** Lines of logs, histories and mails that say who voted when: a press on a member's page, or a name beside a vote. */
function linesThatTell({ lines }: Loot, members: readonly Member[]): readonly Finding[] {
  const press = /POST.{0,80}\/t\/|\/t\/.{0,80}POST/;
  const vote = /"(yes|no|abstain)"|votes\[/;
  return lines.flatMap((line): Finding[] => {
    if (press.test(line)) return [{ by: 'a log', detail: line.slice(0, 200) }];
    const named = members.some(({ names }) => names.some((name) => line.includes(name)));
    return named && vote.test(line) ? [{ by: 'a line', detail: line.slice(0, 200) }] : [];
  });
}

/** Everything that the attacker can think of; an empty list means that nothing joined a vote to a member. */
export function attack(
  loot: Loot,
  {
    members,
    target,
    truth,
    came,
  }: {
    readonly members: readonly Member[];
    readonly target: Target;
    readonly truth: ReadonlySet<string>;
    readonly came: readonly number[];
  },
): readonly Finding[] {
  return [
    ...sharedValues(loot, members, target),
    ...ordersThatTell(loot, target, truth),
    ...rollThatTells(loot, target, came),
    ...hours(loot, target),
    ...linesThatTell(loot, members),
  ];
}
