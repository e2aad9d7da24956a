import { expect, test } from '@jest/globals';
import { isInApp } from '../../rules/in-app.ts';

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 8';

test.each([
  ['Facebook on an iPhone', `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.39.92;FBBV/611;FBDV/iPhone15,2]`],
  ['Instagram on an iPhone', `${iPhone} Mobile/15E148 Instagram 340.0.3.27.92 (iPhone15,2; iOS 18_5; en_GB)`],
  ['an app that does not name itself, on an iPhone', `${iPhone} Mobile/15E148`],
  [
    'Facebook on Android',
    `${android} Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/470;]`,
  ],
  [
    'any web view of Android',
    `${android} Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36`,
  ],
  ['LINE', `${iPhone} Mobile/15E148 Safari Line/14.10.0`],
  ['TikTok', `${iPhone} Mobile/15E148 musical_ly_34.5.0 BytedanceWebview/d8a21c6`],
  ['WeChat', `${iPhone} Mobile/15E148 MicroMessenger/8.0.49(0x18003139) NetType/WIFI Language/en`],
])('%s is an app', (_, userAgent) => {
  expect(isInApp(userAgent)).toBe(true);
});

test.each([
  ['Safari', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['Chrome on an iPhone', `${iPhone} CriOS/126.0.6478.153 Mobile/15E148 Safari/604.1`],
  ['Chrome on Android', `${android}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36`],
  [
    'Samsung’s',
    `${android}) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
  ],
  ['Firefox', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
  [
    'a desk',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36',
  ],
  [
    'a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  ],
  ['nothing', ''],
])('%s is a browser', (_, userAgent) => {
  expect(isInApp(userAgent)).toBe(false);
});
