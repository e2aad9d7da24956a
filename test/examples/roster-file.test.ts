import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { rosterOf } from '../../examples/roster-file.ts';

const found = (name: string) => readFileSync(join(import.meta.dirname, 'found', `roster-${name}.csv`));
const utf8 = (text: string) => Buffer.from(text);
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const somebody = { member: '11047297', postcode: 'BS21 6LA' };

function faultOf(file: Uint8Array): string {
  try {
    rosterOf(file);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('was read');
}

describe('read, as it is plain what is meant', () => {
  test.each(['semicolon', 'tab', 'sep-line', 'utf16', 'other-headings', 'blank-rows-of-commas'])(
    'found: %s',
    (name) => {
      expect(rosterOf(found(name))).toEqual([somebody]);
    },
  );

  test('found: leading zeros that were lost, which do not count at the door either', () => {
    expect(rosterOf(found('leading-zeros-lost'))).toEqual([{ member: '412', postcode: '1067' }]);
  });

  const text = 'member,postcode\n11047297,BS21 6LA\n';
  test.each([
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16le(`\ufeff${text}`)],
    ['UTF-16, big end first', utf16be(`\ufeff${text}`)],
    ['UTF-16 without a mark, little end first', utf16le(text)],
    ['UTF-16 without a mark, big end first', utf16be(text)],
    ['UTF-16 with tabs, as Excel’s “Unicode text”', utf16le(`\ufeff${text.replaceAll(',', '\t')}`)],
    [
      'a mark, a line that names the separator, and semicolons',
      utf8('\ufeffsep=;\r\nmember;postcode\r\n11047297;BS21 6LA'),
    ],
    ['a quoted line that names the separator', utf8('"sep=|"\nmember|postcode\n11047297|BS21 6LA\n')],
    ['a separator of nobody’s', utf8('SEP=^\nmember^postcode\n11047297^BS21 6LA\n')],
    ['a line that names another separator than there is', utf8('sep=;\nmember,postcode\n11047297,BS21 6LA\n')],
    ['lines of an old Macintosh', utf8(text.replaceAll('\n', '\r'))],
    ['lines of two kinds', utf8('member,postcode\r\n11047297,BS21 6LA\n\r\n')],
    ['names in the encoding of one country', latin1('Member;Name;Postcode\n11047297;Jörg Straßer;BS21 6LA\n')],
    [
      'titles above the headings',
      utf8('Friends of the Theatre;;\n\nas of 1 May;;\nMember No.;Name;Postcode\n11047297;Ada;BS21 6LA'),
    ],
    ['a comma in quotation marks', utf8('"name","member","postcode"\n"Lovelace, Ada","11047297","BS21 6LA"\n')],
    ['a quotation mark inside a name', utf8('name,member,postcode\nAda "Countess" L,11047297,BS21 6LA\n')],
    ['a line break inside a cell', utf8('note,member,postcode\n"two\nlines",11047297,BS21 6LA\n')],
    ['cells kept from reckoning', utf8('member,postcode\n"=""11047297""",\'BS21 6LA\n')],
    ['a number with decimals of nothing', utf8('member,postcode\n11047297.0,BS21 6LA\n')],
    ['a number with more of them', utf8('member,postcode\n11047297.000,BS21 6LA\n')],
    [
      'spaces that do not break, and letters nobody sees',
      utf8('member,postcode\n\u00a011047297\u200b,\u2060BS21 6LA\u00a0\n'),
    ],
    [
      'rows of separators, of spaces, of no-break spaces',
      utf8('member,postcode,\n,,\n , ,\n\u00a0,\u00a0,\n11047297,BS21 6LA,\n,,\n'),
    ],
    ['the same member twice', utf8(`${text}1104-7297,bs216la\n`)],
  ])('%s', (_, file) => {
    expect(rosterOf(file)).toEqual([somebody]);
  });

  test.each([
    'Membership No,Post Code',
    'MEMBER NUMBER,POSTCODE',
    'Member ID,Zip code',
    'Mitgliedsnummer,PLZ',
    'Mitglieds-Nr.,Postleitzahl',
    'N° de membre,Code postal',
    'Numéro d’adhérent,CP',
    'N.º de socio,Código postal',
    'Rhif aelod,Cod post',
  ])('headings: %s', (headings) => {
    expect(rosterOf(utf8(`${headings}\n11047297,BS21 6LA\n`))).toEqual([somebody]);
    expect(rosterOf(utf8(`since;${headings.replace(',', ';')}\n1999;11047297;BS21 6LA\n`))).toEqual([somebody]);
  });

  test('columns in any order among others, and cells left out at the end of a line', () => {
    expect(rosterOf(utf8('Postcode, Member ,Since\n PO19 6AP ,1001,1999\n\n"GU1 1AA",1002\n'))).toEqual([
      { member: '1001', postcode: 'PO19 6AP' },
      { member: '1002', postcode: 'GU1 1AA' },
    ]);
  });
});

describe('refused, by line, with what was found', () => {
  test('found: a number that a spreadsheet shortened', () => {
    expect(faultOf(found('scientific'))).toMatch(/^line 2: has "1.10473E\+07" for a member number: .*as text/);
  });

  test('found: a member twice in a file of 2,600, and every other fault of it at once', () => {
    const [twice, short, ...more] = faultOf(found('duplicate-across-batches')).split('\n');
    expect(twice).toBe('line 2604: has the member number of line 3 with another postcode: keep one of them');
    expect(short).toMatch(/^ {2}line 2605: has "1.10473E\+07"/);
    expect(more).toEqual([]);
  });

  const table = (...rows: readonly string[]) => utf8(['member,postcode', ...rows].join('\n'));
  test.each([
    [table('1001,'), 'line 2: needs a member and a postcode'],
    [table('1,A', '2,B', ',C'), 'line 4: needs a member and a postcode'],
    [table('1,10473E+07,A'), 'line 2: has 3 cells where the headings are 2'],
    [utf8('member;postcode\n1,10473E+07;A'), 'line 2: has "1,10473E+07" for a member number'],
    [table('1.1047297E7,A'), 'line 2: has "1.1047297E7" for a member number: a spreadsheet has shortened it'],
    [table('1.1 E+07,A'), 'line 2: has "1.1 E+07" for a member number: a spreadsheet has shortened it'],
    [table('1.1×10^7,A'), 'line 2: has "1.1×10^7" for a member number: a spreadsheet has shortened it'],
    [
      table('12345678901234500000,A'),
      'line 2: has "12345678901234500000" for a member number: a spreadsheet has shortened it',
    ],
    [table('01.02.2024,A'), 'line 2: has "01.02.2024" for a member number: a spreadsheet has made a date of it'],
    [table('2024-02-01,A'), 'line 2: has "2024-02-01" for a member number: a spreadsheet has made a date of it'],
    [table('1001,1E+03'), 'line 2: has "1E+03" for a postcode'],
    [table('########,A'), 'line 2: has "########" for a member number: widen'],
    [table('1001,#N/A'), 'line 2: has "#N/A" for a postcode'],
    [table('=A2&B2,A'), 'line 2: has a formula'],
    [table('--,A'), 'line 2: has a member number without a letter or digit'],
    [table(`${'1'.repeat(33)},A`), 'line 2: has 33 characters: a member number has at most 32 characters'],
    [table(`1,${'A'.repeat(17)}`), 'line 2: has 17 characters: a postcode has at most 16 characters'],
    [table('1,A,too many'), 'line 2: has 3 cells where the headings are 2'],
    [table('007,A', '7,B'), 'line 3: has the member number of line 2 with another postcode'],
    [table('gx-1,A', 'GX 1,B'), 'line 3: has the member number of line 2 with another postcode'],
    [utf8('sep=,\nmember,postcode\n1,A\n1,B\n'), 'line 4: has the member number of line 3'],
    [latin1('member,postcode\nJ\u00d6-1,A\n'), 'line 2: has letters for a member number that cannot be read'],
    [table(), 'the roster has no members'],
    [utf8(''), 'The file is empty'],
    [utf8('number,code\n1001,X\n'), 'Line 1 has "number", "code". Save the sheet as CSV (UTF-8), with headings'],
    [
      utf8('Friends of the Theatre, as of 1 May\n\nnumber;name;code\n1001;Ada;X\n'),
      'Line 3 has "number", "name", "code". Save',
    ],
    [utf8('Friends;;\nnumber;name;code\n'), 'Line 2 has "number", "name", "code". Save'],
    [utf8('11047297;BS21 6LA\n'), 'Line 1 has "11047297", "BS21 6LA". Save'],
    [utf8('member\n11047297\n'), 'Line 1 has "member". Save'],
    [utf8('member no,card no,postcode\n1,2,A\n'), 'line 1: "member no" and "card no" could all be the member number'],
    [utf8('member,postcode\n"1,A\n2,B\n'), 'a quotation mark is opened and never closed'],
    [Buffer.from('504b0304140006000800', 'hex'), 'The file is a workbook (.xlsx'],
    [Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'The file is a workbook (.xls)'],
    [utf8('<html><table><tr><td>member</td></tr></table></html>'), 'The file is a web page'],
    [utf8('[{"member": "1"}]'), 'The file is JSON'],
    [Buffer.from('fffe00006d00000065000000', 'hex'), 'The encoding of the file is not known'],
  ])('%#: %s', (file, message) => {
    expect(faultOf(file)).toContain(message);
  });

  test('many faults are counted, and twenty of them said', () => {
    const lines = faultOf(table(...Array.from({ length: 3000 }, (_, n) => `${n},`))).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('  and 2,980 more');
  });

  test('no number and no postcode of anybody stands in what is said of a member who comes twice', () => {
    expect(faultOf(table('11047297,BS21 6LA', '11047297,GL1 4BP'))).not.toMatch(/11047297|BS21|GL1/);
  });
});
