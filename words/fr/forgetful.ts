import type { ForgetfulWords } from '../en/forgetful.ts';

export const forgetfulWords: ForgetfulWords = {
  title: 'Ce navigateur ne garde rien pour nous',
  detail:
    'Votre place serait perdue dès que cette page se ferme. Autorisez ce site à enregistrer des données, puis rechargez la page. Si votre navigateur accepte les cookies, vous pouvez aussi entrer dans la file sur la page simple.',
  toPlain: 'Vers la page simple',
};
