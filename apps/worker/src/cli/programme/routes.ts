import { routeFor, routesOf, type RecipientKind, type Route, type RuleSet, type Stream } from '@laurel/domain';
import type { Call } from './command.ts';
import { usageError } from '../arguments.ts';

const STREAMS = ['regular', 'campaign', 'thematic', 'ad-hoc'] as const satisfies readonly Stream[];
const KINDS = ['individual', 'collective', 'household'] as const satisfies readonly RecipientKind[];

/** The options that choose among the routes. */
export const ROUTE_OPTIONS = ['route', 'award', 'stream', 'kind'] as const;

/** The routes meant by `--route`, or by `--award`, `--stream` and `--kind`; all of them when nothing is said. */
export function routesMeant(rules: RuleSet, call: Call): readonly Route[] {
  const { route, award, stream, kind } = call.values;
  if (route !== undefined) return [routeNamed(rules, route)];
  if (award === undefined && stream === undefined && kind === undefined) return routesOf(rules);
  return [routeTaken(rules, call)];
}

/** The route with this key; throws what there is instead. */
export function routeNamed(rules: RuleSet, key: string): Route {
  const routes = routesOf(rules);
  const found = routes.find((route) => route.key === key);
  if (found) return found;
  const known = routes.map((route) => route.key).join(', ');
  throw usageError(`--route "${key}" không có: dùng ${known}.`, `--route "${key}" is not there: use ${known}.`);
}

function routeTaken(rules: RuleSet, { values }: Call): Route {
  const awards = rules.awards.map(({ key }) => key);
  const award = oneOf('award', values['award'] ?? awards[0] ?? '', awards);
  const stream = oneOf('stream', values['stream'] ?? 'regular', STREAMS);
  const recipientKind = oneOf('kind', values['kind'] ?? rules.awards.find(({ key }) => key === award)?.recipientKinds[0] ?? '', KINDS);
  const route = routeFor(rules, { award, stream, recipientKind });
  if (route) return route;
  throw usageError(
    `Không đường đi nào nhận ${award}, ${stream}, ${recipientKind}: đổi --award, --stream hoặc --kind.`,
    `No route takes ${award}, ${stream}, ${recipientKind}: change --award, --stream or --kind.`,
  );
}

function oneOf<Value extends string>(option: string, given: string, known: readonly Value[]): Value {
  const found = known.find((value) => value === given);
  if (found !== undefined) return found;
  const list = known.join(', ');
  throw usageError(`--${option} "${given}" không có: dùng ${list}.`, `--${option} is "${given}": give one of ${list}.`);
}
