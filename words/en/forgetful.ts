/* For a browser that keeps nothing for us, on every page that a place leads to. */
export const forgetfulWords = {
  title: 'This browser keeps nothing for us',
  detail:
    'Your place would be gone as soon as this page is closed. Allow this site to store data, and load the page again. If your browser takes cookies, you can also join on the plain page.',
  toPlain: 'To the plain page',
  inApp: 'You are in the browser of an app',
  inAppDetail:
    'It may forget your place as soon as you close it. Open this page in your phone’s own browser, from the app’s menu, and join there.',
};

export type ForgetfulWords = typeof forgetfulWords;
