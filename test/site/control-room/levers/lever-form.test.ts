import { expect, test } from '@jest/globals';
import { formOf, wishOf } from '../../../../site/control-room/levers/lever-form.ts';

test('who moves the doors begins from the time at which they open, by the clocks of the venue', () => {
  const opensAt = Date.UTC(2027, 5, 5, 8);
  const form = formOf({ dials: { shopping: 60, perMinute: 30 }, opensAt } as never, 'Europe/London');
  expect(form).toMatchObject({ day: '2027-06-05', time: '09:00', now: false });
  expect(wishOf('doors', { ...form, time: '09:15', reason: 'The trains are late' }, 'Europe/London')).toEqual({
    ok: true,
    wish: {
      to: 'levers',
      act: { act: 'move-doors', opensAt: opensAt + 15 * 60_000, reason: 'The trains are late' },
    },
  });
});
