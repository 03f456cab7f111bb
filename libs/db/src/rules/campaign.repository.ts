import type { Database } from '../database.ts';

/** Seasons of programmes. */
export class CampaignRepository {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** Opens a season without a closing date unless it is there already. */
  async openIfAbsent(campaign: {
    readonly programme: string;
    readonly key: string;
    readonly ruleSetVersion: string;
    readonly opensAt: number;
  }): Promise<void> {
    await this.database.prisma.campaign.createMany({ data: [{ ...campaign, opensAt: new Date(campaign.opensAt) }], skipDuplicates: true });
  }
}
