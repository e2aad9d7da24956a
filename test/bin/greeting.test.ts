import { describe, expect, test } from '@jest/globals';
import { type GreetingFacts, greeting } from '../../bin/greeting.ts';

const now = Date.UTC(2027, 4, 1, 9);
const someone = (role: string, name: string) => ({ role, name, email: `${role}@example.org`, subject: role });
const facts: GreetingFacts = {
  places: {
    site: 'http://127.0.0.1:8787',
    state: '/home/ann/stampede/.stampede',
    mailbox: 'http://127.0.0.1:8807/mailbox',
    beacon: 'http://127.0.0.1:40007',
    names: {
      domainName: 'tickets.example.org',
      dns: 'dns://127.0.0.1:8808',
      wayIn: 'http://127.0.0.1:8809',
    },
    house: [
      someone('owner', 'Ruth Okafor'),
      someone('programmer', 'Tomás Herrera'),
      someone('steward', 'Samuel Adeyemi'),
      someone('auditor', 'Henry Ashworth'),
    ],
    onSales: [
      { id: 'friends', opensAt: now + 119_700 },
      { id: 'public', opensAt: now + 9_000_000 },
    ],
  },
  world: 'arena',
  someone: { member: '11047297', postcode: 'BS21 6LA' },
  seconds: 9.6,
  fans: 0,
  now,
  workingFolder: '/home/ann/stampede',
};

describe('the greeting', () => {
  test('says where everything is, and when the first doors open, counted from now', () => {
    expect(greeting(facts)).toBe(`
Stampede runs (arena, ready in 10 s)

  fan site     http://127.0.0.1:8787/
  lobby        http://127.0.0.1:8787/line?on-sale=friends   doors open in 120 s
               try it as member 11047297, postcode BS21 6LA
  proof        http://127.0.0.1:8787/check?on-sale=friends   the draw, checked in your browser
  staff        http://127.0.0.1:8787/staff   sign in as one of these; a stand-in asks for no password
               Ruth Okafor (owner), Tomás Herrera (programmer), Samuel Adeyemi (steward)
               Henry Ashworth (auditor)
  control room http://127.0.0.1:8787/control-room
  order book   http://127.0.0.1:8787/order-book
  door         http://127.0.0.1:8787/door
  mailbox      http://127.0.0.1:8807/mailbox
  beacon       a stand-in, http://127.0.0.1:40007   it proves nothing
  name server  dns://127.0.0.1:8808   dig @127.0.0.1 -p 8808 tickets.example.org
  by name      http://tickets.example.org/   with http://127.0.0.1:8809 as the browser's proxy
  logs         .stampede/logs

For company: npm run rehearse -- --world arena --fans 1000
Ctrl-C stops everything; the state is kept.`);
  });

  test('doors that have opened are open', () => {
    expect(greeting({ ...facts, now: now + 120_000 })).toContain('the doors are open');
  });

  test('company finds a state that is elsewhere', () => {
    const elsewhere = { ...facts, places: { ...facts.places, state: '/tmp/other' } };
    expect(greeting({ ...elsewhere, workingFolder: '/tmp' })).toContain(
      'npm run rehearse -- --world arena --fans 1000 --state other\n',
    );
  });

  test('company that comes by itself need not be asked', () => {
    expect(greeting({ ...facts, fans: 1200 })).toContain('\n1,200 simulated fans are coming; 400 are called a minute,');
    expect(greeting({ ...facts, fans: 1200 })).not.toContain('npm run rehearse');
  });

  test('says that lines are trusted where the stage has no beacon', () => {
    const { beacon: _, ...places } = facts.places;
    expect(greeting({ ...facts, places })).toContain('\n  beacon       none: lines are trusted, not proved\n');
  });

  test('says nothing of what is not there', () => {
    const { mailbox: _, ...places } = facts.places;
    const text = greeting({ ...facts, someone: undefined, places: { ...places, onSales: [] } });
    expect(text).not.toMatch(/mailbox|member|lobby|proof|undefined/);
    expect(greeting({ ...facts, places: { ...places, stripe: 'http://127.0.0.1:12111' } })).toContain('12111');
  });
});
