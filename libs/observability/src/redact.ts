const TASK_LINK = /\/t\/[^\s/?#"'<>]+/g;
const BEARER = /\bBearer\s+[^\s"',]+/gi;

/** A text fit for a log: tokens of task links and keys of callers are blotted out. */
export function redactText(text: string): string {
  return text.replaceAll(TASK_LINK, '/t/[token]').replaceAll(BEARER, 'Bearer [key]');
}

/** The path of a request as logs may show it: no task token, no query. */
export function redactPath(url: string): string {
  const [path = ''] = url.split('?', 1);
  return redactText(path);
}
