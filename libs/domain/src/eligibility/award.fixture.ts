import { FREELY_GIVEN, type AwardType } from '../route/rule-set.ts';

/** A district's title that is given freely, with what a spec changes. */
export function awardType(changes: Partial<AwardType> = {}): AwardType {
  return {
    key: 'ntvt-district',
    name: { vi: 'Người tốt, việc tốt cấp quận', en: 'Good person of the district' },
    level: 'district',
    issuer: 'district/chairman',
    recipientKinds: ['individual', 'collective', 'household'],
    exclusionGroup: null,
    ...FREELY_GIVEN,
    ...changes,
  };
}
