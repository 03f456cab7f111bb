import { AccessRepository, CampaignRepository, PeopleRepository, RulesRepository, type Database } from '@laurel/db';
import { directoryOf, listProgrammes, loadProgramme, roleGrantsOf, ruleSetInForce, type Programme } from '@laurel/programmes';
import { join } from 'node:path';

/** Publishes every programme of a folder with its people, and opens the demo seasons that are not there yet. */
export async function seedProgrammes(database: Database, folder: string): Promise<readonly string[]> {
  const names = await listProgrammes(folder);
  for (const name of names) await seedProgramme(database, await loadProgramme(join(folder, name)));
  return names;
}

async function seedProgramme(database: Database, { programme, ruleSets, people, demoCampaigns }: Programme): Promise<void> {
  const rules = new RulesRepository(database);
  for (const ruleSet of ruleSets) await rules.publish(ruleSet);
  const [first] = ruleSets;
  if (!first) return;
  await new PeopleRepository(database).seed(directoryOf(programme, people, first.calendar));
  await new AccessRepository(database).seed(programme, roleGrantsOf(people, first.calendar));
  const campaigns = new CampaignRepository(database);
  for (const { key, opensAt } of demoCampaigns) {
    const inForce = ruleSetInForce(ruleSets, opensAt) ?? first;
    await campaigns.openIfAbsent({ programme, key, ruleSetVersion: inForce.version, opensAt: Date.parse(`${opensAt}T00:00:00Z`) });
  }
}
