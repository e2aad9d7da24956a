import { descriptionPath } from '../../contracts/api.ts';
import { ask, type Trouble } from '../api.ts';
import { browser } from '../browser.gateway.ts';
import { openPage } from '../page.tsx';
import { Developers } from './developers-view.tsx';
import type { OpenApi } from './open-api.ts';

/** The description of the API, for reading. */
export interface DevelopersState {
  readonly api?: OpenApi;
  readonly trouble?: Trouble;
}

const page = openPage<DevelopersState>({}, (state) => <Developers state={state} />);

const answer = await ask<OpenApi>(browser, { url: descriptionPath });
page.turn(answer.ok ? { api: answer.body } : { trouble: answer.trouble });
// The browser looked for the part that the address names before it was there.
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
