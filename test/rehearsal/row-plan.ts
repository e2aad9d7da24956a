import type { Plan } from '../../contracts/plan.ts';

/** A house of one row: sixty seats, too few for everybody. */
const seats = 60;

export const plan: Plan = {
  v: 1,
  id: 'row-000000000000',
  name: 'Row',
  width: 100,
  height: 10,
  focalPoint: { x: 50, y: 0 },
  categories: [{ id: 'a', name: 'A', color: '#000000' }],
  scenery: [],
  seats,
  sections: [
    {
      id: 'row',
      name: 'Row',
      kind: 'seated',
      neighbours: [],
      rows: [
        {
          label: 'A',
          seats: Array.from({ length: seats }, (_, x) => ({ id: `A-${x}`, number: `${x}`, x, y: 1, category: 'a' })),
        },
      ],
    },
  ],
};
