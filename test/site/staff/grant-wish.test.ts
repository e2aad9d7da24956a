import { describe, expect, test } from '@jest/globals';
import { staffPeopleAct } from '../../../contracts/staff.ts';
import { emptyForm, type GrantForm, wishOf } from '../../../site/staff/grant-wish.ts';

const now = Date.UTC(2027, 2, 1, 12);
const london = 'Europe/London';
const form = (filled: Partial<GrantForm>): GrantForm => ({ ...emptyForm, email: ' greta@example.org ', ...filled });
const wrongIn = (filled: Partial<GrantForm>) => {
  const wish = wishOf(form(filled), london, now);
  return wish.ok ? undefined : wish.wrong;
};

describe('a role in the form', () => {
  test.each<Partial<GrantForm>>([
    {},
    { of: 'show', id: 'lear' },
    { of: 'allocation', id: 'sponsor-2027' },
    { hasEnd: true, day: '2027-06-04', time: '23:30' },
  ])('becomes an act that the platform takes: %j', (filled) => {
    const wish = wishOf(form(filled), london, now);
    expect(wish.ok && staffPeopleAct.safeParse(wish.act).success).toBe(true);
  });

  test('ends by the clocks of the venue', () => {
    const wish = wishOf(form({ hasEnd: true, day: '2027-06-04', time: '23:30' }), london, now);
    expect(wish.ok && wish.act.until).toBe(Date.UTC(2027, 5, 4, 22, 30));
  });

  test('for somebody who is known takes their address, whatever was typed', () => {
    const wish = wishOf(form({ isFor: 'ada@example.org' }), london, now);
    expect(wish.ok && wish.act.email).toBe('ada@example.org');
  });

  test('says each field that is wrong', () => {
    expect(wrongIn({ email: 'greta' })).toEqual({ email: true });
    expect(wrongIn({ of: 'performance' })).toEqual({ id: true });
    expect(wrongIn({ of: 'allocation', id: 'Spon sor' })).toEqual({ id: true });
    expect(wrongIn({ hasEnd: true, day: '2027-06-04' })).toEqual({ until: 'untilWrong' });
    expect(wrongIn({ hasEnd: true, day: '2027-02-28', time: '10:00' })).toEqual({ until: 'untilPast' });
    // The clocks of London go from one o'clock to two.
    expect(wrongIn({ hasEnd: true, day: '2027-03-28', time: '01:30' })).toEqual({ until: 'untilSkipped' });
    expect(wrongIn({ email: '', of: 'show', hasEnd: true })).toEqual({ email: true, id: true, until: 'untilWrong' });
  });
});
