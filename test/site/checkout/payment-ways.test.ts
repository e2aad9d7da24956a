import { describe, expect, test } from '@jest/globals';
import { offered, wayOf } from '../../../site/checkout/payment-ways.ts';

describe('ways to pay', () => {
  test('are those that the deployment names, and that the page knows', () => {
    expect(offered(['sandbox-card', 'bitcoin'], 'tickets.example.org')).toEqual(['sandbox-card']);
  });

  test('else the box office, and the pretend card on this machine only', () => {
    expect(offered(undefined, 'tickets.example.org')).toEqual(['box-office']);
    expect(offered(undefined, 'localhost.example.org')).toEqual(['box-office']);
    expect(offered(undefined, '127.0.0.1')).toContain('sandbox-card');
    expect(offered(undefined, 'localhost')).toContain('sandbox-card');
  });

  test('what the fan chose counts while it is offered, else the first', () => {
    expect(wayOf('box-office', ['stripe', 'box-office'])).toBe('box-office');
    expect(wayOf('sandbox-card', ['stripe', 'box-office'])).toBe('stripe');
    expect(wayOf(undefined, [])).toBeUndefined();
  });
});
