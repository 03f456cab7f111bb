import { SCOPES, type Grants, type Scope } from '@laurel/db';
import { CommandUsage } from './command-line.ts';

export const USAGE = `npm run keys -- create --name <name> --scope <scope>… [--source <source|prefix*>…] [--type <event type>…] [--unit <unit>…] [--json]
npm run keys -- create --name <name> --all [--json]
npm run keys -- list [--json]
npm run keys -- revoke <id> [--json]
Scopes: ${SCOPES.join(', ')}`;

export interface GrantOptions {
  readonly all: boolean;
  readonly scope?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly unit?: readonly string[] | undefined;
}

const isScope = (text: string): text is Scope => SCOPES.some((scope) => scope === text);

/** What the options grant; throws {@link CommandUsage} for an unknown scope or none. */
export function grantsOf({ all, scope, source, type, unit }: GrantOptions): Grants {
  const wanted = all ? [...SCOPES] : (scope ?? []);
  const unknown = wanted.filter((name) => !isScope(name));
  if (unknown.length > 0) throw new CommandUsage(`Unknown scope ${unknown.join(', ')}: give some of ${SCOPES.join(', ')}.`);
  if (wanted.length === 0) throw new CommandUsage(`Say what the key may do: --scope <scope> (${SCOPES.join(', ')}) or --all.`);
  return {
    scopes: wanted.filter(isScope),
    ...(source && { sources: source }),
    ...(type && { types: type }),
    ...(unit && { units: unit }),
  };
}
