import robotsParser from "robots-parser";
import { Agent, request, type Dispatcher } from "undici";
import { packageVersion } from "../../config.js";
import type { PageProblem } from "../Page.js";
import { problem } from "../readers/problem.js";
import { MAX_DOCUMENT_BYTES, type RawRecord } from "../containers/RawRecord.js";
import { guardedLookup, isPublicAddress, type IsAllowed } from "./publicAddress.js";

/** How Mitos names itself to the sites that it asks. */
const USER_AGENT = `Mitos/${packageVersion} (news archive; robots.txt is obeyed)`;

const MAX_REDIRECTS = 5;
const DEADLINE_MS = 30_000;
/** Between two requests to one host, unless its robots.txt asks for more. */
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const ROBOTS_BYTES = 512 * 1024;

/** What a fetcher may do; the defaults are what the public internet wants. */
export interface FetcherOptions {
  /** Which addresses may be asked; those of the public internet if not given. */
  isAllowed?: IsAllowed;
  pauseMilliseconds?: number;
}

/** What tells a newer version of a document from an older one, as its site wrote it. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** What a site answered. */
export type Fetched = {
  /** Seconds for which the site asks not to be asked again; null where it does not say. */
  waitSeconds: number | null;
} & (
  | { record: RawRecord; validators: Validators }
  /** Nothing is newer than what the validators stand for. */
  | { record: null }
  | { problem: PageProblem }
);

/** What a robots.txt says. */
interface Robots {
  isDisallowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

// Its types describe another kind of module than it is.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robots;

/**
 * Fetches documents: http and https only, from public addresses only (checked at every redirect and at the connection itself), no
 * more than 64 MB, within 30 seconds, one request a second to a host, and only what its robots.txt allows.
 */
export class Fetcher {
  private readonly agent: Dispatcher;
  private readonly isAllowed: IsAllowed;
  private readonly pause: number;
  private readonly robots = new Map<string, Promise<Robots | null>>();
  /** When each host may be asked again. */
  private readonly next = new Map<string, number>();

  constructor({ isAllowed = isPublicAddress, pauseMilliseconds = PAUSE_MS }: FetcherOptions = {}) {
    this.isAllowed = isAllowed;
    this.pause = pauseMilliseconds;
    this.agent = new Agent({
      connect: { lookup: guardedLookup(isAllowed), timeout: 10_000 },
      headersTimeout: DEADLINE_MS,
      bodyTimeout: DEADLINE_MS,
    });
  }

  /**
   * The document at an address, or why it could not be fetched.
   * @param known validators of the version that is there already: only a newer one is fetched
   */
  async fetch(address: string, known: Validators | null = null): Promise<Fetched> {
    try {
      return await this.follow(address, known, AbortSignal.timeout(DEADLINE_MS + LONGEST_PAUSE_MS));
    } catch (error) {
      const { message, cause } = error as Error & { cause?: Error };
      const waitSeconds = error instanceof Refused ? error.waitSeconds : null;
      return { problem: problem("NOT_FETCHED", cause?.message ?? message), waitSeconds };
    }
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private async follow(address: string, known: Validators | null, signal: AbortSignal): Promise<Fetched> {
    let url = new URL(address);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      this.refuseWrong(url);
      const robots = await this.robotsOf(url.origin, signal);
      if (robots?.isDisallowed(url.href, "Mitos") === true)
        throw new Error("the site's robots.txt does not allow it");
      await this.wait(url.host, (robots?.getCrawlDelay("Mitos") ?? 0) * 1_000);
      const { statusCode, headers, body } = await this.ask(url, signal, known);
      const location = headers["location"];
      if (statusCode >= 300 && statusCode < 400 && typeof location === "string") {
        await body.dump();
        url = new URL(location, url);
        continue;
      }
      const waitSeconds = waitOf(headers);
      if (statusCode === 304 && known !== null) {
        await body.dump();
        return { record: null, waitSeconds };
      }
      if (statusCode !== 200) {
        await body.dump();
        throw new Refused(`the answer is ${statusCode}`, waitSeconds);
      }
      const charset = /charset\s*=\s*["']?([\w:.-]+)/iu.exec(headerOf(headers, "content-type") ?? "")?.[1];
      return {
        record: {
          name: address,
          bytes: await readBounded(body, MAX_DOCUMENT_BYTES),
          url: url.href,
          charset: charset ?? null,
        },
        validators: { etag: headerOf(headers, "etag"), lastModified: headerOf(headers, "last-modified") },
        waitSeconds,
      };
    }
    throw new Error(`more than ${MAX_REDIRECTS} redirects`);
  }

  private refuseWrong({ protocol, hostname, username, password }: URL): void {
    if (protocol !== "http:" && protocol !== "https:")
      throw new Error(`${protocol} addresses are not fetched`);
    if (username !== "" || password !== "") throw new Error("addresses with a password are not fetched");
    // An address that is a number is never looked up.
    const literal = hostname.replace(/^\[|\]$/gu, "");
    const isNumber = /^[\d.]+$|:/u.test(literal);
    if (isNumber && !this.isAllowed(literal)) {
      throw new Error(`${literal} is not on the public internet`);
    }
  }

  private ask(
    url: URL,
    signal: AbortSignal,
    known: Validators | null = null,
  ): Promise<Dispatcher.ResponseData> {
    return request(url, {
      dispatcher: this.agent,
      signal,
      headers: {
        "user-agent": USER_AGENT,
        accept: "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5",
        ...(known?.etag != null && { "if-none-match": known.etag }),
        ...(known?.lastModified != null && { "if-modified-since": known.lastModified }),
      },
    });
  }

  /** What a site allows; null where it does not say, as most of the web reads it. */
  private robotsOf(origin: string, signal: AbortSignal): Promise<Robots | null> {
    let known = this.robots.get(origin);
    if (!known) {
      known = this.readRobots(new URL("/robots.txt", origin), signal);
      this.robots.set(origin, known);
    }
    return known;
  }

  private async readRobots(url: URL, signal: AbortSignal): Promise<Robots | null> {
    await this.wait(url.host, 0);
    const { statusCode, body } = await this.ask(url, signal);
    if (statusCode !== 200) {
      await body.dump();
      if (statusCode >= 500) throw new Error(`the site's robots.txt answers ${statusCode}`);
      return null;
    }
    return parseRobots(url.href, (await readBounded(body, ROBOTS_BYTES)).toString("utf8"));
  }

  private async wait(host: string, asked: number): Promise<void> {
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(this.pause, asked));
    const now = Date.now();
    const from = Math.max(now, this.next.get(host) ?? 0);
    this.next.set(host, from + pause);
    if (from > now) await new Promise((resolve) => setTimeout(resolve, from - now));
  }
}

/** An answer that is no document. */
class Refused extends Error {
  constructor(
    message: string,
    readonly waitSeconds: number | null,
  ) {
    super(message);
  }
}

type Headers = Dispatcher.ResponseData["headers"];

function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** How long a site asks to wait: `Retry-After` in seconds or as a date, else `max-age`. */
function waitOf(headers: Headers): number | null {
  const after = headerOf(headers, "retry-after");
  const seconds =
    after === null ? NaN : /^\d+$/u.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds));
  const age = /(?:^|[\s,])max-age=(\d{1,9})/iu.exec(headerOf(headers, "cache-control") ?? "")?.[1];
  return age === undefined ? null : Number(age);
}

async function readBounded(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > limit) throw new Error(`the answer has more than ${Math.round(limit / 1024 / 1024)} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
