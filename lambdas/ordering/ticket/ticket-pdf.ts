import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { languages } from '../../../contracts/languages.ts';
import type { OrderView } from '../../../contracts/order.ts';
import { orderWords } from '../../../words/all/order.ts';
import { type FaceWords, faceWords } from '../../../words/all/ticket-face.ts';
import { fitted, line, sizeFor } from './set-text.ts';
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

/** A document keeps only the letters it uses. */
export type TicketFonts = Readonly<Record<'bill' | 'text' | 'strong', Font>>;

/** Reads whole TrueType files. Once for all documents: a font's tables take longer to read than its letters to set. */
export function readFonts(files: Readonly<Record<keyof TicketFonts, Uint8Array>>): TicketFonts {
  const read = (file: Uint8Array) => create(Buffer.from(file)) as Font;
  return { bill: read(files.bill), text: read(files.text), strong: read(files.strong) };
}

/** `compress` false leaves the drawing readable, for tests. */
export function ticketPdf(order: OrderView, fonts: TicketFonts, { compress = true } = {}): Promise<Uint8Array> {
  const { language = languages[0] } = order;
  const words = faceWords[language];
  const made = new Date(order.placedAt);
  const faces = facesOf(order);
  const sheet = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    // Else Helvetica is read from a file that a bundle does not have.
    font: fontSource(fonts.text) as string,
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
  sheet.registerFont('bill', fontSource(fonts.bill));
  sheet.registerFont('text', fontSource(fonts.text));
  sheet.registerFont('strong', fontSource(fonts.strong));
  for (const face of faces) drawPage(sheet, face, { ...words, code: orderWords[language].code });
  sheet.end();
  return whole;
}

/** A font that was read is a source too (pdfkit 0.20, `PDFFontFactory.open`); the types do not know it yet. */
function fontSource(font: Font): PDFKit.Mixins.PDFFontSource {
  return font as unknown as PDFKit.Mixins.PDFFontSource;
}

interface PageWords extends FaceWords {
  /** For readers who do not see it. */
  readonly code: (what: string) => string;
}

function drawPage(sheet: TicketSheet, face: TicketFace, words: PageWords): void {
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
    line(sheet, face.venue.toUpperCase(), { y: 12, size: 8.5, font: 'strong', fill: colour.onCloth, spacing: 0.7 }),
  );
  part('H1', () => fitted(sheet, face.title, { y: 50, room: 64, from: 29, to: 12 }));
  part('P', () => {
    const time = { y: 119, size: 17, font: 'bill', fill: colour.ink, align: 'right' } as const;
    const beside = sheet.font(time.font).fontSize(time.size).widthOfString(face.time) + 10;
    line(sheet, face.date, { y: 124, size: 12, font: 'strong', fill: colour.ink, wide: inner - beside });
    line(sheet, face.time, time);
  });
  part('P', () => fitted(sheet, face.part, { y: 166, room: 22, from: 17, to: 9 }));

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
  part('P', () => drawPlace(sheet, face, { x: beside, y: top - 3, width: column }));
  const { concession } = face;
  if (concession !== undefined)
    part('P', () =>
      drawProof(
        sheet,
        { concession, bring: words.proof },
        { x: beside, width: column, foot: top + square - 2 * quiet },
      ),
    );
  part('P', () => {
    line(sheet, face.reference, { y: 358, size: 13, font: 'bill', fill: colour.ink });
    line(sheet, face.number, { y: 361, size: 8.5, font: 'text', fill: colour.soft, align: 'right' });
  });
  part('P', () => {
    const size = sizeFor(sheet, words.terms, { font: 'text', wide: inner, room: 28, from: 7, to: 5 });
    sheet
      .font('text')
      .fontSize(size)
      .fillColor(colour.soft)
      .text(words.terms, side, 380, { width: inner, lineGap: size > 6.5 ? 0.5 : -1 });
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

function drawPlace(sheet: TicketSheet, { place }: TicketFace, { x, y, width: wide }: TicketBox): void {
  let at = y;
  for (const { name, value } of place) {
    if (name !== undefined) {
      sheet.font('text').fontSize(9).fillColor(colour.soft).text(name, x, at, { width: wide, lineBreak: false });
      at += 9;
    }
    const size = sizeFor(sheet, value, {
      font: 'bill',
      wide,
      room: name === undefined ? 80 : 40,
      from: name === undefined ? 17 : 34,
      to: 8,
    });
    sheet
      .font('bill')
      .fontSize(size)
      .fillColor(colour.ink)
      .text(value, x, at + (name === undefined ? 2 : (34 - size) / 2), { width: wide });
    at += name === undefined ? 80 : 48;
  }
}

/** A reduced price is said so that no steward misses it. */
function drawProof(
  sheet: TicketSheet,
  { concession, bring }: { readonly concession: string; readonly bring: string },
  { x, width: wide, foot }: Omit<TicketBox, 'y'> & { readonly foot: number },
): void {
  const pad = 5;
  const inside = wide - 2 * pad;
  const tallOf = (text: string, font: 'strong' | 'text', size: number) =>
    sheet.font(font).fontSize(size).heightOfString(text, { width: inside, lineGap: -1 });
  const name = sizeFor(sheet, concession, { font: 'strong', wide: inside, room: 32, from: 11, to: 5 });
  const small = sizeFor(sheet, bring, { font: 'text', wide: inside, room: 22, from: 8.5, to: 5 });
  const lower = foot - pad - tallOf(bring, 'text', small);
  const upper = lower - tallOf(concession, 'strong', name);
  sheet
    .rect(x, upper - pad, wide, foot - upper + pad)
    .lineWidth(1.5)
    .strokeColor(colour.brass)
    .stroke();
  const room = { width: inside, lineGap: -1 };
  sheet
    .font('strong')
    .fontSize(name)
    .fillColor(colour.ink)
    .text(concession, x + pad, upper, room);
  sheet
    .font('text')
    .fontSize(small)
    .text(bring, x + pad, lower, room);
}
