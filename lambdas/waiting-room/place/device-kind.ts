import type { browsers, DeviceKind, systems } from '../../../contracts/line-requests.ts';

/**
 * What kind of device a browser says it is, for its owner to know it again: no version, no model, nothing that tells
 * one of a million others. Most browsers name others too, so the first sign that fits counts.
 */
const browserSigns: readonly (readonly [RegExp, (typeof browsers)[number]])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systemSigns: readonly (readonly [RegExp, (typeof systems)[number]])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPadOS'],
  [/\b(?:iPhone|iPod)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

export function deviceKindOf(userAgent = ''): DeviceKind {
  // A browser's has some 150 characters. What comes after is nobody's business.
  const text = userAgent.slice(0, 400);
  return { browser: firstOf(browserSigns, text), system: firstOf(systemSigns, text) };
}

function firstOf<Name>(signs: readonly (readonly [RegExp, Name])[], text: string): Name | 'other' {
  return signs.find(([sign]) => sign.test(text))?.[1] ?? 'other';
}
