import type { EntryKind } from '../../../contracts/line.ts';
import { type Devices, need } from '../../../contracts/line-requests.ts';
import { type Markup, type MarkupPart, markup } from '../../foundation/plain/plain-markup.ts';
import type { PlainPageWords } from '../../foundation/plain/plain-words.ts';

/** The forms of the page without JavaScript. Each sends one act, and works with the keyboard alone. */

/** A form that did not do, so that nobody types it again. */
export interface TypedForm {
  readonly entry?: string | undefined;
  readonly member?: string | undefined;
  readonly postcode?: string | undefined;
  readonly needs: readonly string[];
  readonly code?: string | undefined;
}

export interface JoinForms {
  readonly words: PlainPageWords;
  readonly onSale: string;
  readonly venue: string;
  /** In the order of their tiers. */
  readonly entries: readonly EntryKind[];
  readonly typed: TypedForm;
}

/** One form an entry. */
export function joinForms({ words, onSale, venue, entries, typed }: JoinForms): Markup {
  const send = (entry: EntryKind, fields: MarkupPart) =>
    markup`<form method="post" action="/plain/${onSale}" class="card">
<h3>${words.entries[entry]}</h3>
<input type="hidden" name="act" value="join"><input type="hidden" name="entry" value="${entry}">
${fields}
${needsFieldset(words, entry, typed.needs)}
<button>${words.line.join}</button>
</form>
`;
  const forms = {
    members: () =>
      send('members', [
        field('member', words.line.member, words.line.memberHint, typed.member),
        field('postcode', words.line.postcode, words.line.postcodeHint, typed.postcode),
      ]),
    email: () => send('email', field('link', words.link, words.linkHint, undefined)),
    open: () => markup`<section class="card"><h3>${words.entries.open}</h3><p>${words.openDetail(venue)}</p></section>
`,
  } satisfies Record<EntryKind, () => Markup>;
  const joinsHere = entries.some((entry) => entry !== 'open');
  return markup`${joinsHere && markup`<p class="hint">${words.joinCookies}</p>`}
${entries.map((entry) => forms[entry]())}
${joinsHere && markup`<p class="hint">${words.joinOnce}</p>`}`;
}

/** For a fan whose other device broke: the box office said a code. */
export function codeForm({ code, joining }: PlainPageWords, onSale: string, typed: string | undefined): Markup {
  return markup`<details class="code"${typed !== undefined && markup` open`}><summary>${joining.haveCode}</summary>
<p>${code.detail}</p>
<form method="post" action="/plain/${onSale}"><input type="hidden" name="act" value="take-over">
${field('code', code.label, code.hint, typed)}
<button>${code.take}</button></form></details>
`;
}

function field(
  name: 'member' | 'postcode' | 'link' | 'code',
  label: string,
  hint: string,
  value: string | undefined,
): Markup {
  const completes = name === 'postcode' ? 'postal-code' : 'off';
  return markup`<p class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" required autocomplete="${completes}" autocapitalize="none" spellcheck="false" aria-describedby="${name}-hint" value="${value ?? ''}">
<span class="hint" id="${name}-hint">${hint}</span></p>
`;
}

function needsFieldset(words: PlainPageWords, entry: EntryKind, needs: readonly string[]): Markup {
  return markup`<fieldset><legend>${words.anyNeeds}</legend>
${need.options.map(
  (one) => markup`<p class="choice"><input type="checkbox" id="${entry}-${one}" name="needs" value="${one}"${
    needs.includes(one) && markup` checked`
  }> <label for="${entry}-${one}">${words.later.needs[one]}</label></p>
`,
)}</fieldset>`;
}

export function actButton(onSale: string, act: 'claim' | 'leave' | 'devices', label: string, quiet = false): Markup {
  return markup`<form method="post" action="/plain/${onSale}"><input type="hidden" name="act" value="${act}"><button${
    quiet && markup` class="quiet"`
  }>${label}</button></form>
`;
}

/** The devices that hold the place, each that may be ended with the form for it. */
export function devicesList(
  { devices: own, written }: PlainPageWords,
  onSale: string,
  { devices }: Devices,
  timeZone: string,
): Markup {
  const items = devices.map(({ device, kind, joinedAt, here, behind, mayEnd }) => {
    const name = own.kind(kind.browser, kind.system);
    return markup`<li><b>${name}</b> ${written.longMoment(joinedAt, timeZone)} ${here && own.here} ${
      behind && own.behind
    }
${
  mayEnd &&
  markup`<form method="post" action="/plain/${onSale}"><input type="hidden" name="act" value="devices"><input type="hidden" name="device" value="${device ?? ''}"><button class="quiet" aria-label="${own.end}: ${name}">${own.end}</button></form>
`
}</li>
`;
  });
  return markup`<section class="card"><h2>${devices.length > 1 ? own.many : own.alone}</h2>
${devices.length > 1 && markup`<p>${own.detail}</p>`}
<ul>${items}</ul></section>
`;
}

/** Leaving takes two steps, since it gives the number up. */
export function leaveForm(words: PlainPageWords, onSale: string): Markup {
  return markup`<details class="leave"><summary>${words.inside.leave}</summary>
<p>${words.leaveSure}</p>
${actButton(onSale, 'leave', words.leaveYes, true)}</details>
`;
}
