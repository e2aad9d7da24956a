import type { PreparedWords } from '../en/prepared-messages.ts';

export const preparedWords: PreparedWords = {
  'short-pause': 'Wir machen einige Minuten Pause. Niemand verliert den Platz.',
  'payments-slow': 'Zahlungen dauern gerade lange. Bitte warten Sie die Antwort ab und zahlen Sie nicht doppelt.',
  'payments-down': 'Kartenzahlung geht gerade nicht. Bis dahin wird niemand aufgerufen. Ihr Platz ist sicher.',
  'seats-come-back': 'Alle Plätze liegen in Warenkörben. Einige kommen immer zurück: Bleiben lohnt sich.',
  'calls-are-slow': 'Wir rufen langsamer auf, damit alle, die drinnen sind, gut bedient werden. Ihr Platz ist sicher.',
  'nearly-sold-out': 'Es sind nur noch wenige Plätze da. Viele Wartende finden vielleicht keinen mehr.',
  'more-dates': 'Heute kommen weitere Termine in den Verkauf. Bleiben Sie in der Schlange: Sie können sie wählen.',
  'doors-later': 'Die Türen öffnen später als geplant. Die neue Zeit steht hier, und Ihr Platz ist sicher.',
  'keep-your-page': 'Sie müssen nicht neu laden. Diese Seite bewegt sich von selbst, Neuladen bringt nichts.',
  'sold-elsewhere': 'Karten gibt es gerade anderswo. Niemand wird aufgerufen. Ihr Platz ist sicher.',
};
