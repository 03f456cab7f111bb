import { expect } from '@jest/globals';
import type { Role } from '@laurel/domain';
import type { Locator, Page } from 'playwright-core';
import { settled } from './console.desk.ts';
import type { Word, Words } from './role-words.ts';

/** What somebody with a role comes for, what they are shown, and what they must never be shown. */
export interface RolePath {
  readonly role: Role;
  /** Of one ward, whose nominations alone they see. */
  readonly ofWard: boolean;
  readonly places: readonly Word[];
  readonly noPlaces: readonly Word[];
  /** Buttons on a nomination that runs. */
  readonly buttons: readonly Word[];
  readonly noButtons: readonly Word[];
  /** What they came for; `id` is a nomination in the ward. */
  readonly errand: (page: Page, words: Words, id: string) => Promise<void>;
}

const READING = ['overview', 'nominations', 'programmes'] as const;
const OFFICE = ['operations', 'audit', 'access'] as const;

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Presses a button of the case, gives what it asks for and why, and sees that it was done. */
async function act(page: Page, words: Words, action: Word, fields: Partial<Record<Word, string>> = {}): Promise<void> {
  await button(page, words[action]).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(words[label as Word], { exact: true }).fill(value);
  expect(await dialog.getByRole('button', { name: words.confirm }).isDisabled()).toBe(true);
  await dialog.getByLabel(words.reason).fill('Theo đề nghị của đơn vị.');
  await dialog.getByRole('button', { name: words.confirm }).click();
  await dialog
    .getByText(words.done)
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error(`Not done; the dialog says: ${await dialog.innerText()}`, { cause: error });
    });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

const nominator: RolePath = {
  role: 'nominator',
  ofWard: true,
  places: READING,
  noPlaces: ['sessions', ...OFFICE],
  buttons: ['withdraw'],
  noButtons: ['hold', 'extend', 'reassign', 'resend'],
  errand: (page, words) => act(page, words, 'withdraw'),
};

const reviewer: RolePath = {
  role: 'reviewer',
  ofWard: true,
  places: READING,
  noPlaces: ['sessions', ...OFFICE],
  buttons: [],
  noButtons: ['withdraw', 'hold', 'extend', 'reassign', 'resend'],
  errand: async (page, words) => {
    await page.getByRole('tab', { name: words.tasks }).click();
    await page.getByRole('cell', { name: 'Trần Quang Nghĩa', exact: false }).first().waitFor();
    expect(await page.getByRole('tab', { name: words.mails }).count()).toBe(0);
    await page.getByRole('tab', { name: words.documents }).click();
    await page.getByRole('cell', { name: words.report }).waitFor();
    expect(await page.getByText('achievement-report').count()).toBe(0);
  },
};

const secretariat: RolePath = {
  role: 'secretariat',
  ofWard: false,
  places: [...READING, 'sessions'],
  noPlaces: OFFICE,
  buttons: ['withdraw', 'hold', 'extend', 'reassign', 'resend'],
  noButtons: [],
  errand: (page, words) => act(page, words, 'hold', { authority: 'Thanh tra quận' }),
};

const authority: RolePath = {
  role: 'authority',
  ofWard: false,
  places: [...READING, 'sessions'],
  noPlaces: OFFICE,
  buttons: ['hold', 'extend'],
  noButtons: ['withdraw', 'reassign', 'resend'],
  errand: (page, words) => act(page, words, 'extend', { workingDays: '3' }),
};

const operator: RolePath = {
  role: 'operator',
  ofWard: false,
  places: [...READING, 'sessions', 'operations', 'access'],
  noPlaces: ['audit'],
  buttons: ['withdraw', 'hold', 'extend', 'reassign', 'resend'],
  noButtons: [],
  errand: async (page, words, id) => {
    await open(page, `/nominations/${id}?tab=workflow`);
    await page.getByRole('link', { name: words.temporal }).waitFor();
    await act(page, words, 'resend');
    await open(page, '/operations?tab=health');
    await page.getByText(words.canary, { exact: true }).waitFor();
  },
};

const auditor: RolePath = {
  role: 'auditor',
  ofWard: false,
  places: [...READING, 'sessions', 'operations', 'audit', 'access'],
  noPlaces: [],
  buttons: [],
  noButtons: ['withdraw', 'hold', 'extend', 'reassign', 'resend'],
  errand: async (page, words, id) => {
    await open(page, `/audit?subject=${id}`);
    await page.getByRole('link', { name: id }).first().waitFor();
    await open(page, '/access?q=giao-dien+auditor');
    await page.getByRole('cell', { name: 'auditor.giao-dien@example.vn' }).waitFor();
    expect(await page.getByRole('cell', { name: 'operator.giao-dien@example.vn' }).count()).toBe(0);
    expect(await button(page, words.invite).count()).toBe(0);
  },
};

const integrator: RolePath = {
  role: 'integrator',
  ofWard: false,
  places: ['programmes'],
  noPlaces: ['overview', 'nominations', 'sessions', ...OFFICE],
  buttons: [],
  noButtons: [],
  errand: async (page, words) => {
    await open(page, '/programmes/nam-tu-liem-ntvt?tab=simulator');
    await page.getByRole('table', { name: words.simulator }).waitFor();
  },
};

/** Roles of a programme's own people: a ward's officer and reviewer, the secretariat, the level's authority. */
export const PROGRAMME_PATHS: readonly RolePath[] = [nominator, reviewer, secretariat, authority];

/** Roles of those who keep Laurel running, watch over it, or connect to it. */
export const HOUSE_PATHS: readonly RolePath[] = [operator, auditor, integrator];
