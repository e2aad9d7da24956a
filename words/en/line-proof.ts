/* The words of the line page for what must never happen: a record that was rewritten, a place that is in no roll. */
export const proofWords = {
  rewritten: 'What this line published has changed',
  rewrittenDetail:
    'Your browser kept what the board showed before, and what it shows now does not follow from it. That must never happen. Your place stays yours. See what differs, and tell the box office:',
  joinAgain: 'Join again',
  joinAgainDetail: 'You keep this receipt: it stands ready on the page “Check my place”.',
};

export type ProofWords = typeof proofWords;
