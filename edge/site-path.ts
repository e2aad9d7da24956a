/** The pages there are, as Vite builds them from `site/*.html`. */
const pages = ['index', 'show', 'line', 'hall', 'checkout', 'order', 'order-book'];

/**
 * Clean addresses for static pages. A page is a file named after it (`/line` is `/line.html`, `/` is
 * `/index.html`). A path whose last part has an extension is a file, and stays as it is. Every other
 * address is no page, and undefined: the bucket's own answer would be a few lines of XML.
 */
export function fileOfPage(path: string): string | undefined {
  const lower = path.toLowerCase();
  if (lower === '/') return '/index.html';
  if (isFile(path)) return path;
  return pages.indexOf(lower.slice(1)) >= 0 ? `${lower}.html` : undefined;
}

export function isFile(path: string): boolean {
  return /\.[A-Za-z0-9]{1,12}$/.test(path);
}

/** Pictures, fonts and scripts: what other sites would borrow at the venue's cost. */
export function isWorthBorrowing(path: string): boolean {
  return /\.(?:avif|gif|ico|jpe?g|png|svg|webp|otf|ttf|woff2?|m?js)$/i.test(path);
}

/** The host that a `referer` names, with its port; undefined when it names none. */
export function hostOf(referer: string): string | undefined {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(referer);
  return match ? (match[1] as string).toLowerCase() : undefined;
}
