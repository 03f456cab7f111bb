import { createHash } from 'node:crypto';
import type { Language } from '@laurel/domain';
import { auditInStream, holdStream, withinPrisma, type StreamEntry } from '../case/audit-stream.ts';
import type { Database } from '../database.ts';
import { newId } from '../ids.ts';
import { IDENTITY, NAME_OF, TAKE_INVITATION } from './access.sql.ts';
import type { GrantUnits, Identity, NewGrant, OwnPerson, SeededRole } from './access.types.ts';

/** A change of roles is seen within this time. */
const REMEMBERED_MS = 2_000;
const MOST_REMEMBERED = 5_000;
const STREAM = 'access';

const inForce = () => ({ OR: [{ validTo: null }, { validTo: { gt: new Date() } }] });

export const addressOf = (email: string): string => email.trim().toLowerCase();

/** Who may sign in and what they may do. */
export class AccessRepository {
  private readonly remembered = new Map<string, { readonly identity: Identity; readonly until: number }>();
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The name and language behind an address; null when nobody here reads it. */
  async accountFor(email: string): Promise<{ readonly name: string; readonly language: Language } | null> {
    const { rows } = await this.database.pool.query<{ name: string; language: Language }>(NAME_OF, [addressOf(email)]);
    return rows[0] ?? null;
  }

  /** People, roles and units behind an address, at most {@link REMEMBERED_MS} old. */
  async identityOf(email: string): Promise<Identity> {
    const address = addressOf(email);
    const known = this.remembered.get(address);
    if (known && known.until > Date.now()) return known.identity;
    const { rows } = await this.database.pool.query<{ people: OwnPerson[] | null; grants: GrantUnits[] | null }>({
      name: 'identity-of',
      text: IDENTITY,
      values: [address],
    });
    const units = rows[0]?.grants ?? [];
    const roles = units.map(({ role, programme, unit }) => ({ role, programme, unit }));
    const identity = { email: address, people: rows[0]?.people ?? [], roles, units };
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(address, { identity, until: Date.now() + REMEMBERED_MS });
    return identity;
  }

  /** Grants a role; the same grant of the same person in force already is left as it is. */
  async grant({ email, programme, personId, role, unit, from, to, by, reason }: NewGrant): Promise<string> {
    const same = { email: email === null ? null : addressOf(email), programme, personId, role, unit };
    const id = await this.database.prisma.$transaction(async (tx) => {
      await holdStream(withinPrisma(tx), STREAM);
      const known = await tx.roleGrant.findFirst({ where: { ...same, ...inForce() } });
      if (known) return known.id;
      const grantId = newId();
      const validTo = to === null ? null : new Date(to);
      await tx.roleGrant.create({ data: { ...same, id: grantId, validFrom: new Date(from), validTo, grantedBy: by, reason } });
      await auditInStream(withinPrisma(tx), STREAM, {
        action: 'role-granted',
        actor: by,
        reason,
        facts: { grantId, role, programme, unit },
      });
      return grantId;
    });
    this.remembered.clear();
    return id;
  }

  /** Grants what a programme's people file says and was never granted; what was ended since stays ended. */
  async seed(programme: string, roles: readonly SeededRole[]): Promise<void> {
    const data = roles.map(({ personId, role, unit, from }) => ({
      id: `people:${programme}:${personId}:${role}:${unit ?? '*'}`,
      programme,
      personId,
      role,
      unit,
      validFrom: new Date(from),
      grantedBy: 'people.yaml',
    }));
    await this.database.prisma.roleGrant.createMany({ data, skipDuplicates: true });
  }

  /** Ends a grant now; false when it is not in force. */
  async end(id: string, by: string, reason: string): Promise<boolean> {
    const ended = await this.database.prisma.$transaction(async (tx) => {
      const { count } = await tx.roleGrant.updateMany({ where: { id, ...inForce() }, data: { validTo: new Date() } });
      if (count > 0) await auditInStream(withinPrisma(tx), STREAM, { action: 'role-ended', actor: by, reason, facts: { grantId: id } });
      return count > 0;
    });
    this.remembered.clear();
    return ended;
  }

  async hasOperator(): Promise<boolean> {
    return (await this.database.prisma.roleGrant.count({ where: { role: 'operator', unit: null, ...inForce() } })) > 0;
  }

  /** Keeps a link that signs in once; only its hash is stored. */
  async invite(email: string, token: string, expiresAt: number): Promise<void> {
    await this.database.prisma.invitation.create({
      data: { tokenHash: hashOf(token), email: addressOf(email), expiresAt: new Date(expiresAt) },
    });
  }

  /** Whom the link invites, once; null when it is unknown, used or too old. */
  async takeInvitation(token: string): Promise<string | null> {
    const { rows } = await this.database.pool.query<{ email: string }>(TAKE_INVITATION, [hashOf(token)]);
    return rows[0]?.email ?? null;
  }

  /** Notes what concerns access, in a chain of its own. Facts name ids and roles, never addresses. */
  async audit(entry: StreamEntry): Promise<void> {
    await this.database.prisma.$transaction((tx) => auditInStream(withinPrisma(tx), STREAM, entry));
  }
}

const hashOf = (token: string): string => createHash('sha256').update(`invitation:${token}`).digest('hex');
