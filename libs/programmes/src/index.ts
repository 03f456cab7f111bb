export { ruleSetInForce } from './in-force.ts';
export { loadCalendar } from './load-calendar.ts';
export { listProgrammes, loadProgramme, type DemoCampaign, type Programme } from './load-programme.ts';
export {
  appointedDay,
  directoryOf,
  roleGrantsOf,
  type HolderEntry,
  type PeopleFile,
  type PostEntry,
  type RoleEntry,
  type SubstitutionEntry,
} from './people-file.ts';
export { describeProblem, ProgrammeInvalid, type Problem } from './problems.ts';
export { programmeJsonSchema, schemaFiles, writeSchemas, type JsonSchema } from './schema-files.ts';
export * from './explain/index.ts';
export * from './simulation/index.ts';
export * from './difference/index.ts';
export { diagramOf } from './diagram/index.ts';
