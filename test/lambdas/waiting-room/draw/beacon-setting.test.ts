import { expect, test } from '@jest/globals';
import { type BeaconSetting, readBeaconSetting } from '../../../../lambdas/waiting-room/draw/beacon-setting.ts';

test('the variable is `none` where the stage has no beacon', () => {
  const chain = { chainHash: 'c0ffee', publicKey: 'abcd', scheme: 's', genesis: 1, period: 3 };
  const setting: BeaconSetting = { urls: ['https://beacon.example'], chain };
  expect(readBeaconSetting('none')).toBeUndefined();
  expect(readBeaconSetting(JSON.stringify(setting))).toEqual(setting);
});
