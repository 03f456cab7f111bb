// Words for the person who waits. They go to stderr, so that standard output stays free for results.

const isTerminal = process.stderr.isTTY === true;
const EVERY_MS = 10_000;

let quiet = false;

/** Says nothing from now on but failures. */
export function beQuiet() {
  quiet = true;
}

export function say(text) {
  if (!quiet) process.stderr.write(`${text}\n`);
}

/**
 * A line that moves while something takes long: rewritten in place on a terminal, a new line every ten seconds elsewhere.
 * Shown even when quiet, but then only after the first ten seconds.
 * @param {string} title
 */
export function progress(title) {
  const startedAt = Date.now();
  let detail = '';
  let shown = false;
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const show = () => {
    shown = true;
    const text = `${title} … ${seconds()} s${detail && `, ${detail}`}`;
    process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
  };
  if (!quiet) say(`${title} …`);
  const timer = setInterval(show, isTerminal ? 1000 : EVERY_MS);
  timer.unref();
  return {
    update: (text) => {
      detail = text;
    },
    done: (text = 'done') => {
      clearInterval(timer);
      if (isTerminal && shown) process.stderr.write('\r\u001b[K');
      if (shown || !quiet) process.stderr.write(`${title}: ${text} (${seconds()} s)\n`);
    },
    stop: () => {
      clearInterval(timer);
      if (isTerminal && shown) process.stderr.write('\n');
    },
  };
}
