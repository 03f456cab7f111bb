export type { Scheme } from './palette.ts';
export { tokens, type DesignTokens } from './tokens.ts';
