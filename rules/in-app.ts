/*
 * Apps open links in a browser of their own. What such a browser keeps is gone when the app likes, and the fan's own browser
 * knows nothing of it. Most say what they are; on an iPhone a browser of an app leaves out that it is Safari.
 */

const ofApps =
  /; wv\)|\bFB(AN|AV|_IAB)\b|\b(Instagram|Barcelona|MicroMessenger|Snapchat|TikTok|BytedanceWebview|LinkedInApp|Pinterest)\b|\bmusical_ly|\bTwitter for\b|\bLine\//;

/** Whether a page runs in the browser of an app, by its `User-Agent`. */
export function isInApp(userAgent: string): boolean {
  return (
    ofApps.test(userAgent) || (/\((iPhone|iPad|iPod)\b.*AppleWebKit/.test(userAgent) && !/\bSafari\//.test(userAgent))
  );
}
