import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "../config.js";
import { MitosError } from "../errors.js";

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/u;

/**
 * Why a request may not ingest; null for one that may. With a token set, the request must bring it. Without one, only
 * programs of this computer may: the server listens on loopback, the request names it so (a page of the web that has its own
 * name point here does not), and no proxy passed it on.
 */
export function ingestRefusal(
  { ingestToken, host }: Pick<Config, "ingestToken" | "host">,
  headers: IncomingHttpHeaders,
): MitosError | null {
  if (ingestToken !== null) {
    const given = /^Bearer +(\S+)$/iu.exec(headers.authorization ?? "")?.[1];
    if (given !== undefined && isSame(given, ingestToken)) return null;
    return new MitosError(
      "FORBIDDEN",
      "Ingesting needs the server's ingest token.",
      "Send it as the header Authorization: Bearer ….",
    );
  }
  const named = (headers.host ?? "").replace(/:\d+$/u, "");
  const isPassedOn = ["forwarded", "x-forwarded-for", "via"].some((name) => headers[name] !== undefined);
  if (LOOPBACK.test(host) && LOOPBACK.test(named) && !isPassedOn) return null;
  return new MitosError(
    "FORBIDDEN",
    "Only programs on the server's own computer may ingest.",
    "Set MITOS_INGEST_TOKEN on the server, and send it as the header Authorization: Bearer ….",
  );
}

/** Compares in a time that says nothing of where two texts differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
