import type { Named } from './shared.types.ts';

// --- GET /v1/console/facets

export interface ProgrammeFacet extends Named {
  readonly campaigns: readonly {
    readonly key: string;
    readonly ruleSetVersion: string;
    readonly opensAt: string;
    readonly closesAt: string | null;
  }[];
  readonly levels: readonly Named[];
  readonly stages: readonly (Named & { readonly kind: string; readonly level: string })[];
  readonly awards: readonly (Named & { readonly level: string })[];
  /** Units the person may look into. */
  readonly units: readonly (Named & { readonly parent: string | null })[];
}

export interface Facets {
  readonly programmes: readonly ProgrammeFacet[];
}

// --- GET /v1/console/overview?programme=&campaign=

export interface Overview {
  readonly asOf: string;
  readonly total: number;
  readonly open: number;
  readonly late: number;
  readonly held: number;
  readonly dueThisWeek: number;
  readonly decided: number;
  /** Open nominations by where they stand. */
  readonly standing: readonly {
    readonly level: string;
    readonly stage: string;
    readonly state: string;
    readonly count: number;
    readonly late: number;
    readonly held: number;
  }[];
  /** Ended nominations by how they ended and at which level. */
  readonly endings: readonly { readonly level: string; readonly state: string; readonly count: number }[];
  /** The seven days from today on, in the office's zone. */
  readonly dueByDay: readonly { readonly day: string; readonly count: number }[];
  /** The last 90 days on which something was decided. */
  readonly decidedByDay: readonly {
    readonly day: string;
    readonly awarded: number;
    readonly referred: number;
    readonly notQualified: number;
  }[];
  readonly campaigns: readonly {
    readonly programme: string;
    readonly campaign: string;
    readonly total: number;
    readonly open: number;
    readonly late: number;
    readonly decided: number;
  }[];
}
