#!/usr/bin/env node
// The types of the API's answers for the console, made from the description that the API serves; no server and no database
// are needed for it. The file is kept with the code, so that a change of an answer is read where it is used.
import openapiTypes, { astToString } from 'openapi-typescript';
import { readFileSync, writeFileSync } from 'node:fs';
import * as prettier from 'prettier';
import ts from 'typescript';
import { readCommandLine } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';

const FILE = inRoot('apps', 'console', 'src', 'api', 'described.types.ts');

const USAGE = `npm run api:types [-- --check]
  writes the console's types of the API's answers anew, from the description that the API serves
  --check   writes nothing; ends with 1 where the types are not those of the description`;

const { values } = readCommandLine(USAGE, { check: { type: 'boolean' } });

/** The shapes that `/openapi.json` names, by name, without formats: to the compiler a date is a text. */
async function shapes() {
  const { createApi } = await import('../apps/api/dist/app.js');
  const { fakeParts } = await import('../apps/api/dist/api.fixture.js');
  const api = await createApi(fakeParts());
  const { body } = await api.inject({ url: '/openapi.json' });
  await api.close();
  const description = JSON.parse(body, (name, value) => (name === 'format' && typeof value === 'string' ? undefined : value));
  const named = Object.entries(description.components.schemas).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { ...description, paths: {}, components: { schemas: Object.fromEntries(named) } };
}

const isNamed = (name) => (node) => node.name?.text === name;

/** Each shape as a type of its own, where openapi-typescript makes one type with all of them in it. */
function typesOf(nodes) {
  const shapes = nodes.find(isNamed('components')).members.find(isNamed('schemas')).type.members;
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return shapes.map((shape) => {
    const { name, type } = shape;
    const declared = ts.isTypeLiteralNode(type)
      ? ts.factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
      : ts.factory.createTypeAliasDeclaration(exported, name, undefined, type);
    return ts.setSyntheticLeadingComments(declared, ts.getSyntheticLeadingComments(shape));
  });
}

async function typesNow() {
  const nodes = await openapiTypes(await shapes(), { immutable: true, defaultNonNullable: false, silent: true });
  const types = typesOf(nodes)
    .map((type) => astToString(type))
    .join('\n')
    .replaceAll(/components\["schemas"\]\["(\w+)"\]/g, '$1')
    .replaceAll(/^ *(\/\*\* @enum .* \*\/|\* @enum .*)\n/gm, '')
    .replaceAll('@description ', '')
    .replaceAll(/\/\*\*\n *\* (.*)\n *\*\//g, '/** $1 */');
  const text = `// Made by "npm run api:types" from what /openapi.json says: change the schemas in apps/api, then run it.\n\n${types}`;
  return prettier.format(text, { ...(await prettier.resolveConfig(FILE)), filepath: FILE });
}

const now = await typesNow();
if (!values.check) writeFileSync(FILE, now);
else if (now !== readFileSync(FILE, 'utf8')) {
  process.stderr.write("The console's types are not those of the API's description: run npm run api:types.\n");
  process.exitCode = 1;
}
