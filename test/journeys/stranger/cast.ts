/** Who is in the story of the stranger, and where they have got to. */
import type { Locator, Page } from 'playwright-core';
import type { TeraProcess } from '../../support/tera-process.ts';
import type { Somebody } from '../people.ts';

export interface Cast {
  readonly tera: TeraProcess;
  readonly officer: Somebody;
  readonly employee: Somebody;
  readonly appraiser: Somebody;
  readonly superior: Somebody;
  /** Path of the agency, once there is one. */
  home: string;
  /** Path of the appraisal that is followed, once the period is open. */
  appraisal: string;
}

export const PASSWORD = 'gerobak biru di tepi sungai';

/** People of the staff file in the unit that is appraised (rows of siasn-pegawai.xlsx). */
export const UNIT = 'Dinas Komunikasi dan Informatika';
export const EMPLOYEE = { name: /Rahmi Alamsyah/i, nip: '199010272017072001' };
export const APPRAISER = { name: /Bakti Rayhan/i, nip: '198207312003121001' };
export const SUPERIOR = { name: /Ulya Megantara/i, nip: '198201262003112001' };

export const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name }).first();
export const link = (page: Page | Locator, name: string | RegExp) => page.getByRole('link', { name }).first();
