import { answerFigures, phaseOf } from '../../../rules/answer-figures.ts';
import { dialled } from '../../../rules/dialled.ts';
import { ownTextIn } from '../../../rules/own-text.ts';
import { type AnswerName, answered } from '../../../words/answered.ts';
import { answersWords } from '../../../words/en/answers.ts';
import { language, longMoment, timeOfDay } from '../../../words/en/written.ts';
import styles from '../../design/line-answers.css?url';
import { PlainLink } from '../../elements/foot.tsx';
import { waitTold } from '../inside/wait-told.ts';
import type { StandProps } from '../line-view.tsx';

/** What fans ask, each answer with the figures of this minute, and what only the venue can answer below them. */
export function answers({ state, stand, halt, window }: StandProps, proved: boolean) {
  const { line, listed, board, boxOffice, kept, position, shown, timeZone, now } = state;
  if (!line) return null;
  const figures = answerFigures({
    phase: phaseOf(stand),
    doorsAt: window?.opensAt ?? line.opensAt,
    closesAt: line.closesAt,
    board,
    halt,
    here: line.tiers ? undefined : board?.waiting,
    inLobby: !kept || kept.place.round === (window?.round ?? 0),
    position,
    calledUpTo: shown,
    drawn: kept?.drawn,
    wait: waitTold(state),
    proved,
    holdMinutes: listed?.holdMinutes,
  });
  return (
    <>
      <section class="answers">
        <link rel="stylesheet" href={styles} />
        <h2>{answersWords.title}</h2>
        {answered(answersWords, figures, { timeOfDay, longMoment, timeZone, now }).map(
          ({ name, question, sentences }) => (
            <details>
              <summary>{question}</summary>
              {sentences.map((sentence) => (
                <p>{sentence}</p>
              ))}
              <Way name={name} onSale={line.onSale} position={position} />
            </details>
          ),
        )}
        {boxOffice && (
          <details>
            <summary>{answersWords.askReach}</summary>
            <p>
              <a href={dialled(boxOffice)}>
                <bdi>{boxOffice.telephone}</bdi>
              </a>{' '}
              <bdi>{boxOffice.hours}</bdi>
            </p>
          </details>
        )}
        {listed?.answers?.map(({ question, text }) => (
          <details>
            <Own tag="summary" {...ownTextIn(question, language)} />
            <Own tag="p" {...ownTextIn(text, language)} />
          </details>
        ))}
      </section>
      <PlainLink class="asides hint" onSale={line.onSale} />
    </>
  );
}

/** The page that an answer speaks of. */
function Way(props: { readonly name: AnswerName; readonly onSale: string; readonly position: number | undefined }) {
  const { name, onSale, position } = props;
  const query = `?on-sale=${encodeURIComponent(onSale)}`;
  if (name === 'payment')
    return (
      <p>
        <a href={`/order${query}`}>{answersWords.findOrder}</a>
      </p>
    );
  return name === 'fair' && position ? (
    <p>
      <a href={`/check${query}`}>{answersWords.checkPlace}</a>
    </p>
  ) : null;
}

/** In the language and the direction that the venue wrote it in. */
function Own({
  tag: Tag,
  text,
  lang,
}: {
  readonly tag: 'summary' | 'p';
  readonly text: string;
  readonly lang?: string;
}) {
  return (
    <Tag dir="auto" {...(lang && { lang })}>
      {text}
    </Tag>
  );
}
