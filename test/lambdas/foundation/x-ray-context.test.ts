import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { createNamespace, destroyNamespace, getNamespace } from '../../../lambdas/foundation/x-ray-context.ts';

describe('the context of a trace', () => {
  test('two that run at once each see their own segment, over every await', async () => {
    const space = createNamespace('two');
    const seen: string[] = [];
    const work = (name: string) =>
      new Promise<void>((done) => {
        space.run(async () => {
          space.set('segment', name);
          for (let step = 0; step < 3; step += 1) {
            await turn();
            seen.push(`${name} ${space.get('segment')}`);
          }
          done();
        });
      });
    await Promise.all([work('a'), work('b')]);
    expect([...new Set(seen)].sort()).toEqual(['a a', 'b b']);
    expect(space.get('segment')).toBeUndefined();
  });

  test('an inner context sees the outer one and does not change it', () => {
    const space = createNamespace('nested');
    space.run(() => {
      space.set('segment', 'outer');
      space.run(() => {
        expect(space.get('segment')).toBe('outer');
        space.set('segment', 'inner');
      });
      expect(space.get('segment')).toBe('outer');
    });
  });

  test('what is bound runs in the context it was bound in; what was entered stays', async () => {
    const space = createNamespace('bound');
    let later: () => unknown = () => undefined;
    space.run(() => {
      space.set('segment', 'then');
      later = space.bind(() => space.get('segment'));
    });
    expect(later()).toBe('then');
    await turn();
    space.enter(space.createContext());
    expect(space.set('segment', 'lambda')).toBe('lambda');
    await turn();
    expect(space.get('segment')).toBe('lambda');
  });

  test('outside of any context nothing can be set, which says that the context is missing', () => {
    const space = createNamespace('none');
    expect(() => space.set('segment', 'x')).toThrow('no context');
    expect(getNamespace('none')).toBe(space);
    destroyNamespace('none');
    expect(getNamespace('none')).toBeUndefined();
  });
});
