import type { NewsConsentWords } from '../en/news-consent.ts';

export const newsConsentWords: NewsConsentWords = {
  label: 'Écrivez-moi au sujet d’autres spectacles',
  detail:
    'On peut m’écrire par e-mail au sujet de nouveaux spectacles et d’offres. Ma commande n’en dépend pas. Je peux revenir là-dessus à tout moment, sur la page de ma commande ou au guichet.',
  title: 'Nouvelles d’autres spectacles',
  given: (when) => `Le ${when}, vous nous avez permis de vous écrire au sujet de nouveaux spectacles et d’offres.`,
  takeBack: 'Retirer cet accord',
  takingBack: 'Retrait en cours…',
  takenBack: (when) =>
    `Nous ne vous écrivons plus au sujet d’autres spectacles. Vous avez retiré votre accord le ${when}.`,
  still: 'Les e-mails de cette commande arrivent toujours.',
};
