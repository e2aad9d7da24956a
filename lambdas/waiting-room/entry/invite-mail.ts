import type { Language } from '../../../contracts/languages.ts';
import { inviteWords } from '../../../words/all/invite.ts';
import type { Message } from '../../foundation/mail.ts';
import type { headLines } from '../../foundation/mail-head.ts';
import { escaped, oneLine } from '../../foundation/mail-text.ts';

/**
 * The e-mail that brings the link, as plain text and as HTML without a picture, a tracker or anything to load. `url` is
 * ours; the title is what an operator typed.
 */
export function inviteMessage(
  language: Language,
  title: string,
  url: string,
  foot: ReturnType<typeof headLines> = { text: [], html: [] },
): Message {
  const { subject, hello, click, button, lasts, notYou } = inviteWords[language];
  const line = oneLine(title);
  const paragraph = (inside: string) => `<p style="margin:0 0 1em">${inside}</p>`;
  return {
    subject: subject(line),
    text: [hello, '', click(line), '', url, '', lasts, '', notYou, '', ...foot.text].join('\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject(line))}</title></head>`,
      '<body style="margin:0;padding:1.5em;font:1.0625rem/1.5 system-ui,sans-serif;color:#1c1b1a;background:#ffffff">',
      '<div style="max-width:34em;margin:0 auto">',
      paragraph(escaped(hello)),
      paragraph(escaped(click(line))),
      paragraph(
        `<a href="${escaped(url)}" style="display:inline-block;padding:.7em 1.2em;border-radius:.4em;background:#1b2147;color:#ffffff;text-decoration:none;font-weight:600">${escaped(button)}</a>`,
      ),
      paragraph(escaped(lasts)),
      paragraph(escaped(notYou)),
      ...foot.html,
      '</div></body></html>',
    ].join('\n'),
  };
}
