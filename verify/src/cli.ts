import type { BeaconChain } from '../../contracts/line.ts';
import { chainOfInfo } from './chain-info.ts';
import { checkLine, type LineFiles, type Verdict } from './check-line.ts';
import { checkTicket } from './check-ticket.ts';
import type { Disk } from './disk.gateway.ts';
import { faultWords } from './fault-words.ts';
import { type FileOf, fetchLine } from './fetch-line.ts';
import { type FileKind, type Recognised, recognise } from './recognise.ts';
import { fileWords, notProvedWords, tell, trustWords } from './say.ts';
import type { PublishedSite } from './site.gateway.ts';

/**
 * The command. It checks a line, or one place in it, from files alone; or it fetches those files. Its exit
 * status is 0 if all is well, 1 if something is wrong, 2 if it could not be asked like that, and 3 if nothing is wrong
 * and still the draw is not proved: its beacon is none that a stranger can rely on, or the line promised none.
 */
export type Status = 0 | 1 | 2 | 3;

export interface CliDeps {
  readonly disk: Disk;
  readonly site: PublishedSite;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly say: (line: string) => void;
}

const usage = `Checks a Stampede line, offline, from its published files.

  stampede-verify <receipt> <files or folders…>    one place: is it what the draw gave?
  stampede-verify <files or folders…>              the whole line: every roll, every round, every position
  stampede-verify <receipts…> <files or folders…>  the whole line, and whether two receipts hold one place
  stampede-verify ticket <code> <site>             a ticket: did the house sign it, and what did the seat cost?
  stampede-verify fetch <site> <on-sale> <folder>  keeps the published files of a line, and the heads of its board

<receipt> is r2.… itself, or a file that holds it. A head from a mail is given alike: h1.… itself, a file with that
line, or the saved mail. --json prints the findings as JSON. fetch --without-marks leaves out the marks of the rolls, which
are most of the bytes: then nobody can be looked up. --beacon <file> says that you know and accept a beacon that is not
the public one; the file is what its relay says of it (…/info).
Files are known by what they say, whatever they are called. <code> is what a ticket's QR code says, t1.…; <site> may be the key itself.
Status: 0 all is well, 1 something is wrong, 2 this could not be run, 3 nothing is wrong, but the draw is not proved.`;

const options = ['--json', '--without-marks'];

export async function run(args: readonly string[], deps: CliDeps): Promise<Status> {
  const isAccepted = (at: number) => args[at - 1] === '--beacon';
  const accepted = args.filter((_, at) => isAccepted(at));
  const plain = args.filter((arg, at) => !options.includes(arg) && arg !== '--beacon' && !isAccepted(at));
  const unknown = plain.find((arg) => arg.startsWith('-'));
  if (plain.length === 0 || unknown !== undefined) {
    deps.say(unknown === undefined || unknown === '--help' ? usage : `There is no option ${unknown}.\n\n${usage}`);
    return plain.length === 1 && unknown === '--help' ? 0 : 2;
  }
  try {
    if (plain[0] === 'ticket') return await checkTicket(plain.slice(1), deps);
    return await (plain[0] === 'fetch'
      ? fetchFiles(plain.slice(1), !args.includes('--without-marks'), deps)
      : check(plain, { accepted, asJson: args.includes('--json') }, deps));
  } catch (fault) {
    deps.say(`✗ ${(fault as Error).message}`);
    return 2;
  }
}

async function fetchFiles(
  [base = '', onSale = '', folder]: readonly string[],
  withMarks: boolean,
  deps: CliDeps,
): Promise<Status> {
  if (!/^https?:\/\/[^/]/.test(base) || !/^[a-z0-9-]{1,64}$/.test(onSale) || folder === undefined) {
    deps.say(
      'Say where from, which on-sale and where to: stampede-verify fetch https://tickets.example.org friends files',
    );
    return 2;
  }
  const { kept, missing, changed, heads } = await fetchLine(deps, { base, onSale, folder, withMarks });
  deps.say(`✓ ${kept} file${kept === 1 ? '' : 's'} kept in ${folder}`);
  for (const { name, isListed } of missing)
    deps.say(isListed ? `✗ ${name} is not published, though it is listed` : `– ${name} is not published (yet)`);
  for (const name of changed) deps.say(`✗ ${name} is not the file that was published before; both are kept`);
  const faults = heads?.outcome === 'wrong' ? heads.faults : [];
  for (const fault of faults) deps.say(`✗ ${faultWords(fault)}`);
  if (missing.some(({ name }) => name === 'line.json')) return 2;
  return changed.length + faults.length > 0 || missing.some(({ isListed }) => isListed) ? 1 : 0;
}

interface GivenFile {
  readonly name: string;
  readonly what: Recognised;
}

interface CheckOptions {
  /** Files of beacons that whoever asks accepts. */
  readonly accepted: readonly string[];
  readonly asJson: boolean;
}

async function check(args: readonly string[], asked: CheckOptions, { disk, say }: CliDeps): Promise<Status> {
  const accepted: BeaconChain[] = [];
  for (const path of asked.accepted) {
    const chain = (await disk.list(path)) && chainOfInfo(await disk.read(path));
    if (!chain)
      return refuse(say, `${path} does not say what a beacon’s chain is: give the answer of its relay’s /info.`);
    accepted.push(chain);
  }
  const given = await readAll(args, disk);
  if ('unreadable' in given) {
    say(`✗ There is no file or folder ${given.unreadable}, and it is no receipt.`);
    return 2;
  }
  const receipts = new Set(filesOf(given, 'receipt'));
  const onSales = new Set(
    (Object.keys(fileWords) as FileKind[]).flatMap((kind) =>
      filesOf(given, kind).map((file) => (file as { readonly onSale: string }).onSale),
    ),
  );
  if (onSales.size === 0) return refuse(say, 'None of these is a file of a line: give line.json and the draw sheets.');
  if (onSales.size > 1) return refuse(say, `These files are of several on-sales: ${[...onSales].sort().join(', ')}.`);
  const lines = new Set(filesOf(given, 'line').map((line) => JSON.stringify(line)));

  const files: LineFiles = {
    line: filesOf(given, 'line')[0],
    sheets: filesOf(given, 'sheet'),
    commitments: filesOf(given, 'commitment'),
    banks: filesOf(given, 'bank'),
    tiles: filesOf(given, 'tile'),
    rounds: filesOf(given, 'rounds'),
    ledger: filesOf(given, 'ledger'),
    board: newest(filesOf(given, 'board'), ({ writtenAt }) => writtenAt),
    heads: filesOf(given, 'heads').flatMap(({ heads }) => heads),
    logs: filesOf(given, 'log'),
    checkpoints: filesOf(given, 'checkpoint'),
    accepted,
    areAll: filesOf(given, 'rounds').length > 0,
  };
  const verdict = checkLine(files, ...receipts);
  const damaged = given.flatMap(({ name, what }) => (what.kind === 'damaged' ? [{ name, as: what.as }] : []));
  const unknown = given.flatMap(({ name, what }) => (what.kind === 'unknown' ? [name] : []));
  const isWrong = damaged.length > 0 || lines.size > 1 || verdict.findings.some(({ outcome }) => outcome === 'wrong');
  const isUnproved = verdict.trusted || verdict.findings.some(({ outcome }) => outcome === 'unproved');
  const told: Outcome = { verdict, damaged, unknown, promises: lines.size, isWrong, isUnproved };
  const ok = !isWrong;
  const proved = ok && !isUnproved;
  if (asked.asJson) say(JSON.stringify({ onSale: [...onSales][0], ...verdict, damaged, unknown, ok, proved }, null, 2));
  else sayAll(say, [...onSales][0] ?? '', told);
  return isWrong ? 1 : isUnproved ? 3 : 0;
}

interface Outcome {
  readonly verdict: Verdict;
  readonly damaged: readonly { readonly name: string; readonly as: FileKind }[];
  readonly unknown: readonly string[];
  readonly promises: number;
  readonly isWrong: boolean;
  readonly isUnproved: boolean;
}

function sayAll(say: CliDeps['say'], onSale: string, told: Outcome): void {
  const { verdict, damaged, unknown, promises, isWrong, isUnproved } = told;
  const { findings, place, position } = verdict;
  say(place ? `One place in the line of ${onSale}` : `The whole line of ${onSale}`);
  say('');
  for (const { mark, text, more } of findings.map(tell)) {
    say(`  ${mark} ${text}`);
    for (const line of more) say(`      ${line}`);
  }
  if (promises > 1) say('  ✗ Two files line.json were given, and they differ: a promise never changes');
  for (const { name, as } of damaged) say(`  ✗ ${name} looks like ${fileWords[as]}, but is damaged`);
  for (const name of unknown) say(`  – ${name} is no file of a line; left aside`);
  say('');
  if (verdict.trusted) say(trustWords);
  const open = findings.filter(({ outcome }) => outcome === 'unchecked').length;
  const rest = open === 0 ? '' : ` What is marked – could not be checked with these files.`;
  if (position !== undefined) say(`Position ${position.toLocaleString('en-GB')}.`);
  if (isWrong) say('Something is wrong: see ✗.');
  else say(`${isUnproved ? notProvedWords : 'Nothing is wrong.'}${rest}`);
}

function refuse(say: CliDeps['say'], why: string): 2 {
  say(`✗ ${why}`);
  return 2;
}

/** Every file that is named, or lies in a folder that is named. A receipt may stand for itself. */
async function readAll(
  args: readonly string[],
  disk: Disk,
): Promise<readonly GivenFile[] | { readonly unreadable: string }> {
  const given: GivenFile[] = [];
  for (const arg of args) {
    const what = recognise(arg);
    if (what.kind === 'receipt' || what.kind === 'heads') {
      given.push({ name: what.kind === 'receipt' ? 'the receipt' : 'the line of a mail', what });
      continue;
    }
    const files = await disk.list(arg);
    if (!files) return { unreadable: arg };
    for (const name of files) given.push({ name, what: recognise(await disk.read(name)) });
  }
  return given;
}

function filesOf<Kind extends 'receipt' | FileKind>(given: readonly GivenFile[], kind: Kind): readonly FileOf<Kind>[] {
  return given.flatMap(({ what }) => (what.kind === kind && 'file' in what ? [what.file as FileOf<Kind>] : []));
}

/** Of several states of one growing file, the one that says most. */
function newest<File>(files: readonly File[], much: (file: File) => number): File | undefined {
  return [...files].sort((a, b) => much(b) - much(a))[0];
}
