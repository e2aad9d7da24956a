import type { InviteWords } from '../en/invite.ts';

export const inviteWords = {
  subject: (title) => `Eich ffordd i mewn i’r ciw: ${title}`,
  hello: 'Helô,',
  click: (title) => `Cliciwch y ddolen hon i gymryd eich lle yn y ciw ar gyfer ${title}:`,
  button: 'Cymryd fy lle',
  lasts:
    'Mae’r ddolen yn gweithio am ddiwrnod, neu nes i’r gwerthu ddod i ben. Chi biau hi: pwy bynnag sydd â’r ddolen sy’n cymryd eich lle, felly peidiwch â’i rhannu.',
  notYou:
    'Os nad chi ofynnodd am hon, does dim angen gwneud dim. Ni chymerwyd lle, ac nid ydym wedi cadw eich cyfeiriad.',
} satisfies InviteWords;
