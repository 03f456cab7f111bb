export * from './asyncapi.ts';
export * from './canonical.ts';
export { cleanJson } from './clean-text.ts';
export * from './decode.ts';
export * from './decode-errors.ts';
export * from './field-error.ts';
export * from './schemas.ts';
export * from './shape.ts';
