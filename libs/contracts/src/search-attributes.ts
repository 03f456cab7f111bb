/** Search attributes of a nomination's workflow, registered on the Temporal server with these names and types. */
export const SEARCH_ATTRIBUTES = {
  LaurelState: 'Keyword',
  LaurelLevel: 'Keyword',
  LaurelStage: 'Keyword',
  LaurelProgramme: 'Keyword',
  LaurelCampaign: 'Keyword',
  LaurelDueAt: 'Datetime',
} as const;

export type SearchAttributeName = keyof typeof SEARCH_ATTRIBUTES;
