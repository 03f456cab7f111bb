import type { Text } from './shared.types.ts';

// --- /v1/console/programmes

export interface ProgrammeLine {
  readonly programme: string;
  readonly name: Text;
  readonly versions: readonly {
    readonly version: string;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly source: string;
  }[];
  readonly inForce: string | null;
  readonly campaigns: readonly {
    readonly key: string;
    readonly ruleSetVersion: string;
    readonly opensAt: string;
    readonly closesAt: string | null;
  }[];
}

export interface Programmes {
  readonly programmes: readonly ProgrammeLine[];
}

export interface Fact {
  readonly id: string;
  readonly label: Text;
  readonly value: Text;
}

/** GET /v1/console/programmes/{programme}?version= */
export interface ProgrammeDetail extends ProgrammeLine {
  readonly version: string;
  readonly sections: readonly { readonly id: string; readonly title: Text; readonly facts: readonly Fact[] }[];
}

/** GET /v1/console/programmes/{programme}/difference?from=&to= */
export interface ProgrammeDifference {
  readonly from: { readonly programme: string; readonly version: string };
  readonly to: { readonly programme: string; readonly version: string };
  readonly differences: readonly {
    readonly id: string;
    readonly section: Text;
    readonly label: Text;
    readonly before: Text | null;
    readonly after: Text | null;
  }[];
}

/** A moment on the office's wall clock. */
export interface Moment {
  readonly at: string;
  readonly on: string;
  readonly time: string;
}
