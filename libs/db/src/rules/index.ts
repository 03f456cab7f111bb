export { CampaignRepository } from './campaign.repository.ts';
export { RulesRepository, RuleSetChanged } from './rules.repository.ts';
