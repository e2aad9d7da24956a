import type { InviteRequest } from '../../../contracts/line-requests.ts';
import type { Message } from '../../foundation/mail.ts';

/*
 * The e-mail that brings the link: short, kind, and saying what it does before it is clicked. Plain text for those
 * who read so, and HTML without a picture, a tracker or anything to load. The title is the venue's own and stays
 * in its language.
 */

export type Language = InviteRequest['language'];

interface Words {
  readonly subject: (title: string) => string;
  readonly hello: string;
  /** Before the link. */
  readonly click: (title: string) => string;
  readonly button: string;
  readonly lasts: string;
  readonly notYou: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: (title) => `Your way into the line: ${title}`,
    hello: 'Hello,',
    click: (title) => `Click this link to take your place in the line for ${title}:`,
    button: 'Take my place',
    lasts:
      'The link works for a day, or until the sale ends. It is yours: whoever has it takes your place, so please do not pass it on.',
    notYou: 'If you did not ask for this, do nothing. No place is taken, and we have not kept your address.',
  },
  cy: {
    subject: (title) => `Eich ffordd i mewn i’r ciw: ${title}`,
    hello: 'Helô,',
    click: (title) => `Cliciwch y ddolen hon i gymryd eich lle yn y ciw ar gyfer ${title}:`,
    button: 'Cymryd fy lle',
    lasts:
      'Mae’r ddolen yn gweithio am ddiwrnod, neu nes i’r gwerthu ddod i ben. Chi biau hi: pwy bynnag sydd â’r ddolen sy’n cymryd eich lle, felly peidiwch â’i rhannu.',
    notYou:
      'Os nad chi ofynnodd am hon, does dim angen gwneud dim. Ni chymerwyd lle, ac nid ydym wedi cadw eich cyfeiriad.',
  },
  fr: {
    subject: (title) => `Votre accès à la file d’attente : ${title}`,
    hello: 'Bonjour,',
    click: (title) => `Cliquez sur ce lien pour prendre votre place dans la file d’attente de ${title} :`,
    button: 'Prendre ma place',
    lasts:
      'Le lien est valable une journée, ou jusqu’à la fin de la vente. Il est à vous : qui le possède prend votre place, ne le transmettez donc à personne.',
    notYou:
      'Si vous n’avez rien demandé, ne faites rien. Aucune place n’est prise et nous n’avons pas gardé votre adresse.',
  },
  de: {
    subject: (title) => `Ihr Weg in die Warteschlange: ${title}`,
    hello: 'Guten Tag,',
    click: (title) => `mit diesem Link nehmen Sie Ihren Platz in der Warteschlange für ${title} ein:`,
    button: 'Meinen Platz einnehmen',
    lasts:
      'Der Link gilt einen Tag lang oder bis der Verkauf endet. Er gehört Ihnen: Wer ihn hat, nimmt Ihren Platz ein. Bitte geben Sie ihn nicht weiter.',
    notYou:
      'Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun. Es ist kein Platz belegt, und wir haben Ihre Adresse nicht gespeichert.',
  },
  es: {
    subject: (title) => `Su acceso a la cola: ${title}`,
    hello: 'Hola:',
    click: (title) => `Pulse este enlace para ocupar su lugar en la cola de ${title}:`,
    button: 'Ocupar mi lugar',
    lasts:
      'El enlace vale durante un día o hasta que termine la venta. Es suyo: quien lo tenga ocupa su lugar, así que no lo comparta.',
    notYou: 'Si no lo ha pedido, no haga nada. No se ha ocupado ningún lugar y no hemos guardado su dirección.',
  },
};

/** `url` is ours; the title is whatever an operator typed. */
export function inviteMessage(language: Language, title: string, url: string): Message {
  const { subject, hello, click, button, lasts, notYou } = words[language];
  // A subject is one line.
  const oneLine = title.replace(/\s+/g, ' ');
  const paragraph = (inside: string) => `<p style="margin:0 0 1em">${inside}</p>`;
  return {
    subject: subject(oneLine),
    text: [hello, '', click(oneLine), '', url, '', lasts, '', notYou, ''].join('\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject(oneLine))}</title></head>`,
      '<body style="margin:0;padding:1.5em;font:1.0625rem/1.5 system-ui,sans-serif;color:#1c1b1a;background:#ffffff">',
      '<div style="max-width:34em;margin:0 auto">',
      paragraph(hello),
      paragraph(escaped(click(oneLine))),
      paragraph(
        `<a href="${escaped(url)}" style="display:inline-block;padding:.7em 1.2em;border-radius:.4em;background:#1b2147;color:#ffffff;text-decoration:none;font-weight:600">${button}</a>`,
      ),
      paragraph(lasts),
      paragraph(notYou),
      '</div></body></html>',
    ].join('\n'),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
