import { Ajv2020 } from 'ajv/dist/2020.js';

type Content = Readonly<Record<string, { readonly schema?: object }>>;

interface Operation {
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
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
const JSON_TYPE = 'application/json';

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

  /** What of a good answer is not as described, in words with its place; empty where all is, for refusals, and for pages. */
  wrongWith({ method, url, status, contentType, text }: Exchange): readonly string[] {
    const path = this.patterns.find(([pattern]) => pattern.test(url.split('?')[0] ?? ''))?.[1];
    const operation = path === undefined ? undefined : this.description.paths[path]?.[method.toLowerCase()];
    if (path === undefined || !operation || status < 200 || status > 299) return [];
    const type = contentType.split(';')[0] ?? '';
    const told = (what: string): string => `${method} ${path}: ${what}`;
    const response = operation.responses?.[String(status)];
    if (!response) return [told(`answers ${String(status)}, which is not described`)];
    if (text === '') return response.content ? [told('answers nothing where something is described')] : [];
    // Who sends a form is answered with a page for people.
    if (type === 'text/html') return [];
    if (!response.content?.[type]?.schema) return [told(`answers ${type}, which is not described`)];
    if (type !== JSON_TYPE) return [];
    return this.misfits(['paths', path, method.toLowerCase(), 'responses', String(status)], JSON.parse(text)).map(told);
  }

  private misfits(response: readonly string[], answer: unknown): readonly string[] {
    const fits = this.ajv.getSchema(`${ROOT}#/${[...response, 'content', JSON_TYPE, 'schema'].map(escaped).join('/')}`);
    if (!fits) return ['has no schema'];
    if (fits(answer) === true) return [];
    return (fits.errors ?? []).map(
      ({ instancePath, message = '', params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  }
}
