// The rehearsal of a version: the same rules on a calendar whose day lasts four seconds. A season that names it waits seconds, not weeks.
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../../lib/paths.mjs';

/** Valid on one day long ago, so that no season takes it by itself. */
const CHANGES = {
  version: (version) => `"${version}-rehearsal"`,
  validFrom: () => '2000-01-01',
  calendar: () => 'rehearsal',
};

/** @param {string} text the rules as written @param {string} version @returns {string} */
export function rehearsalOf(text, version) {
  const changed = Object.entries(CHANGES).reduce((rules, [field, to]) => {
    const line = new RegExp(`^${field}: .*$`, 'm');
    if (!line.test(rules)) throw new Error(`The rules have no line "${field}:"`);
    return rules.replace(line, `${field}: ${to(version)}`);
  }, text);
  const head = [
    `# Bản diễn tập của ${version}.yaml, do tools/demo/generate viết: cùng quy định, một ngày dài bốn giây. Chỉ mùa nào nêu tên mới dùng.`,
    `# The rehearsal of ${version}.yaml, written by tools/demo/generate: the same rules, a day lasts four seconds. Only for a season that names it.`,
  ];
  return changed.replace(/^validFrom: .*$/m, '$&\nvalidTo: 2000-01-01').replace('\n', `\n${head.join('\n')}\n`);
}

/** Writes `versions/<version>-rehearsal.yaml` beside the version. @param {string} programme @param {string} version */
export function writeRehearsal(programme, version) {
  const fileOf = (name) => inRoot('programmes', programme, 'versions', `${name}.yaml`);
  writeFileSync(fileOf(`${version}-rehearsal`), rehearsalOf(readFileSync(fileOf(version), 'utf8'), version));
}
