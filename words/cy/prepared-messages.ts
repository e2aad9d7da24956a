import type { PreparedWords } from '../en/prepared-messages.ts';

export const preparedWords: PreparedWords = {
  'short-pause': 'Rydym wedi oedi am ychydig funudau. Nid oes neb yn colli ei le.',
  'payments-slow': 'Mae taliadau’n araf ar hyn o bryd. Arhoswch am yr ateb, a pheidiwch â thalu ddwywaith.',
  'payments-down': 'Nid yw taliadau cerdyn yn gweithio. Ni elwir neb nes y byddant. Mae’ch lle’n ddiogel.',
  'seats-come-back': 'Mae pob sedd mewn basged nawr. Daw rhai yn ôl bob tro, felly mae’n werth aros.',
  'calls-are-slow': 'Rydym yn galw’n arafach, er mwyn gofalu’n dda am bawb sydd i mewn. Mae’ch lle’n ddiogel.',
  'nearly-sold-out': 'Ychydig o seddi sydd ar ôl. Efallai na fydd rhai i lawer sy’n dal i aros.',
  'more-dates': 'Daw rhagor o ddyddiadau ar werth heddiw. Arhoswch yn y ciw: cewch ddewis y rheini hefyd.',
  'doors-later': 'Mae’r drysau’n agor yn hwyrach. Mae’r amser newydd ar y dudalen hon, a’ch lle’n ddiogel.',
  'keep-your-page': 'Nid oes angen ail-lwytho. Mae’r dudalen hon yn symud ohoni’i hun, ac nid oes dim i’w ennill.',
  'sold-elsewhere': 'Mae’r gwerthu yn rhywle arall am y tro. Mae’ch lle’n ddiogel.',
};
