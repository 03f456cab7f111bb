// The shapes of /v1/auth, /v1/console, /v1/sessions and the registry, as the server answers them.
export type * from './aftermath.types.ts';
export type * from './auth.types.ts';
export type * from './convening.types.ts';
export type * from './nomination.types.ts';
export type * from './nominations.types.ts';
export type * from './office.types.ts';
export type * from './programmes.types.ts';
export type * from './registry.types.ts';
export type * from './season.types.ts';
export type * from './sessions.types.ts';
export type * from './shared.types.ts';
