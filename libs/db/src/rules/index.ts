export { CampaignRepository } from './campaign.repository.ts';
export { RecalculationRepository } from './recalculation.repository.ts';
export { RulesRepository, RuleSetChanged } from './rules.repository.ts';
