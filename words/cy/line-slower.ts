import type { SlowerWords } from '../en/line-slower.ts';

export const slowerWords = {
  slower: 'Rydych yn y lôn arafach',
  slowerDetail: 'Chi piau’r rhif o hyd. Byddwch yn dod i mewn ychydig funudau ar ôl iddo gael ei alw.',
  removed: 'Tynnwyd y lle hwn o’r ciw',
  removedDetail: 'Ni ellir dod i mewn ag ef.',
  why: {
    'many-from-one-address':
      'Cymerwyd llawer iawn o leoedd o’ch cyfeiriad rhwydwaith, gan rywbeth nad oedd yn debyg i borwr.',
    'not-a-browser': 'Cymerwyd y lle gan rywbeth nad oedd yn edrych fel porwr.',
    staff: 'Staff y swyddfa docynnau a benderfynodd hyn.',
  },
  reason: (code) => `Rheswm: ${code}`,
  appeal: 'Ydy hynny’n anghywir? Dywedwch wrthym, a bydd person yn edrych arno.',
  appealHint: 'Mewn brawddeg neu ddwy; 500 nod ar y mwyaf.',
  appealSend: 'Anfon',
  appealing: 'Yn anfon…',
  appealed: 'Mae eich neges gennym',
  appealedDetail: 'Mae person yn y swyddfa docynnau yn edrych arni. Os ydynt yn cytuno, bydd eich lle fel yr oedd.',
} satisfies SlowerWords;
