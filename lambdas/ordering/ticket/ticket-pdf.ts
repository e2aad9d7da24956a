import PDFDocument from 'pdfkit';
import { languages } from '../../../contracts/languages.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { unprintable } from '../../../rules/letters/printable.ts';
import { orderWords } from '../../../words/all/order.ts';
import { type FaceWords, faceWords } from '../../../words/all/ticket-face.ts';
import { piecesOf, widthOf } from '../lettering/lettered.ts';
import { lettersOf, type Style, type TicketFonts } from '../lettering/letters.ts';
import { pdfFont } from '../lettering/open-font.ts';
import { fitted, heightOf, line, type Print, setIn, sizeFor } from './set-text.ts';
import { drawTicketCode } from './ticket-code-path.ts';
import { facesOf, type TicketFace } from './ticket-face.ts';
import { colour, height, inner, side, type TicketSheet, width } from './ticket-sheet.ts';

/*
 * An order's tickets as a PDF: one page a seat, in A6. A telephone shows such a page whole and legible. A printer at
 * home puts it on its paper as it is or as large as fits. Everything is drawn, not pixels, so that the code stays sharp
 * either way. The same order comes out as the same bytes: the only date in it is the order's.
 *
 *   ┌▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀┐  the curtain, with the venue
 *   │ Title         │
 *   │ date     time │
 *   ○- - - - - - - -○
 *   │ Stalls        │
 *   │ ▓▓▓▓▓▓▓  Row  │  where to sit, large
 *   │ ▓ code▓  C    │
 *   │ ▓▓▓▓▓▓▓  Seat │
 *   │          14   │
 *   │ reference     │
 *   └───────────────┘
 */

/** `compress` false leaves the drawing readable, for tests. */
export async function ticketPdf(order: OrderView, fonts: TicketFonts, { compress = true } = {}): Promise<Uint8Array> {
  const { language = languages[0] } = order;
  const words = faceWords[language];
  const made = new Date(order.placedAt);
  const faces = facesOf(order);
  const letters = await lettersOf(fonts, [...faces.flatMap(textsOf), ['text', words.terms], ['text', words.proof]]);
  const sheet = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    // Else Helvetica is read from a file that a bundle does not have.
    font: pdfFont(fonts.text) as unknown as string,
    compress,
    lang: language,
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: {
      Title: words.title(order.reference),
      Creator: 'Stampede',
      Producer: 'Stampede',
      CreationDate: made,
      ModDate: made,
    },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((done, failed) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk));
    sheet.on('end', () => done(Buffer.concat(chunks)));
    sheet.on('error', failed);
  });
  for (const face of faces) drawPage({ sheet, letters }, face, { ...words, code: orderWords[language].code });
  sheet.end();
  return await whole;
}

/** All that is set of a ticket, and how. */
function textsOf(face: TicketFace): readonly (readonly [Style, string])[] {
  const { venue, title, date, time, part, place, concession, price, reference, number } = face;
  return [
    ['strong', headOf(venue)],
    ['bill', title],
    ['strong', date],
    ['bill', time],
    ['bill', part],
    ...place.flatMap(({ name, value }): (readonly [Style, string])[] => [
      ['text', name ?? ''],
      ['bill', value],
    ]),
    ['strong', concession ?? ''],
    ['text', price ?? ''],
    ['bill', reference],
    ['text', number],
  ];
}

/** In capitals, unless those cannot be printed: Georgian had none for a thousand years. */
function headOf(venue: string): string {
  const capitals = venue.toUpperCase();
  return unprintable(capitals).length > unprintable(venue).length ? venue : capitals;
}

interface PageWords extends FaceWords {
  /** For readers who do not see it. */
  readonly code: (what: string) => string;
}

function drawPage(print: Print, face: TicketFace, words: PageWords): void {
  const { sheet, letters } = print;
  sheet.addPage();
  const page = sheet.struct('Sect');
  sheet.addStructure(page);
  /** For those who have the page read to them: the drawing is of this kind. */
  const part = (kind: 'H1' | 'P', draw: () => void) => {
    page.add(sheet.struct(kind, {}, sheet.markStructureContent(kind)));
    draw();
    sheet.endMarkedContent();
  };
  sheet.markContent('Artifact', { type: 'Layout' });
  drawCurtain(sheet);
  drawTear(sheet, 154);
  sheet.endMarkedContent();

  part('P', () =>
    line(print, headOf(face.venue), { y: 12, size: 8.5, font: 'strong', fill: colour.onCloth, spacing: 0.7 }),
  );
  part('H1', () => fitted(print, face.title, { y: 50, room: 64, from: 29, to: 12 }));
  part('P', () => {
    const time = { y: 119, size: 17, font: 'bill', fill: colour.ink, align: 'right' } as const;
    const shown = letters(time.font, face.time);
    const beside = widthOf(shown, piecesOf(shown, { start: 0, end: shown.text.length })) * time.size + 10;
    line(print, face.date, { y: 124, size: 12, font: 'strong', fill: colour.ink, wide: inner - beside });
    line(print, face.time, time);
  });
  part('P', () => fitted(print, face.part, { y: 166, room: 22, from: 17, to: 9 }));

  const code = drawTicketCode(face.code);
  const top = 196;
  const square = 168;
  const module = square / code.size;
  const quiet = code.quiet * module;
  page.add(sheet.struct('Figure', { alt: words.code(face.number) }, sheet.markStructureContent('Figure')));
  // One path in whole modules, scaled: no hairlines between neighbours, and few bytes.
  sheet
    .save()
    .translate(side - quiet, top - quiet)
    .scale(module);
  for (const { x, y, length } of code.runs) sheet.rect(x, y, length, 1);
  sheet.fill('#000000').restore();
  sheet.endMarkedContent();

  const beside = side + square - 2 * quiet + 16;
  const column = width - side - beside;
  part('P', () => drawPlace(print, face, { x: beside, y: top - 3, width: column }));
  const { concession } = face;
  if (concession !== undefined)
    part('P', () =>
      drawProof(
        print,
        { concession, bring: words.proof },
        { x: beside, width: column, foot: top + square - 2 * quiet },
      ),
    );
  part('P', () => {
    line(print, face.reference, { y: 358, size: 13, font: 'bill', fill: colour.ink });
    line(print, face.number, { y: 361, size: 8.5, font: 'text', fill: colour.soft, align: 'right' });
  });
  const { price } = face;
  if (price !== undefined)
    part('P', () => {
      const said = letters('text', price);
      const size = sizeFor(said, { wide: inner, room: 10, from: 8, to: 5 });
      setIn(print, said, { x: side, y: 374, wide: inner, size, fill: colour.ink });
    });
  part('P', () => {
    const terms = letters('text', words.terms);
    const size = sizeFor(terms, { wide: inner, room: 25, from: 7, to: 5 });
    setIn(print, terms, { x: side, y: 386, wide: inner, size, fill: colour.soft, gap: size > 6.5 ? 0.5 : -1 });
  });
}

/** The pelmet: cloth with a hem of swags. */
function drawCurtain(sheet: TicketSheet): void {
  const swags = 9;
  const wide = width / swags;
  const hem = 28;
  sheet.moveTo(0, 0).lineTo(width, 0).lineTo(width, hem);
  for (let n = swags; n > 0; n -= 1) sheet.quadraticCurveTo((n - 0.5) * wide, hem + 13, (n - 1) * wide, hem);
  sheet.closePath().fill(colour.cloth);
}

/** The line where one would tear it off. */
function drawTear(sheet: TicketSheet, y: number): void {
  sheet.lineWidth(0.8).strokeColor(colour.rule);
  sheet.circle(0, y, 6).circle(width, y, 6).stroke();
  sheet
    .dash(3, { space: 3 })
    .moveTo(10, y)
    .lineTo(width - 10, y)
    .stroke()
    .undash();
}

interface TicketBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawPlace(print: Print, { place }: TicketFace, { x, y, width: wide }: TicketBox): void {
  let at = y;
  for (const { name, value } of place) {
    if (name !== undefined) {
      setIn(print, print.letters('text', name), { x, y: at, wide, size: 9, fill: colour.soft });
      at += 9;
    }
    const set = print.letters('bill', value);
    const room = name === undefined ? 80 : 40;
    const size = sizeFor(set, { wide, room, from: name === undefined ? 17 : 34, to: 8 });
    const down = name === undefined ? 2 : (34 - size) / 2;
    setIn(print, set, { x, y: at + down, wide, size, fill: colour.ink, room });
    at += name === undefined ? 80 : 48;
  }
}

/** A reduced price is said so that no steward misses it. */
function drawProof(
  print: Print,
  { concession, bring }: { readonly concession: string; readonly bring: string },
  { x, width: wide, foot }: Omit<TicketBox, 'y'> & { readonly foot: number },
): void {
  const pad = 5;
  const inside = wide - 2 * pad;
  const [upperText, lowerText] = [print.letters('strong', concession), print.letters('text', bring)];
  const name = sizeFor(upperText, { wide: inside, room: 24, from: 11, to: 5 });
  const small = sizeFor(lowerText, { wide: inside, room: 22, from: 8.5, to: 5 });
  const lower = foot - pad - heightOf(lowerText, { wide: inside, size: small });
  const upper = lower - heightOf(upperText, { wide: inside, size: name });
  print.sheet
    .rect(x, upper - pad, wide, foot - upper + pad)
    .lineWidth(1.5)
    .strokeColor(colour.brass)
    .stroke();
  const room = { x: x + pad, wide: inside, fill: colour.ink };
  setIn(print, upperText, { ...room, y: upper, size: name });
  setIn(print, lowerText, { ...room, y: lower, size: small });
}
