const trackingParameter = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src)$/u;

/**
 * Address without what does not change the page: scheme, `www.`, fragment, tracking parameters, trailing slash.
 * Null when it is no http(s) address.
 */
export function normalizeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return null;
  for (const name of [...parsed.searchParams.keys()]) {
    if (trackingParameter.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^www\./u, "");
  return `${host}${parsed.pathname.replace(/\/+$/u, "")}${parsed.search}`;
}
