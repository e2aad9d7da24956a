import { describe, expect, test } from '@jest/globals';
import { rosterOf } from '../../examples/roster-file.ts';
import { normalised } from '../../rules/member-number.ts';

/* Sheets as programs and people leave them: read as they are meant, or refused by line. */

const utf8 = (text: string) => Buffer.from(text);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ada = { member: '11047297', postcode: 'BS21 6LA' };
const bob = { member: '1002', postcode: 'GU1 1AA' };
const head = 'member,postcode\n';
const rowA = '11047297,BS21 6LA\n';
const rowB = '1002,GU1 1AA\n';

function faultOf(file: Uint8Array): string {
  try {
    return `was read: ${JSON.stringify(rosterOf(file))}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('read as it is meant', () => {
  const read: readonly (readonly [string, Uint8Array])[] = [
    ['two files in one, the headings twice', utf8(head + rowA + head + rowB)],
    ['the same, with the mark of the second in the middle', utf8(`\ufeff${head}${rowA}\ufeff${head}${rowB}`)],
    ['the headings again above each page, in other letters', utf8(`${head}${rowA}\nMEMBER,Postcode\n${rowB}`)],
    ['lines of three kinds', utf8(`member,postcode\r\n11047297,BS21 6LA\r1002,GU1 1AA\n`)],
    ['separators after the last cell', utf8('member,postcode,,,\n11047297,BS21 6LA,,,\n1002,GU1 1AA,,,\n')],
    [
      'separators after the last cell of the rows alone',
      utf8('member,postcode\n11047297,BS21 6LA,,,\n1002,GU1 1AA,\n'),
    ],
    [
      'signs of windows-1252 in names',
      Buffer.concat([
        utf8('member,name,postcode\n11047297,'),
        Buffer.from([0x93, 0x41, 0x94, 0x80, 0x92]),
        utf8(',BS21 6LA\n1002,x,GU1 1AA\n'),
      ]),
    ],
    [
      'signs of another country’s encoding in names',
      latin1('member,name,postcode\n11047297,\u00c4\u00ff\u00b1,BS21 6LA\n1002,x,GU1 1AA\n'),
    ],
    [
      'names over several lines, with quotation marks in them',
      utf8('name,member,postcode\n"Ada\r\n""the first""",11047297,BS21 6LA\n"B\nC",1002,GU1 1AA\n'),
    ],
    ['a heading over two lines', utf8('"Member\nNo.","Post\ncode"\n11047297,BS21 6LA\n1002,GU1 1AA\n')],
    [
      'spaces of no width in headings and cells',
      utf8('mem\u200bber,post\u00adcode\n110\u200b47297,BS21 6LA\n1002,GU1 1AA\u200d\n'),
    ],
    [
      'full-width letters, digits and spaces',
      utf8('member,postcode\n１１０４７２９７,ＢＳ２１\u3000６ＬＡ\n1002,GU1 1AA\n'),
    ],
    [
      'thousands with apostrophes and narrow spaces, and with full stops and commas where no decimals can be meant',
      utf8(
        "member;postcode\n11'047'297;BS21 6LA\n1'002;GU1 1AA\n11’047’297;BS21 6LA\n11\u202f047\u202f297;BS21 6LA\n11.047.297;BS21 6LA\n11,047,297;BS21 6LA\n",
      ),
    ],
    ['decimals of nothing, one or two', utf8('member;postcode\n11047297.00;BS21 6LA\n1002,0;GU1 1AA\n')],
    [
      'decimals of nothing in digits of other kinds',
      utf8('member;postcode\n１１０４７２９７．０;BS21 6LA\n١٠٠٢٫٠٠;GU1 1AA\n1002.000;GU1 1AA\n'),
    ],
    ['members twice by letter case and by width', utf8(`${head}${rowA}${rowB}１００２,gu1 1aa\n`)],
    [
      'a full stop of a list, and an apostrophe before each cell',
      utf8("member,postcode\n'11047297,'BS21 6LA\n'1002,'GU1 1AA\n"),
    ],
    ['digits of another script', utf8('member,postcode\n١١٠٤٧٢٩٧,BS21 6LA\n१००२,GU1 1AA\n')],
    ['zeros that mean nothing between the letters of UTF-8', utf8(`${head}110\u000047297,BS21 6LA\n1002,GU1 1AA\n`)],
    ['zeros at the end, as an old export fills its last block', utf8(`${head}${rowA}${rowB}${'\0'.repeat(300)}`)],
    ['a sign that ends files', utf8(`${head}${rowA}${rowB}\u001a`)],
  ];
  test.each(read)('%s', (_what, file) => {
    expect(
      rosterOf(file).map(({ member, postcode }) => ({ member: normalised(member), postcode: normalised(postcode) })),
    ).toEqual(
      [ada, bob].map(({ member, postcode }) => ({ member: normalised(member), postcode: normalised(postcode) })),
    );
  });

  test('60,000 members', () => {
    const rows = Array.from({ length: 60_000 }, (_, n) => `${1_000_000 + n},BS21 6LA`);
    expect(rosterOf(utf8(head + rows.join('\n')))).toHaveLength(60_000);
  });
});

describe('refused by line', () => {
  const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
    [
      'headings in the middle that are other ones',
      utf8(`${head}${rowA}postcode,member\nGU1 1AA,1002\n`),
      /^line 3: .*headings/,
    ],
    ['a formula that reckons', utf8(`${head}=1+1,A\n`), /^line 2: has a formula/],
    ['a formula that calls a program', utf8(`${head}"=cmd|' /C calc'!A0",A\n`), /^line 2: has a formula/],
    [
      'formulas that begin otherwise',
      utf8(`${head}@SUM(A1:A9),A\n+cmd|' /C calc'!A0,A\n-2+3+cmd,A\n1,+A2&B2\n`),
      /^line 2: has a formula.*\n {2}line 3: has a formula.*\n {2}line 4: has a formula.*\n {2}line 5: has a formula/,
    ],
    ['a formula behind a tab', utf8(`${head}"\t=1+1",A\n`), /^line 2: has a formula/],
    [
      'a word for nothing',
      utf8(`${head}NULL,A\n1,null\n2,(null)\n3,N/A\n4,NaN\n5,None\n`),
      /line 2: .*\n {2}line 3: .*\n {2}line 4: .*\n {2}line 5: .*\n {2}line 6: .*\n {2}line 7: /,
    ],
    [
      'a day that a spreadsheet made of a number',
      utf8(`${head}01-Mar,A\n1,2027-03-01 00:00:00\n`),
      /^line 2: .*date.*\n {2}line 3: .*date/,
    ],
    ['a sum below the list', utf8(`${head}${rowA}Total,1\n`), /^line 3: .*total/i],
    ['letters of two alphabets that look alike', utf8(`${head}\u0410BC1001,A\n`), /^line 2: .*alphabets/],
    ['a long number that was rounded', utf8(`${head}1.10473E+15,A\n`), /^line 2: has "1.10473E\+15"/],
  ];
  test.each(refused)('%s', (_what, file, fault) => {
    expect(faultOf(file)).toMatch(fault);
  });
});

describe('numbers that a spreadsheet wrote in its own way', () => {
  const german = (cell: string) => utf8(`Mitgliedsnummer;PLZ\n${cell};01067\n`);
  const place = (cell: string) => utf8(`Mitgliedsnummer;PLZ\n11047297;${cell}\n`);

  const groups = ['412.000', '412.001', '412,000', '1.000', '1,002', '0.412', '-412.000', '٤١٢٫٠٠٠', '４１２．０００'];
  test.each(groups)('%s may be thousands or decimals, so it is refused', (cell) => {
    expect(faultOf(german(cell))).toBe(
      `line 2: has "${cell}" for a member number: one spreadsheet writes thousands so, another decimals. Write the digits alone`,
    );
    expect(faultOf(place(cell))).toContain(`line 2: has "${cell}" for a postcode: one spreadsheet writes`);
  });

  test('two members do not become one, whatever the sign', () => {
    expect(faultOf(utf8('Mitgliedsnummer;PLZ\n1.000;01067\n1;01067\n'))).toMatch(/^line 2: has "1\.000"/);
    expect(faultOf(utf8('member,postcode\n"412,000",BS1 1AA\n"412,001",BS1 1AB\n'))).toMatch(
      /^line 2: has "412,000".*\n {2}line 3: has "412,001"/,
    );
  });

  const decimals = ['412,5', '412,50', '412.5', '.50', '1234.567', '11047297.0000001', '12,3456', '4125,75'];
  const both = ['10.000,00', '1,234.50', "11'047'297.00", '11 047 297,00', '1,10,47,297.00', '1.234,567'];
  test.each([...decimals, ...both])('%s has decimals, which no member number has', (cell) => {
    const said = /^line 2: has ".*" for a (member number|postcode): .*decimals.*Format the column as text/;
    expect(faultOf(german(cell))).toMatch(said);
    expect(faultOf(place(cell))).toMatch(said);
  });

  test.each(['£4.00', '412 €', '$412', '50%'])('%s is money or a share', (cell) => {
    expect(faultOf(german(cell))).toMatch(/^line 2: has ".*" for a member number: .*money or per cent/);
  });

  const kept = ['12.3456', '1.2.3', '756.1234.5678.97', '12.345.678-9', 'GX 12.345', '12/3456', '412 000', '412'];
  test.each(kept)('%s stays a member number', (cell) => {
    expect(rosterOf(german(cell))).toEqual([{ member: cell, postcode: '01067' }]);
  });

  const places = ['01310-100', '01.310-100', '12345-6789', '110 00', '1000-205', '00-950'];
  test.each(places)('%s stays a postcode', (cell) => {
    expect(rosterOf(place(cell))).toEqual([{ member: '11047297', postcode: cell }]);
  });
});

describe('what spreadsheets of other languages leave', () => {
  const inBoth = (cell: string) => [
    faultOf(utf8(`member;postcode\n${cell};BS21 6LA\n`)),
    faultOf(utf8(`member;postcode\n11047297;${cell}\n`)),
  ];
  const refusedAs = (cells: readonly string[], said: RegExp) =>
    expect(cells.flatMap((cell) => inBoth(cell).filter((fault) => !said.test(fault)))).toEqual([]);

  test('an error is one in every language: a # and letters, of which none is a number', () => {
    const excel = '#N/A #REF! #SPILL! #CALC! #GETTING_DATA #BLOCKED! ＃Ｎ／Ａ';
    const german = '#NV #BEZUG! #WERT! #ZAHL! #ÜBERLAUF!';
    const romance = '#N/D #NOM? #VALEUR! #¡REF! #¿NOMBRE? #¡DIV/0! #VALORE! #NÚM! #RIF!';
    const others = '#VERW! #WAARDE! #N/B #ADR! #ARG! #DZIEL/0! #SAKNAS! #I/T #VÆRDI! #PUUTTUU! Err:502 Fehler:508';
    const errors = [excel, german, romance, others].flatMap((some) => some.split(' '));
    refusedAs(errors, /^line 2: has ".*" for a .*: widen the column or mend the formula/);
  });

  test('true and false are no number', () => {
    const words = 'TRUE WAHR FALSCH VRAI FAUX VERO FALSO VERDADERO VERDADEIRO WAAR ONWAAR PRAWDA FAŁSZ';
    const more = 'SAND FALSK SANT FALSKT SANN USANN TOSI EPÄTOSI GWIR ANWIR falsch ＴＲＵＥ';
    refusedAs(`${words} ${more}`.split(' '), /^line 2: has ".*" for a .*: fill it in/);
  });

  test('a date is one with the months of any of them', () => {
    const written = {
      english: ['01-Jan', '1 Sept 2027', 'Mar 01', 'Jan 1, 2027', 'Friday, 1 January 2027', '２－Ｍａｒ'],
      german: ['01. Jan', '12. Mrz', '01-Mrz', 'Mrz 12', '01. Dez', '12. Mär', '1. März 2027', 'Mo, 01. Jän 27'],
      french: ['12-déc', 'déc-12', '12-de\u0301c.', '1 août', '3-févr.-27', 'lundi 1 mars 2027', 'juil-27'],
      italian: ['12-gen', '1-mag', 'giu-27', '30-lug-27', '7 ott', '12 settembre 2027'],
      spanish: ['12-ene', 'dic-12', '12 de enero de 2027', '1-sept', 'ago-27'],
      portuguese: ['01/fev', '1-out', 'set/27', '12 de março', 'dez-27'],
      dutch: ['1-mrt', '12-mei', '1 okt 2027', 'maart 2027'],
      welsh: ['01-Ion', '2 Chwef', '3 Mawrth 2027', '4-Rhag', 'Tach-27'],
      polish: ['01.sty', '2-lut', '3 września 2027', '10-paź', 'gru 27'],
      romanian: ['12 ianuarie', '3-ian.-27', '1 mai 2027', '2 noiembrie 2027'],
      hungarian: ['ápr. 03', '2027. március 12.', '12 szept'],
      slavic: ['12. března 2027', '12 марта 2027', '3-янв', '5. júna', '7 травня', '12. ožujka 2027'],
      others: ['12 Μαρτίου 2027', '3 Ağustos', '3-Ağu', '12 يناير', '4. jūlijs', '2 liepos', '5 urtarrila', '1 मार्च'],
      nordic: ['1. maj', '1. des', '2-mars', '1.tammi', '6. joulukuuta 2027', '10. oktober 2027'],
    };
    refusedAs(Object.values(written).flat(), /^line 2: has ".*" for a .*: a spreadsheet has made a date of it/);
  });

  test('a date is one in digits', () => {
    const yearLast = ['02.01.27', '01/02/27', '12/31/27', '01.02.2027', '1/2/2027', '31-01-2027', '1. 2. 2027'];
    const yearFirst = ['2027/01/02', '2027.01.02', '2027-1-2', '2027. 1. 2.', '2027-03-01T00:00:00', '9999-12-31'];
    const others = ['01.02.', '01.02.2027 00:00', '1月2日', '2027年1月2日', '令和9年1月2日', '1월 2일', '٠١/٠٢/٢٠٢٧'];
    refusedAs(
      [...yearLast, ...yearFirst, ...others],
      /^line 2: has ".*" for a .*: a spreadsheet has made a date of it/,
    );
  });

  test('a number below zero is no card', () => {
    refusedAs(['-412', '−412'], /^line 2: .*it is below zero/);
  });

  test('a time is no number', () => {
    refusedAs(['12:00', '1:30:00 AM', '00:00:00', '412:30:00'], /^line 2: .*a spreadsheet has made a time of it/);
  });

  test('a number that was shortened is one in every width', () => {
    refusedAs(['１．１Ｅ＋０７', '1,10473E+07', '1.E+07', '1.1×10⁷'], /^line 2: .*a spreadsheet has shortened it/);
  });

  test('a sum below the list is one in every language', () => {
    const sums =
      'Gesamtergebnis;Zwischensumme;Total général;Totale complessivo;Eindtotaal;Suma końcowa;Yhteensä;Ｔｏｔａｌ';
    const faults = sums.split(';').map((sum) => faultOf(utf8(`${head}${sum},BS21 6LA\n`)));
    expect(faults.filter((fault) => !/^line 2: .*a total below the list/.test(fault))).toEqual([]);
  });

  test('what only looks like it stays a member number', () => {
    const points = ['12/3456', '12/34/5678', '99/99/27', '2027/123', '4711/10/12', '12.34.56', '10.20.30', '1.2.3'];
    // Three pairs with dashes between them are a usual way to write six digits, and a rare one to write a date.
    const dashes = ['12-34-56', '01-02-27', '2027-13-01', '2027-0112', '2027-01'];
    const letters = [
      'MAR-1234',
      'MAR12',
      '45-MAR',
      '12-MARTIN',
      '12-DECK',
      'DEZ-412',
      'SET/3000',
      'GEN',
      '01 JAN X',
      '12-PRO',
      '4 KOL',
      '7-LED',
    ];
    const others = ['#1234', '#GX1234', '1e7', '11E6', '12:3456', 'A:12', 'VERONA', 'TOTAL7', 'Err-502'];
    const cells = [...points, ...dashes, ...letters, ...others];
    const read = cells.flatMap((cell) => rosterOf(utf8(`member;postcode\n${cell};BS21 6LA\n`)));
    expect(read.map(({ member }) => member)).toEqual(cells);
  });

  test('postcodes of all these countries stay', () => {
    const british = ['BS21 6LA', 'SE1 2AB', 'DE12 1MA', 'M1 1AE', 'JE2 3AB', 'D02 AF30', 'K1A 0B1', '12345-6789'];
    const others = ['1234 AB', '1011-AP', '01067', 'D-01067', '1000-205', '00-950', '114 55', 'DK-1050', 'FI-00100'];
    const cells = [...british, ...others, 'N-0150', 'MSD 1900', '01310-100', '100-0001', '〒100-0001', '110 00'];
    const read = rosterOf(utf8(`member;postcode\n${cells.map((cell, n) => `${n + 1};${cell}\n`).join('')}`));
    expect(read.map(({ postcode }) => postcode)).toEqual(cells);
  });
});
