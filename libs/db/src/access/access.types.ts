import type { Language, Role, RoleGrant } from '@laurel/domain';

/** A person of a programme who reads mail at the address that signed in. */
export interface OwnPerson {
  readonly programme: string;
  readonly id: string;
  readonly fullName: string;
  readonly language: Language;
}

/** Everything that an address stands for at this moment. */
export interface Identity {
  readonly email: string;
  readonly people: readonly OwnPerson[];
  readonly roles: readonly RoleGrant[];
  /** `<programme>/<unit>` of every unit at or below a unit of the grants, by grant; null for all units. */
  readonly units: readonly GrantUnits[];
}

/** Where one grant counts, spelled out. */
export interface GrantUnits extends RoleGrant {
  /** `<programme>/<unit>`; null: every unit of the grant's programme. */
  readonly places: readonly string[] | null;
}

export interface NewGrant {
  readonly email: string | null;
  readonly programme: string | null;
  readonly personId: string | null;
  readonly role: Role;
  readonly unit: string | null;
  /** UTC milliseconds. */
  readonly from: number;
  readonly to: number | null;
  readonly by: string;
  readonly reason: string | null;
}

/** A role of a person as the people file of a programme gives it. */
export interface SeededRole {
  readonly personId: string;
  readonly role: Role;
  readonly unit: string | null;
  /** UTC milliseconds. */
  readonly from: number;
}

/** A grant as administrators see it. */
export interface GrantView {
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
