/*
 * Apps open links in a browser of their own. It forgets a place when the app likes, and the fan's own browser knows nothing of
 * that place. Most apps say what they are; on an iPhone their browsers do not say that they are Safari.
 */

const ofApps =
  /; wv\)|\bFB(AN|AV|_IAB)\b|\b(Instagram|Barcelona|MicroMessenger|Snapchat|TikTok|BytedanceWebview|LinkedInApp|Pinterest)\b|\bmusical_ly|\bTwitter for\b|\bLine\//;

/** Whether a page runs in the browser of an app, by its `User-Agent`. */
export function isInApp(userAgent: string): boolean {
  return (
    ofApps.test(userAgent) || (/\((iPhone|iPad|iPod)\b.*AppleWebKit/.test(userAgent) && !/\bSafari\//.test(userAgent))
  );
}
