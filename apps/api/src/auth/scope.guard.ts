import type { Principal, Scope } from '@laurel/db';
import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';

const NEEDED = 'laurel:scope';

/** The scope a key must have for this address. */
export const NeedsScope = (scope: Scope): CustomDecorator => SetMetadata(NEEDED, scope);

/** Who calls. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => callerIn(context));

function callerIn(context: ExecutionContext): Principal {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new Problem('KEY_MISSING', 'Send the header "Authorization: Bearer <api key>".');
  return principal;
}

/** Throws a 403 problem unless the key has the scope. */
export function insistOnScope(principal: Principal, scope: Scope): void {
  if (!principal.grants.scopes.includes(scope))
    throw new Problem('OUTSIDE_SCOPE', `This key lacks the scope "${scope}": use one that has it.`);
}

/** Throws a 403 problem when the key is limited to other units. */
export function insistOnUnit(principal: Principal, unit: string): void {
  const { units } = principal.grants;
  if (units && !units.includes(unit)) throw new Problem('OUTSIDE_SCOPE', 'This key is limited to other units.');
}

@Injectable()
export class ScopeGuard implements CanActivate {
  private readonly reflector: Reflector;

  constructor(reflector: Reflector) {
    this.reflector = reflector;
  }

  canActivate(context: ExecutionContext): boolean {
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(NEEDED, [context.getHandler(), context.getClass()]);
    if (scope !== undefined) insistOnScope(callerIn(context), scope);
    return true;
  }
}
