import { parseArgs } from 'node:util';
import { type Get, type SmokeAnswer, type SmokeFinding, smoke } from '../lib/smoke/smoke.ts';

/*
 * `npm run smoke -- --site https://tickets.example.org`: asks a stage from outside whether it answers as it must. Status 0:
 * it does. 1: something does not. 2: the address is none.
 */

/** A CDN may take so long for a file that it has to fetch first, and for a function that starts. */
const patienceMs = 20_000;

const getFrom =
  (site: URL): Get =>
  async (path): Promise<SmokeAnswer> => {
    const answer = await fetch(new URL(path, site), {
      headers: { 'accept-language': 'en', accept: '*/*', 'user-agent': 'stampede-smoke' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  };

export async function smokeSite(site: URL): Promise<readonly SmokeFinding[]> {
  return [...(await smoke(getFrom(site))), ...(site.protocol === 'https:' ? [await leadsToHttps(site)] : [])];
}

async function leadsToHttps(site: URL): Promise<SmokeFinding> {
  const plain = new URL(site);
  plain.protocol = 'http:';
  const path = `${plain}`;
  try {
    const { status, headers } = await getFrom(plain)('/');
    const leads = status >= 300 && status < 400 && headers.location?.startsWith('https://');
    return { path, faults: leads ? [] : [`answers ${status} and does not lead to https`] };
  } catch (error) {
    return { path, faults: [`gives no answer: ${error instanceof Error ? error.message : error}`] };
  }
}

async function main(): Promise<0 | 1 | 2> {
  const { site } = parseArgs({ options: { site: { type: 'string', default: '' } } }).values;
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol)) {
    console.error('Name the address of the site: npm run smoke -- --site https://tickets.example.org');
    return 2;
  }
  const found = await smokeSite(new URL(site));
  for (const { path, faults, note } of found)
    console.log(
      `${faults.length > 0 ? 'FAILS' : 'ok   '}  ${path}${note ? `  (${note})` : ''}${faults.map((each) => `\n         ${each}`).join('')}`,
    );
  const failed = found.filter(({ faults }) => faults.length > 0).length;
  console.log(
    failed > 0 ? `${failed} of ${found.length} do not answer as they must` : `All ${found.length} answer as they must`,
  );
  return failed > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await main();
