import type { ProofWords } from '../en/line-proof.ts';

export const proofWords = {
  rewritten: 'Was diese Warteschlange veröffentlicht hat, ist geändert worden',
  rewrittenDetail:
    'Ihr Browser hat aufbewahrt, was die Tafel früher zeigte, und was sie jetzt zeigt, folgt nicht daraus. Das darf nie geschehen. Ihr Platz bleibt Ihrer. Sehen Sie nach, was anders ist, und sagen Sie es der Kartenkasse:',
  joinAgain: 'Noch einmal anstellen',
  joinAgainDetail: 'Diesen Beleg behalten Sie: Er liegt auf der Seite „Meinen Platz nachprüfen“ bereit.',
} satisfies ProofWords;
