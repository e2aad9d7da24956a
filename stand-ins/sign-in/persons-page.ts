import { type Person, persons } from './persons.ts';

/* The one page of the stand-in: whom to sign in as. It says plainly what it is. */

export const stylePath = '/stand-in.css';

export const style = `
:root { color-scheme: light dark; --ink: light-dark(#12162b, #f3ede1); --soft: light-dark(#4a5170, #aeb5d0);
  --wall: light-dark(#f1f2f7, #0b0f20); --paper: light-dark(#fff, #151a31); --edge: light-dark(#7b829f, #7780a6);
  --focus: light-dark(#1f44d6, #9db4ff); --brass: #d79a1e; }
* { box-sizing: border-box; margin: 0; }
body { background: var(--wall); color: var(--ink); font: 400 1.05rem/1.5 system-ui, sans-serif; padding: 1.25rem 1rem 3rem; }
main { max-width: 38rem; margin: 0 auto; display: grid; gap: 1rem; }
h1 { font: 700 1.9rem/1.15 Georgia, "Liberation Serif", serif; text-wrap: balance; }
.note { border-left: 6px solid var(--brass); padding: .1rem 0 .1rem .9rem; color: var(--soft); }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; }
button { width: 100%; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: center; min-height: 3.5rem;
  padding: .6rem 1rem; text-align: left; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge);
  border-radius: 3px; cursor: pointer; }
button:hover { border-color: var(--ink); }
button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
b { font-weight: 650; }
.role { grid-row: 1 / span 2; grid-column: 2; font-size: .9rem; color: var(--soft); text-align: right; }
.does { font-size: .9rem; color: var(--soft); }
@media (max-width: 30rem) { button { grid-template-columns: minmax(0, 1fr); } .role { grid-row: auto; grid-column: 1; text-align: left; } }
`.trim();

/** No script runs on it, and its forms lead to itself and back to the site alone. */
export const policyFor = (sites: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    // Browsers hold the redirects that follow a form to it, too.
    `form-action ${["'self'", ...sites].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const row = ({ subject, name, role, does }: Person): string =>
  `<li><button name="subject" value="${escaped(subject)}"><b>${escaped(name)}</b><span class="role">${escaped(role)}</span><span class="does">${escaped(does)}</span></button></li>`;

/** @param action Path that the form is sent to. */
export function personsPage(action: string): string {
  return page(
    'Sign in as …',
    `<p class="note">This is a stand-in on this machine. It asks for no password and proves nothing. A deployed stage has a real sign-in here, with a second factor.</p>
<form method="post" action="${escaped(action)}"><ul>
${persons.map(row).join('\n')}
</ul></form>`,
  );
}

export function sorryPage(says: string): string {
  return page('This page is over', `<p class="note">${escaped(says)}</p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – a stand-in</title><link rel="stylesheet" href="${stylePath}"></head>
<body><main><h1>${title}</h1>
${body}
</main></body>
</html>
`;
}
