import type { StaffConsentsWords } from '../en/staff-consents.ts';

export const staffConsentsWords: StaffConsentsWords = {
  lead: 'Prynwyr a roddodd ganiatâd i ni ysgrifennu am sioeau eraill, a’r rhai a’i tynnodd yn ôl. Un rhes i bob cyfeiriad: yr hyn a wnaed olaf sy’n cyfrif.',
  rule: 'Ysgrifennwch at y rhai sydd â “yes” o dan “may_be_written_to”, ac at neb arall. Cymerwch y ffeil o’r newydd cyn pob e-bost. Cofnodir pob ffeil.',
  get: 'Cymryd y ffeil',
  reading: (n) => `Yn darllen … ${n} hyd yma`,
  done: (n, m) => `Cyfeiriadau yn y ffeil: ${n}. Caniateir ysgrifennu at: ${m}.`,
  none: 'Nid oes neb wedi ei ganiatáu eto',
};
