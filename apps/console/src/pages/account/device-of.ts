const named = (agent: string, marks: readonly (readonly [mark: string, name: string])[]): string | null =>
  marks.find(([mark]) => agent.includes(mark))?.[1] ?? null;

/** Marks that others carry too come last: every Edge says that it is Chrome, and every Chrome that it is Safari. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['coc_coc', 'Cốc Cốc'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['CriOS/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** A browser as its owner knows it, `Chrome · Windows`; what it says of itself where it is not known. */
export function deviceOf(agent: string): string {
  const [browser, system] = [named(agent, BROWSERS), named(agent, SYSTEMS)];
  return browser === null ? agent : [browser, system].filter((part) => part !== null).join(' · ');
}
