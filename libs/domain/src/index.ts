export * from './assert-never.ts';
export * from './time.ts';
export * from './calendar/index.ts';
export * from './route/rule-set.ts';
export * from './people/directory.ts';
export * from './nomination/index.ts';
