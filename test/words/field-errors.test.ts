import { expect, test } from '@jest/globals';
import { languages } from '../../contracts/languages.ts';

/** The words that stand at a field that is wrong. */
async function atFields(language: string): Promise<readonly string[]> {
  const [{ checkoutWords: order }, { findOrderWords: find }, { checkWords: check }, { fieldWords }] = await Promise.all(
    [
      import(`../../words/${language}/checkout.ts`),
      import(`../../words/${language}/find-order.ts`),
      import(`../../words/${language}/check.ts`),
      import(`../../words/${language}/refusals.ts`),
    ],
  );
  const { nameWrong, emailWrong, phoneWrong } = order;
  return [
    nameWrong,
    emailWrong,
    phoneWrong,
    ...Object.values<string>(find.wrong),
    check.pasteFirst,
    ...Object.values<string>(fieldWords),
  ];
}

test.each(languages)('in %s every word at a field begins with a capital', async (language) => {
  const words = await atFields(language);
  expect(words.length).toBeGreaterThan(8);
  expect(words.filter((word) => !/^[\p{Lu}\d]/u.test(word))).toEqual([]);
});
