import type { Action } from '@laurel/domain';
import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import { mayIn, type SignedIn, type Visitor } from './visitor.ts';

export const ALLOWED = 'laurel:allowed';

/** `anyone`: also without key or session. `signed-in`: any person with a session, no key. */
export type Allowed = Action | 'anyone' | 'signed-in';

/** Who may call this address. Every address names one; without it nobody may. */
export const Allow = (allowed: Allowed): CustomDecorator => SetMetadata(ALLOWED, allowed);

export function visitorIn(context: ExecutionContext): Visitor {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new Problem('KEY_MISSING', 'Sign in, or send the header "Authorization: Bearer <api key>".');
  return principal;
}

/** Who calls. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => visitorIn(context));

/** The person who signed in; a key gets a 403 problem. */
export const Self = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = visitorIn(context);
  if (!signedIn) throw new Problem('OUTSIDE_SCOPE', 'This address is for people who signed in, not for keys.');
  return signedIn;
});

/**
 * Throws unless the visitor may do this in this unit: a key is told that its units are others; a person is told what
 * somebody is told who asks for what does not exist.
 */
export function insistOnPlace(
  visitor: Visitor,
  action: Action,
  { programme, unit }: { readonly programme: string; readonly unit: string },
): void {
  if (mayIn(visitor, action, programme, unit)) return;
  if (!visitor.signedIn) throw new Problem('OUTSIDE_SCOPE', 'This key is limited to other units.');
  if (!mayIn(visitor, 'read-nomination', programme, unit)) throw new Problem('NOT_FOUND', 'No nomination has this id.');
  throw new Problem('NOT_PERMITTED', 'Somebody of the secretariat of this unit can do it.');
}
