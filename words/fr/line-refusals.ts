/* By the code of the refusal, `title|what to do`; or by the name of the wrong field. */
export const lineRefusals: Readonly<Record<string, string>> = {
  'bad-request': 'Quelque chose ne va pas|Veuillez vérifier ce que vous avez saisi.',
  'line-unknown': 'Cette mise en vente n’existe pas|La page de la saison montre ce qui est en vente.',
  'line-closed': 'Cette mise en vente est terminée|Il y a peut-être d’autres moyens : voyez la page de la saison.',
  'entry-wrong': 'On entre ici autrement|Rechargez la page et utilisez son formulaire.',
  'member-unknown':
    'Le numéro de membre et le code postal ne vont pas ensemble|Comparez-les avec votre carte de membre, ou téléphonez à la billetterie.',
  'too-many-tries': 'Trop d’essais|Attendez un quart d’heure et réessayez, ou téléphonez à la billetterie.',
  'link-wrong': 'Ce lien n’est plus valable|Demandez-en un nouveau ici.',
  'work-wrong': 'La vérification n’a pas réussi|Veuillez réessayer.',
  'mail-unavailable': 'Aucun e-mail n’est envoyé d’ici|Entrez d’une autre façon, ou téléphonez à la billetterie.',
  'receipt-forged': 'Cette place n’est pas l’une des nôtres|Veuillez entrer à nouveau dans la file.',
  'place-given-up': 'Cette place a été abandonnée|Revenez dans la file, et elle est de nouveau à vous.',
  'not-drawn-yet': 'Votre place n’est pas encore tirée au sort|Attendez un instant.',
  'not-your-turn': 'Ce n’est pas encore à vous|Attendez que votre numéro soit appelé.',
  'slower-lane': 'Encore un peu de patience|Vous entrez quelques minutes après l’appel. Votre place reste la vôtre.',
  'place-removed': 'Cette place a été retirée de la file|Écrivez-nous si c’est une erreur.',
  'pass-expired':
    'Votre temps pour acheter est écoulé|Votre place n’est pas perdue : vous pourrez revenir dès qu’il y aura de la place.',
  'no-more-time':
    'Il n’y a pas plus de temps|Votre place n’est pas perdue : ensuite, vous pourrez revenir dès qu’il y aura de la place.',
  'voucher-wrong': 'Ce bon n’est pas valable|Vous pourrez revenir dès qu’il y aura de la place.',
  'body.member': 'Saisissez votre numéro de membre',
  'body.postcode': 'Saisissez votre code postal',
  'body.email': 'Saisissez une adresse e-mail, par exemple ada@example.org',
  'body.message': 'Dites pourquoi, en une phrase',
};
