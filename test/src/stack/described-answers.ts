import { Ajv2020 } from 'ajv/dist/2020.js';

type Content = Readonly<Record<string, { readonly schema?: object }>>;

type Responses = Readonly<Record<string, { readonly content?: Content }>>;

interface Operation {
  readonly responses?: Responses;
}

/** Of `/openapi.json`, what tells answers. */
export interface AnswersDescribed {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What somebody asked and was told. */
export interface Exchange {
  readonly method: string;
  /** With or without a query. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const ROOT = 'openapi.json';
const COMPARED: ReadonlySet<string> = new Set(['application/json', 'application/problem+json']);

const escaped = (step: string): string => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
const holes = (path: string): number => path.split('{').length;

/** Compares answers with what `/openapi.json` says about them; a field that is not described is noticed too. */
export class DescribedAnswers {
  private readonly description: AnswersDescribed;
  private readonly ajv: Ajv2020;
  private readonly patterns: readonly (readonly [RegExp, string])[];

  constructor(description: AnswersDescribed) {
    this.description = description;
    // Formats stand as patterns beside their names.
    this.ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    this.ajv.addSchema(description, ROOT);
    // Of two that match, the one with fewer places left open is meant: /sessions/councils before /sessions/{id}.
    const paths = Object.keys(description.paths).toSorted((one, other) => holes(one) - holes(other));
    this.patterns = paths.map((path) => [new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), path] as const);
  }

  /** Throws where an answer or a refusal is not as described. */
  insist(exchange: Exchange): void {
    const wrong = this.wrongWith(exchange);
    if (wrong.length > 0) throw new Error(`The description and the answer differ:\n${wrong.join('\n')}`);
  }

  /** What of an answer or a refusal is not as described, in words with its place; empty where all is, and for pages. */
  wrongWith({ method, url, status, contentType, text }: Exchange): readonly string[] {
    const path = this.patterns.find(([pattern]) => pattern.test(url.split('?')[0] ?? ''))?.[1];
    const operation = path === undefined ? undefined : this.description.paths[path]?.[method.toLowerCase()];
    if (path === undefined || !operation || (status > 299 && status < 400)) return [];
    const type = contentType.split(';')[0] ?? '';
    const told = (what: string): string => `${method} ${path}: ${what}`;
    const { responses = {} } = operation;
    const statuses = statusesFor(status, responses);
    if (statuses.length === 0) return [told(`answers ${String(status)}, which is not described`)];
    if (text === '') return statuses.some((key) => responses[key]?.content) ? [told('answers nothing where something is described')] : [];
    // Who sends a form is answered with a page for people.
    if (type === 'text/html') return [];
    const described = statuses.find((key) => responses[key]?.content?.[type]?.schema);
    if (described === undefined) return [told(`answers ${String(status)} as ${type}, which is not described`)];
    if (!COMPARED.has(type)) return [];
    return this.misfits(['paths', path, method.toLowerCase(), 'responses', described, 'content', type], JSON.parse(text)).map(told);
  }

  private misfits(content: readonly string[], answer: unknown): readonly string[] {
    const fits = this.ajv.getSchema(`${ROOT}#/${[...content, 'schema'].map(escaped).join('/')}`);
    if (!fits) return ['has no schema'];
    if (fits(answer) === true) return [];
    return (fits.errors ?? []).map(
      ({ instancePath, message = '', params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** The described statuses that say what an answer is, the closest first; what is said of any status is said of refusals. */
function statusesFor(status: number, responses: Responses): readonly string[] {
  const keys = status < 300 ? [String(status)] : [String(status), 'default'];
  return keys.filter((key) => Object.hasOwn(responses, key));
}
