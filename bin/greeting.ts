import { relative } from 'node:path';
import type { RosterMember } from '../examples/roster.ts';
import { callsAMinute } from './calls-a-minute.ts';

/** The addresses and folders once everything runs. */
export interface Places {
  /** Address of the fan site, without a trailing slash. */
  readonly site: string;
  /** Folder of state and logs, absolute. */
  readonly state: string;
  /** The address where e-mail can be read; absent if the stage sends none. */
  readonly mailbox?: string;
  /** The pretend Stripe, if it was asked for. */
  readonly stripe?: string;
  /** The stand-in for the public beacon; absent if the stage has none. */
  readonly beacon?: string;
  /** How the site is found by its name. */
  readonly names?: NamesHere;
  /** People of the house whom the stand-in for sign-in signs in; absent if the stage has another issuer. */
  readonly house?: readonly SomeoneOfTheHouse[];
  /** On-sales of the loaded world, in the order of their doors. */
  readonly onSales: readonly { readonly id: string; readonly opensAt: number }[];
}

export interface NamesHere {
  /** The name of the site. */
  readonly domainName: string;
  /** Address of the name server, e.g. `dns://127.0.0.1:8810`. */
  readonly dns: string;
  /** Address of the proxy that leads a browser by name. */
  readonly wayIn: string;
}

export interface SomeoneOfTheHouse {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  /** By which the stand-in names them for ever. */
  readonly subject: string;
}

export interface GreetingFacts {
  readonly places: Places;
  readonly world: string;
  /** Somebody of the world's roster, for trying it by hand. */
  readonly someone?: RosterMember | undefined;
  /** How long the start took. */
  readonly seconds: number;
  /** Simulated fans who come by themselves. */
  readonly fans: number;
  readonly now: number;
  /** The folder that paths are said from. */
  readonly workingFolder: string;
}

/** The text that `npm start` prints when everything runs. */
export function greeting({ places, world, someone, seconds, fans, now, workingFolder }: GreetingFacts): string {
  const { site, state, mailbox, stripe, beacon, names, house = [], onSales } = places;
  const [first] = onSales;
  const ahead = first ? Math.round((first.opensAt - now) / 1000) : 0;
  const doors = ahead > 0 ? `doors open in ${ahead} s` : 'the doors are open';
  const stateHere = relative(workingFolder, state) || '.';
  const rows: readonly (readonly [string, string])[] = [
    ['fan site', `${site}/`],
    ...(first ? [['lobby', `${site}/line?on-sale=${first.id}   ${doors}`] as const] : []),
    ...(someone ? [['', `try it as member ${someone.member}, postcode ${someone.postcode}`] as const] : []),
    ...(first ? [['proof', `${site}/check?on-sale=${first.id}   the draw, checked in your browser`] as const] : []),
    ...(house.length > 0
      ? [['staff', `${site}/staff   sign in as one of these; a stand-in asks for no password`] as const]
      : []),
    ...inRows(house).map((row) => ['', row] as const),
    ['control room', `${site}/control-room`],
    ['order book', `${site}/order-book`],
    ['door', `${site}/door`],
    ...(mailbox ? [['mailbox', mailbox] as const] : []),
    ...(stripe ? [['Stripe', `a pretend one, ${stripe}   card 4242 4242 4242 4242`] as const] : []),
    ['beacon', beacon ? `a stand-in, ${beacon}   it proves nothing` : 'none: lines are trusted, not proved'],
    ...(names ? namesInRows(names) : []),
    ['logs', `${stateHere}/logs`],
  ];
  const elsewhere = stateHere === '.stampede' ? '' : ` --state ${stateHere}`;
  const company =
    fans > 0
      ? `${fans.toLocaleString('en')} simulated fans are coming; ${callsAMinute(fans).toLocaleString('en')} are called a minute, so that the line is seen to move.`
      : `For company: npm run rehearse -- --world ${world} --fans 1000${elsewhere}`;
  return [
    '',
    `Stampede runs (${world}, ready in ${seconds.toFixed(0)} s)`,
    '',
    ...rows.map(([name, text]) => `  ${name.padEnd(12)} ${text}`),
    '',
    company,
    'Ctrl-C stops everything; the state is kept.',
  ].join('\n');
}

function namesInRows({ domainName, dns, wayIn }: NamesHere): readonly (readonly [string, string])[] {
  const { hostname, port } = new URL(dns);
  return [
    ['name server', `${dns}   dig @${hostname} -p ${port} ${domainName}`],
    ['by name', `http://${domainName}/   with ${wayIn} as the browser's proxy`],
  ];
}

const inARow = 3;

/** Three a row, each with the role. */
function inRows(house: readonly SomeoneOfTheHouse[]): readonly string[] {
  const said = house.map(({ role, name }) => `${name} (${role})`);
  return said
    .map((_, at) => at)
    .filter((at) => at % inARow === 0)
    .map((at) => said.slice(at, at + inARow).join(', '));
}
