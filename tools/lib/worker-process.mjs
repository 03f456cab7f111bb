// How the worker's process is run, by `npm start` and by the bench alike.
import { inRoot } from './paths.mjs';

/**
 * Nominations that wait cost a worker nothing but its cache, yet V8 lets garbage grow with what passes through, and glibc
 * keeps an arena of memory for every thread: both are bounded. Garbage is collected once it is a fifth of what lives; V8
 * alone lets it grow to several times that. The first bound is above what lives after a start,
 * or a start would collect at every few megabytes. Figures in docs/bench.md.
 */
export const WORKER_FLAGS = ['--max-semi-space-size=16', '--heap-growing-percent=20', '--initial-old-space-size=96'];

/** Node keeps the compiled modules: later starts are quicker. */
export const WORKER_ENV = { MALLOC_ARENA_MAX: '2', NODE_COMPILE_CACHE: inRoot('node_modules', '.cache', 'laurel', 'compiled') };
