import type { Principal, Scope } from '@laurel/db';
import type { CustomDecorator } from '@nestjs/common';
import type { Action } from '@laurel/domain';
import { Problem } from '../http/problem.ts';
import { Allow } from './allow.ts';

export { Caller, insistOnUnit } from './allow.ts';

const ACTION_OF: Readonly<Record<Scope, Action>> = {
  'events:write': 'send-event',
  'nominations:read': 'read-nomination',
  'operations:read': 'read-operations',
  'operations:act': 'operate',
  'campaigns:write': 'send-event',
  'holds:write': 'send-event',
  'bounces:write': 'note-bounce',
};

/** The scope a key must have for this address. */
export const NeedsScope = (scope: Scope): CustomDecorator => Allow(ACTION_OF[scope]);

/** Throws a 403 problem unless the key has the scope. */
export function insistOnScope(principal: Principal, scope: Scope): void {
  if (!principal.grants.scopes.includes(scope))
    throw new Problem('OUTSIDE_SCOPE', `This key lacks the scope "${scope}": use one that has it.`);
}
