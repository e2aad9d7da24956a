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
// What the address names was not there yet when the browser looked for it.
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
