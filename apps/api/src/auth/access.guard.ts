import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../http/problem.ts';
import { ALLOWED, visitorIn, type Allowed } from './allow.ts';
import { may } from './visitor.ts';

/** Asks the one policy table before any address is served. What names no rule is served to nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly reflector: Reflector;

  constructor(reflector: Reflector) {
    this.reflector = reflector;
  }

  canActivate(context: ExecutionContext): boolean {
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOWED, [context.getHandler(), context.getClass()]);
    if (allowed === undefined) throw new Problem('NOT_PERMITTED', 'No rule says who may call this address.');
    if (allowed === 'anyone') return true;
    const visitor = visitorIn(context);
    if (allowed === 'signed-in') {
      if (!visitor.signedIn) throw new Problem('OUTSIDE_SCOPE', 'This address is for people who signed in, not for keys.');
      return true;
    }
    if (may(visitor, allowed)) return true;
    throw visitor.signedIn
      ? new Problem('NOT_PERMITTED', `None of your roles includes "${allowed}": ask an administrator.`)
      : new Problem('OUTSIDE_SCOPE', `No scope of this key includes "${allowed}": use a key that has it.`);
  }
}
