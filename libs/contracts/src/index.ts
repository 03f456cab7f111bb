export * from './standing.ts';
export * from './nomination-messages.ts';
export * from './nomination-activities.ts';
export * from './mail-ledger.ts';
export * from './search-attributes.ts';
export * from './acts.ts';
