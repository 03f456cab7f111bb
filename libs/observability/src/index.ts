export * from './correlation.ts';
export * from './redact.ts';
export * from './logger.ts';
export * from './metrics.ts';
