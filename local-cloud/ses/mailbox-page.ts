/**
 * The mailbox: every message that was sent, the newest first. The person who runs the local cloud reads it. Links lead
 * to the addresses of this machine. HTML is shown in a frame that may neither run nor load anything.
 */
import type { Mail } from './mail-shape.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Plain text with its links to click. */
const withLinks = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, at) => (at % 2 === 0 ? escaped(part) : `<a href="${escaped(part)}">${escaped(part)}</a>`))
    .join('');

const styles = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
  article { border-top: 1px solid #8886; padding: 1rem 0; }
  h2 { font-size: 1.125rem; margin: 0; }
  p { margin: 0.25rem 0; opacity: 0.8; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
  iframe { width: 100%; height: 22rem; border: 1px solid #8886; background: #fff; }`;

const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
const frameHead = `<base target="_blank"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/** Links that hold the files themselves, so that each opens or is kept with a click. */
const fileLinks = (files: NonNullable<Mail['files']>): string =>
  `<p>${files
    .map(
      ({ name, type, base64 }) =>
        `<a download="${escaped(name)}" href="data:${escaped(type)};base64,${escaped(base64)}">${escaped(name)}</a>`,
    )
    .join(' · ')}</p>`;

const article = ({ id, at, from, to, subject, text, html, files }: Mail): string => `<article id="${escaped(id)}">
<h2>${escaped(subject)}</h2>
<p>to ${escaped(to.join(', '))} · from ${escaped(from)} · <time>${new Date(at).toISOString()}</time></p>
${files === undefined ? '' : fileLinks(files)}
${text === undefined ? '' : `<pre>${withLinks(text)}</pre>`}
${html === undefined ? '' : `<details${text === undefined ? ' open' : ''}><summary>as HTML</summary><iframe title="${escaped(subject)}" sandbox="${sandbox}" srcdoc="${escaped(frameHead + html)}"></iframe></details>`}
</article>`;

/** @param local puts addresses of this machine in the place of the names that links were made with. */
export const mailboxPage = (mails: readonly Mail[], local: (text: string) => string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox</title>
<style>${styles}</style></head><body>
<h1>Mailbox</h1>
<p>Everything that was sent here, the newest first. None of it left this machine.</p>
${mails.length === 0 ? '<p>Nothing yet.</p>' : mails.map((mail) => article(localMail(mail, local))).join('\n')}
</body></html>
`;

/** One message with local links. */
export const localMail = (mail: Mail, local: (text: string) => string): Mail => ({
  ...mail,
  ...(mail.text !== undefined && { text: local(mail.text) }),
  ...(mail.html !== undefined && { html: local(mail.html) }),
});
