import { dialled } from '../../rules/dialled.ts';
import { boxOfficeWords } from '../../words/en/box-office.ts';
import { boxOffice } from '../house-name.store.ts';

/** How the box office is reached; nothing where the venue has not said it. */
export function BoxOfficeLine() {
  const at = boxOffice();
  if (!at) return null;
  return (
    <p>
      {boxOfficeWords.telephone}:{' '}
      <a href={dialled(at)} dir="auto">
        {at.telephone}
      </a>
      {at.hours && (
        <>
          , <bdi>{at.hours}</bdi>
        </>
      )}
    </p>
  );
}
