import { languageNames } from '../../contracts/languages.ts';
import { siteWords } from '../../words/en/site.ts';
import { language } from '../../words/en/written.ts';
import { addressIn } from '../browser.gateway.ts';

/** The same page in another language: the edge keeps the choice and leads back here (edge/language-switch.ts). */
export function LanguageSwitch() {
  return (
    <nav class="languages" aria-label={siteWords.languages}>
      {Object.entries(languageNames).map(([code, name]) => (
        <a
          key={code}
          href={addressIn(code)}
          lang={code}
          hreflang={code}
          aria-current={code === language ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
