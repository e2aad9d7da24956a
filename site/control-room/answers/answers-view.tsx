import type { PublishedOnSale } from '../../../contracts/catalogue.ts';
import { type Language, languageNames, languages } from '../../../contracts/languages.ts';
import { controlAnswersWords as words } from '../../../words/en/control-room-answers.ts';
import { timeOfDay } from '../../../words/en/written.ts';
import { theatreTime } from '../../browser.gateway.ts';
import { BoxOfficeLine } from '../../elements/box-office-line.tsx';
import { Notice } from '../../elements/notice.tsx';
import type { AnswersState } from './answers-state.ts';
import type { AnswersDesk } from './follow-line.ts';
import { answersToRead } from './told-answers.ts';

/** What fans ask, large enough to be read aloud with the telephone at one ear. */
export function AnswersPart(props: {
  readonly state: AnswersState;
  readonly desk: AnswersDesk;
  readonly listed: PublishedOnSale;
  readonly timeZone: string | undefined;
}) {
  const { state, desk, listed, timeZone } = props;
  const { typed, number, language, board, isMissing, unanswered } = state;
  const answers = answersToRead(state, listed, timeZone, theatreTime());
  return (
    <section class="control-answers">
      <p class="lead">{words.lead}</p>
      <div class="answers-wishes">
        <div class="field">
          <label for="answer-find">{words.find}</label>
          <p class="hint" id="answer-find-hint">
            {words.findHint}
          </p>
          <input
            id="answer-find"
            type="search"
            value={typed}
            aria-describedby="answer-find-hint"
            onInput={(input) => desk.change({ typed: input.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="answer-number">{words.number}</label>
          <p class="hint" id="answer-number-hint">
            {words.numberHint}
          </p>
          <input
            id="answer-number"
            inputMode="numeric"
            autocomplete="off"
            value={number}
            aria-describedby="answer-number-hint"
            onInput={(input) => desk.change({ number: input.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="answer-language">{words.language}</label>
          <select
            id="answer-language"
            value={language}
            onChange={(change) => desk.change({ language: change.currentTarget.value as Language })}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {one === 'en' ? words.englishAlone : languageNames[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div role="status">
        {isMissing && (
          <Notice title={words.noLine}>
            <p>{words.noLineDetail}</p>
          </Notice>
        )}
        {!isMissing && unanswered > 1 && (
          <Notice title={words.lost} tone="trouble">
            <p>{words.lostDetail}</p>
          </Notice>
        )}
        {answers.length === 0 && (
          <Notice title={words.none}>
            <p>{words.noneDetail}</p>
          </Notice>
        )}
      </div>
      {board && <p class="hint">{words.asOf(timeOfDay(board.writtenAt, timeZone))}</p>}
      {answers.map(({ name, texts }) => (
        <article key={name} class="answer-told">
          {texts.map(({ lang, question, sentences }) => (
            <div key={lang} lang={lang} dir={lang ? undefined : 'auto'}>
              <h2 dir="auto">{question}</h2>
              {sentences.map((sentence) => (
                <p key={sentence} dir="auto">
                  {sentence}
                </p>
              ))}
            </div>
          ))}
        </article>
      ))}
      <BoxOfficeLine />
    </section>
  );
}
