import type { ForgetfulWords } from '../en/forgetful.ts';

export const forgetfulWords: ForgetfulWords = {
  title: 'Ce navigateur ne garde rien pour nous',
  detail:
    'Votre place serait perdue dès que cette page se ferme. Autorisez ce site à enregistrer des données, puis rechargez la page. Si votre navigateur accepte les cookies, vous pouvez aussi entrer dans la file sur la page simple.',
  toPlain: 'Vers la page simple',
  inApp: 'Vous êtes dans le navigateur d’une application',
  inAppDetail:
    'Il risque d’oublier votre place dès que vous le fermez. Ouvrez cette page dans le navigateur de votre téléphone, par le menu de l’application, et entrez dans la file depuis celui-ci.',
};
