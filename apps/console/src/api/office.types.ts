import type { TimelineEntry } from './nomination.types.ts';
import type { Role, Text } from './shared.types.ts';

// --- GET /v1/console/people?programme=&q=

export interface PersonLine {
  readonly programme: string;
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly posts: readonly { readonly key: string; readonly title: Text; readonly unit: string }[];
}

export interface People {
  readonly people: readonly PersonLine[];
}

// --- GET /v1/console/audit?subject=&actor=&action=&cursor=

export interface AuditLine extends TimelineEntry {
  /** A nomination's id, `people:<programme>` or `access`. */
  readonly subject: string;
  readonly hash: string;
}

export interface AuditPage {
  readonly entries: readonly AuditLine[];
  readonly nextCursor: string | null;
}

// --- /v1/console/access

export interface Grant {
  readonly id: string;
  readonly email: string | null;
  readonly programme: string | null;
  readonly personId: string | null;
  readonly fullName: string | null;
  readonly role: Role;
  readonly unit: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly grantedBy: string;
  readonly reason: string | null;
}

export interface Grants {
  /** The latest first. */
  readonly grants: readonly Grant[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** POST /v1/console/access/invitations */
export interface Invitation {
  readonly grantId: string;
  /** Shown once: signs in once, within seven days. */
  readonly link: string;
  readonly expiresAt: string;
}
