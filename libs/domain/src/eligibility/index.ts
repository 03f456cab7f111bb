export {
  barrierOf,
  looksAround,
  OVERRIDABLE,
  reliedOn,
  yearConsidered,
  type Barrier,
  type Proposal,
  type RegistryRule,
} from './eligibility.ts';
export { fulfilment } from './prerequisites.ts';
export type { FactsWanted, HeldAward, RegistryFacts, Rival, Lookalike } from './registry-facts.ts';
