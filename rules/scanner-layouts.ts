/*
 * A hand scanner is a keyboard that thinks it is American. It presses the keys of a code, and the device writes what
 * its own keyboard has on those keys: on a German one `y` and `z` change places, on a French one `-` becomes `)`. Caps
 * Lock turns capitals round. Tickets are written in A-Z a-z 0-9 - _ and a dot, and on each of these layouts no two of
 * those become the same sign. So each layout is undone sign by sign, and the signature says which reading is the ticket.
 *
 * The physical keys say it too, where a browser tells them: on any layout at all, and with Caps Lock.
 */

/** `other`: none of these; the physical keys told the code. */
export type KeyboardLayout =
  | 'american'
  | 'german'
  | 'swiss'
  | 'french'
  | 'belgian'
  | 'italian'
  | 'nordic'
  | 'czech'
  | 'russian'
  | 'ukrainian'
  | 'dutch'
  | 'polish'
  | 'hungarian'
  | 'turkish'
  | 'other';

export interface Keyboard {
  readonly layout: KeyboardLayout;
  readonly capsLock: boolean;
}

/** One way to read what a scanner typed. */
export interface TypedReading extends Keyboard {
  readonly code: string;
}

/** Keys as a scanner presses them, and the text that the device made of them. */
export interface Typed {
  readonly text: string;
  /** By the physical keys, as an American keyboard has them. Empty where they are not known. */
  readonly keys: string;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const alphabet = [...letters, ...letters.map((letter) => letter.toUpperCase()), ...'0123456789-_.'];

/** Pairs of what was meant and what is written; small and capital letters alike. */
const swapped = (a: string, b: string) => [
  [a, b],
  [b, a],
  [a.toUpperCase(), b.toUpperCase()],
  [b.toUpperCase(), a.toUpperCase()],
];

/** Each sign of one row of keys, and what is written in its place; capitals alike where there are some. */
const row = (meant: string, shown: string) =>
  [...meant].flatMap((sign, at) => {
    const other = [...shown][at] ?? '';
    return sign.toUpperCase() === sign
      ? [[sign, other]]
      : [
          [sign, other],
          [sign.toUpperCase(), other.toUpperCase()],
        ];
  });

const azerty = [...swapped('a', 'q'), ...swapped('w', 'z'), ['m', ','], ['M', '?'], ['-', ')'], ['_', '°'], ['.', ':']];

const differences: Readonly<Record<Exclude<KeyboardLayout, 'other'>, readonly (readonly string[])[]>> = {
  american: [],
  german: [...swapped('y', 'z'), ['-', 'ß'], ['_', '?']],
  swiss: [...swapped('y', 'z'), ['-', "'"], ['_', '?']],
  french: [...azerty, ...row('1234567890', '&é"\'(-è_çà')],
  belgian: [...azerty, ...row('1234567890', '&é"\'(§è!çà')],
  // As a Spanish and a Portuguese one.
  italian: [
    ['-', "'"],
    ['_', '?'],
  ],
  // Swedish, Norwegian, Danish and Finnish.
  nordic: [
    ['-', '+'],
    ['_', '?'],
  ],
  czech: [...swapped('y', 'z'), ...row('1234567890', '+ěščřžýáíé'), ['-', '='], ['_', '%']],
  russian: row('qwertyuiopasdfghjklzxcvbnm.', 'йцукенгшщзфывапролдячсмитью'),
  ukrainian: row('qwertyuiopasdfghjklzxcvbnm.', 'йцукенгшщзфівапролдячсмитью'),
  dutch: [
    ['-', '/'],
    ['_', '='],
  ],
  // The typist's one. The programmer's is as the American.
  polish: [...swapped('y', 'z'), ['-', '+'], ['_', '?']],
  hungarian: [...swapped('y', 'z'), ['0', 'ö'], ['-', 'ü'], ['_', 'Ü']],
  // With the letters as on an American one. `I` is on the same key as `ı`.
  turkish: [
    ['i', 'ı'],
    ['-', '*'],
    ['_', '?'],
    ['.', 'ç'],
  ],
};

const azertyLock = [...row('1234567890', '1234567890'), ['m', '?'], ['M', ','], ['-', '°'], ['_', ')'], ['.', '/']];

/** Where Windows has Caps Lock hold the shift key of every key, and not of letters alone. */
const shiftLocks: Partial<typeof differences> = {
  german: [...row('1234567890', '!"§$%&/()='), ['-', '?'], ['_', 'ß'], ['.', ':']],
  french: azertyLock,
  belgian: azertyLock,
};

/** What is written for each sign of a code. */
export function keyboardWrites(
  layout: Exclude<KeyboardLayout, 'other'>,
  capsLock: boolean,
): ReadonlyMap<string, string> {
  const plain = new Map(alphabet.map((sign) => [sign, sign]));
  for (const [meant = '', shown = ''] of differences[layout]) plain.set(meant, shown);
  return capsLock ? new Map([...plain].map(([meant, shown]) => [meant, turned(shown)])) : plain;
}

/** With the other case. A sign whose other case is two signs stays: ß. */
function turned(sign: string): string {
  const other = sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase();
  return [...other].length === 1 ? other : sign;
}

const undoing = (Object.keys(differences) as Exclude<KeyboardLayout, 'other'>[]).flatMap((layout) =>
  [false, true].flatMap((capsLock) => {
    const maps = [keyboardWrites(layout, capsLock)];
    const held = shiftLocks[layout];
    if (held && capsLock)
      maps.push(new Map([...keyboardWrites(layout, true), ...held.map(([a = '', b = '']) => [a, b] as const)]));
    if (layout === 'german' && capsLock) maps.push(new Map([...keyboardWrites(layout, true), ['-', 'ẞ']]));
    return maps.map((map) => ({ layout, capsLock, undo: new Map([...map].map(([meant, shown]) => [shown, meant])) }));
  }),
);

/** The form of a ticket's code: `Ticket.code` in contracts/order.ts. */
const form = /^t1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/;

/** All that may have been meant, the likeliest first: as it stands, by its keys, and through each layout. */
export function readings({ text, keys }: Typed): readonly TypedReading[] {
  const typed = text.trim();
  const throughLayouts = undoing.flatMap(({ undo, ...how }) => {
    const meant = [...typed].map((sign) => undo.get(sign));
    return meant.every((sign) => sign !== undefined) ? [{ code: meant.join(''), ...how }] : [];
  });
  const known = throughLayouts.filter(({ code }) => form.test(code));
  const byKeys: TypedReading = { code: keys, layout: 'other', capsLock: false };
  return form.test(keys) && !known.some(({ code }) => code === keys) ? [...known, byKeys] : known;
}

/**
 * The layout that a text bears the marks of, which is no code in any reading: a scan that was cut short, or of another
 * layout. Undefined for what bears none.
 */
export function marksOf(text: string): Keyboard | undefined {
  const typed = text.trim();
  if (typed.length < 20) return undefined;
  if (/^t1\.[A-Za-z0-9_.-]*$/.test(typed)) return undefined;
  for (const { layout, capsLock, undo } of undoing) {
    const meant = [...typed].map((sign) => undo.get(sign) ?? ' ').join('');
    if (/^t1\.[A-Za-z0-9_.-]+$/.test(meant)) return { layout, capsLock };
  }
  const isOther = /^t.{1,3}[^A-Za-z0-9 ]/i.test(typed) || hasItsDots(typed);
  return isOther && !/[\s/]/.test(typed) ? { layout: 'other', capsLock: false } : undefined;
}

/** Whatever a layout writes for the dots of a code: it stands third, before the signature of 86 signs, and nowhere else. */
function hasItsDots(typed: string): boolean {
  const signs = [...typed];
  const places = signs.flatMap((sign, at) => (sign === signs[2] ? [at] : []));
  return places.length === 2 && places[1] === signs.length - 87;
}

/** The sign of an American keyboard for a physical key, by its name in the browser; empty for any other key. */
export function americanSign(key: string, shift: boolean): string {
  const [, letter] = /^Key([A-Z])$/.exec(key) ?? [];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(key) ?? [];
  if (digit !== undefined) return digit;
  if (key === 'Minus') return shift ? '_' : '-';
  return key === 'Period' || key === 'NumpadDecimal' ? '.' : '';
}
