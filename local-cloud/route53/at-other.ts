/** An address at another one's server, whatever its path: `//elsewhere.example/` is a path here, and no other server. */
export function atOther(server: string, pathname: string, search: string): URL {
  const url = new URL(server);
  url.pathname = pathname;
  url.search = search;
  return url;
}
