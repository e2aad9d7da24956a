import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { OrderView } from '../../../contracts/order.ts';
import { drawTicketCode } from './ticket-code-path.ts';
import { facesOf, type TicketFace, terms } from './ticket-face.ts';

/*
 * An order's tickets as a PDF: one page a seat, in A6. A telephone shows such a page whole and legible; a printer
 * at home puts it on its paper as it is or as large as fits; and everything is drawn, not pixels, so that the
 * code stays sharp either way. The same order comes out as the same bytes: the only date in it is the order's.
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

const millimetre = 72 / 25.4;
const width = 105 * millimetre;
const height = 148 * millimetre;
const side = 24;
const inner = width - 2 * side;
const colour = {
  ink: '#12162b',
  soft: '#4a5170',
  rule: '#9aa0b8',
  cloth: '#a0122d',
  onCloth: '#fff4e2',
  brass: '#d79a1e',
};

type Sheet = InstanceType<typeof PDFDocument>;

/** `compress` false leaves the drawing readable, for tests. */
export function ticketPdf(order: OrderView, fonts: TicketFonts, { compress = true } = {}): Promise<Uint8Array> {
  const made = new Date(order.placedAt);
  const faces = facesOf(order);
  const sheet = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    // Else Helvetica is read from a file that a bundle does not have.
    font: fontSource(fonts.text) as string,
    compress,
    lang: 'en-GB',
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: {
      Title: `Tickets ${order.reference}`,
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
  for (const face of faces) drawPage(sheet, face);
  sheet.end();
  return whole;
}

/** A font that was read is a source too (pdfkit 0.20, `PDFFontFactory.open`); the types do not know it yet. */
function fontSource(font: Font): PDFKit.Mixins.PDFFontSource {
  return font as unknown as PDFKit.Mixins.PDFFontSource;
}

function drawPage(sheet: Sheet, face: TicketFace): void {
  sheet.addPage();
  const page = sheet.struct('Sect');
  sheet.addStructure(page);
  /** For those who have the page read to them: what is drawn is of this kind. */
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
    line(sheet, face.date, { y: 124, size: 12, font: 'strong', fill: colour.ink });
    line(sheet, face.time, { y: 119, size: 17, font: 'bill', fill: colour.ink, align: 'right' });
  });
  part('P', () => fitted(sheet, face.part, { y: 166, room: 22, from: 17, to: 9 }));

  const code = drawTicketCode(face.code);
  const top = 196;
  const square = 168;
  const module = square / code.size;
  const quiet = code.quiet * module;
  page.add(sheet.struct('Figure', { alt: `Code of ${face.number}` }, sheet.markStructureContent('Figure')));
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
    part('P', () => drawProof(sheet, concession, { x: beside, width: column, foot: top + square - 2 * quiet }));
  part('P', () => {
    line(sheet, face.reference, { y: 358, size: 13, font: 'bill', fill: colour.ink });
    line(sheet, face.number, { y: 361, size: 8.5, font: 'text', fill: colour.soft, align: 'right' });
  });
  part('P', () =>
    sheet
      .font('text')
      .fontSize(7)
      .fillColor(colour.soft)
      .text(terms, side, 380, { width: inner, height: 30, lineGap: 0.5 }),
  );
}

/** The pelmet: cloth with a hem of swags. */
function drawCurtain(sheet: Sheet): void {
  const swags = 9;
  const wide = width / swags;
  const hem = 28;
  sheet.moveTo(0, 0).lineTo(width, 0).lineTo(width, hem);
  for (let n = swags; n > 0; n -= 1) sheet.quadraticCurveTo((n - 0.5) * wide, hem + 13, (n - 1) * wide, hem);
  sheet.closePath().fill(colour.cloth);
}

/** Where one would tear it off. */
function drawTear(sheet: Sheet, y: number): void {
  sheet.lineWidth(0.8).strokeColor(colour.rule);
  sheet.circle(0, y, 6).circle(width, y, 6).stroke();
  sheet
    .dash(3, { space: 3 })
    .moveTo(10, y)
    .lineTo(width - 10, y)
    .stroke()
    .undash();
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawPlace(sheet: Sheet, { place }: TicketFace, { x, y, width: wide }: Box): void {
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
  sheet: Sheet,
  concession: string,
  { x, width: wide, foot }: Omit<Box, 'y'> & { readonly foot: number },
): void {
  const pad = 5;
  const inside = wide - 2 * pad;
  const size = sizeFor(sheet, concession, { font: 'strong', wide: inside, room: 32, from: 11, to: 5 });
  const tall = sheet.font('strong').fontSize(size).heightOfString(concession, { width: inside, lineGap: -1 });
  const top = foot - tall - 11 - 2 * pad;
  sheet
    .rect(x, top, wide, foot - top)
    .lineWidth(1.5)
    .strokeColor(colour.brass)
    .stroke();
  sheet.fillColor(colour.ink).text(concession, x + pad, top + pad, { width: inside, lineGap: -1 });
  sheet
    .font('text')
    .fontSize(8.5)
    .text('Bring proof', x + pad, foot - 11 - pad, { lineBreak: false });
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly font: 'bill' | 'text' | 'strong';
  readonly fill: string;
  readonly align?: 'right';
  readonly spacing?: number;
}

/** One line across the page, made smaller if it would not fit; one that is hopelessly long ends in an ellipsis. */
function line(sheet: Sheet, text: string, { y, size, font, fill, align, spacing = 0 }: Line): void {
  sheet.font(font).fillColor(fill);
  const wideAt = (points: number) =>
    sheet.fontSize(points).widthOfString(text, { characterSpacing: (spacing * points) / size });
  const least = Math.min(size, 7);
  const points = Math.max(least, Math.min(size, (size * inner) / wideAt(size)));
  const wide = Math.min(inner, wideAt(points));
  sheet.text(text, align === 'right' ? width - side - wide : side, y + (size - points) / 2, {
    characterSpacing: (spacing * points) / size,
    ...(wide < inner ? { lineBreak: false } : { width: inner, height: points, ellipsis: true }),
  });
}

interface Fit {
  readonly room: number;
  readonly from: number;
  readonly to: number;
}

/** As large as fits into `room` points of height; what is longer still ends in an ellipsis. */
function fitted(sheet: Sheet, text: string, { y, room, from, to }: Fit & { readonly y: number }): void {
  const size = sizeFor(sheet, text, { font: 'bill', wide: inner, room, from, to });
  sheet.font('bill').fontSize(size).fillColor(colour.ink);
  // Short ones stand on the same ground as long ones.
  const tall = Math.min(room, sheet.heightOfString(text, { width: inner, lineGap: -1 }));
  const most = size > to ? {} : { height: room, ellipsis: true };
  sheet.text(text, side, y + (room - tall), { width: inner, lineGap: -1, ...most });
}

function sizeFor(
  sheet: Sheet,
  text: string,
  { font, wide, room, from, to }: Fit & { readonly font: string; readonly wide: number },
): number {
  sheet.font(font);
  const longest = text.split(/\s+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  for (let size = from; size > to; size -= 0.5) {
    sheet.fontSize(size);
    if (sheet.widthOfString(longest) <= wide && sheet.heightOfString(text, { width: wide, lineGap: -1 }) <= room)
      return size;
  }
  return to;
}
