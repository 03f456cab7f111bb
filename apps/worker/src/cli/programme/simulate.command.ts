import { printSimulation, ruleSetInForce, simulate as simulated, type Pace, type Programme } from '@laurel/programmes';
import type { RuleSet } from '@laurel/domain';
import type { Command } from './command.ts';
import { dateOption } from './dates.ts';
import { ROUTE_OPTIONS, routesMeant } from './routes.ts';
import { theProgramme, versionOf } from './folder.ts';
import { usageError } from '../arguments.ts';

const syntax = [
  'simulate <name> --file-on <date> [--route <key> | --award <key> --stream <stream> --kind <kind>] [--answered due|closing] [--version <version>]',
];

function paceOf(value: string | undefined): Pace {
  if (value === undefined || value === 'due' || value === 'closing') return value ?? 'due';
  throw usageError(
    `--answered "${value}" không có: viết due (đúng hạn) hoặc closing (sát lúc khép).`,
    `--answered is "${value}": give due or closing.`,
  );
}

/** A nomination keeps the version that was in force, so a date without one cannot be simulated unless it is named. */
function rulesInForce(programme: Programme, version: string | undefined, on: string): RuleSet {
  if (version !== undefined || ruleSetInForce(programme.ruleSets, on)) return versionOf(programme, version, '--version', on);
  const spans = programme.ruleSets.map(({ version: name, validFrom, validTo }) => `${name}: ${validFrom} - ${validTo ?? '…'}`).join('; ');
  throw usageError(
    `--file-on ${on}: ngày đó chưa có phiên bản nào có hiệu lực (${spans}): chọn ngày khác hoặc thêm --version.`,
    `--file-on ${on}: no version is in force on that day (${spans}): choose another day or add --version.`,
  );
}

/** The dates that a nomination would meet. */
export const simulate: Command = {
  syntax,
  does: {
    vi: 'các ngày mà một đề nghị nộp hôm đó sẽ gặp; không gửi gì',
    en: 'the dates that a nomination filed that day would meet; sends nothing',
  },
  most: 1,
  values: ['file-on', 'answered', 'version', ...ROUTE_OPTIONS],
  flags: [],
  run: async (call) => {
    const [on, pace] = [dateOption(call, 'file-on'), paceOf(call.values['answered'])];
    const programme = await theProgramme(call, syntax);
    const rules = rulesInForce(programme, call.values['version'], on);
    const routes = routesMeant(rules, call).map((route) => (rules.routes.length === 0 ? null : route));
    const all = routes.map((route) => simulated(rules, programme.people, on, pace, route));
    const page = all.map((one) => printSimulation(one, call.language)).join('\n\n');
    return {
      data: all.length === 1 ? all[0] : { programme: rules.programme, version: rules.version, filedOn: on, routes: all },
      page,
      holds: true,
    };
  },
};
