import { api } from '../../contracts/api.ts';
import type { ConsentPage } from '../../contracts/news-consent.ts';
import type { AuditPage, StaffPeople, StaffPeopleAct } from '../../contracts/staff.ts';
import { type Answer, ask, type Browser } from '../api.ts';
import { dressed, withToken } from '../sign-in/me-api.ts';

/** Questions about the people of the house, with an access token of one of them. */

export function readPeople(browser: Browser, access: string): Promise<Answer<StaffPeople>> {
  return ask(dressed(browser), { ...api('GET staff/people'), headers: withToken(access), cache: 'no-store' });
}

/** Done twice, each act is done once. */
export function changePeople(browser: Browser, access: string, body: StaffPeopleAct): Promise<Answer<StaffPeople>> {
  return ask(dressed(browser), { ...api('POST staff/people'), headers: withToken(access), body });
}

/** @param from `next` of the page before; the newest page if undefined. */
export function readAuditPage(browser: Browser, access: string, from: string | undefined): Promise<Answer<AuditPage>> {
  const { url } = api('GET staff/audit');
  const page = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  return ask(dressed(browser), { url: url + page, headers: withToken(access), cache: 'no-store' });
}

/** @param from `next` of the page before; the first page if undefined. */
export function readConsentPage(
  browser: Browser,
  access: string,
  from: string | undefined,
): Promise<Answer<ConsentPage>> {
  const { url } = api('GET staff/consents');
  const page = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  return ask(dressed(browser), { url: url + page, headers: withToken(access), cache: 'no-store' });
}
