export { timelinessOf, type DecidedIn, type Timeliness } from './timeliness.ts';
