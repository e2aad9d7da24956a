import { describe, expect, test } from '@jest/globals';
import { readFailoverOptions } from '../../../lib/failover/options.ts';

describe('the options of the switch', () => {
  test.each([
    [[], { act: 'show', at: { is: 'here', state: '.stampede' } }],
    [['--to', 'fallback', '--state', '/tmp/a'], { act: 'fallback', at: { is: 'here', state: '/tmp/a' } }],
    [
      ['--to', 'primary', '--outputs', 'o.json', '--stage', 'live'],
      { act: 'primary', at: { is: 'aws', outputs: 'o.json' } },
    ],
    [['--to', 'fallback', '--bucket', 'b', '--stage', 'live'], { act: 'fallback', at: { is: 'aws', bucket: 'b' } }],
    [['--to', 'primary', '--bucket', 'b', '--keep-calling', '--stage', 'live'], { act: 'primary', keepCalling: true }],
    [['--to', 'line-only'], { act: 'line-only' }],
    [
      ['--to', 'fallback', '--bucket', 'b', '--keep-calling', '--stage', 'live'],
      { act: 'fallback', keepCalling: true },
    ],
    [['--drill', '--report'], { act: 'drill', report: true, stage: 'example' }],
  ])('%j', (args, wanted) => expect(readFailoverOptions(args)).toMatchObject(wanted));

  test.each([
    [['--to', 'elsewhere'], '--to is fallback, line-only, primary'],
    [['--to', 'fallback', '--drill'], 'leave --to out'],
    [['--to', 'line-only', '--keep-calling'], 'belongs to --to fallback and --to primary'],
    [['--to', 'line-only', '--bucket', 'b'], '--outputs'],
    [['--report'], 'belongs to --drill'],
    [['--drill', '--report', '--bucket', 'b'], '--report needs --outputs'],
    [['--to', 'primary', '--bucket', 'b'], '--keep-calling'],
    [['--state', 'a', '--bucket', 'b'], 'on this machine'],
    [['--to', 'fallback', '--bucket', 'b'], '--stage names the stage'],
    [['--tp', 'primary'], '--tp'],
    [['primary'], 'primary'],
  ])('%j is refused', (args, why) => {
    expect(readFailoverOptions(args)).toEqual(expect.stringContaining(why));
  });
});
