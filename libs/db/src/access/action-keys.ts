import type { Database } from '../database.ts';

/** What became of the first request under the same key. */
export type ActionClaim =
  | { readonly is: 'new' }
  | { readonly is: 'done'; readonly results: unknown }
  | { readonly is: 'running' }
  | { readonly is: 'other-request' };

/** Requests that change something, by actor and key: asked twice, done once. */
export class ActionKeys {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async claim(actor: string, key: string, hash: string): Promise<ActionClaim> {
    const insert = 'INSERT INTO console_action (actor, key, hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
    if ((await this.database.pool.query(insert, [actor, key, hash])).rowCount === 1) return { is: 'new' };
    const known = await this.database.prisma.consoleAction.findUnique({ where: { actor_key: { actor, key } } });
    if (known?.hash !== hash) return { is: 'other-request' };
    return known.results === null ? { is: 'running' } : { is: 'done', results: known.results };
  }

  async finish(actor: string, key: string, results: object): Promise<void> {
    await this.database.pool.query('UPDATE console_action SET results = $3 WHERE actor = $1 AND key = $2', [
      actor,
      key,
      JSON.stringify(results),
    ]);
  }
}
