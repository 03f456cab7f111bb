import type { LawfulDay } from './convening.types.ts';

// What every answer of the API is made of. Instants are ISO 8601 in UTC; dates are YYYY-MM-DD.

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export type Language = 'vi' | 'en';

export type Role = 'nominator' | 'reviewer' | 'secretariat' | 'authority' | 'operator' | 'auditor' | 'integrator';

export type Action =
  | 'send-event'
  | 'store-document'
  | 'read-nomination'
  | 'read-document'
  | 'read-report'
  | 'read-programme'
  | 'read-people'
  | 'read-mail'
  | 'read-workflow'
  | 'read-session'
  | 'run-session'
  | 'read-operations'
  | 'operate'
  | 'withdraw'
  | 'extend'
  | 'reassign'
  | 'substitute'
  | 'hold'
  | 'resend'
  | 'read-registry'
  | 'change-registry'
  | 'read-objection'
  | 'settle-objection'
  | 'read-audit'
  | 'read-access'
  | 'change-access';

/** RFC 9457; `title` and `detail` are English, the `Vi` members Vietnamese. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly titleVi: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailVi?: string;
  readonly correlationId?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string; readonly detailVi?: string }[];
  /** Of a session that is set too early: the day from which all of its lines may be voted on. */
  readonly firstLawful?: LawfulDay;
}

export interface Named {
  readonly key: string;
  readonly name: Text;
}
