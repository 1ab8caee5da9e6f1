import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from "playwright-core";

/** What the server answered to an operation. */
export interface GraphqlAnswer {
  data: Record<string, unknown> | null;
  errors?: { message: string }[];
}

/** A visitor with a browser of their own: nothing stored, everything that goes wrong or leaves the server noted. */
export class Visit {
  /** Errors and warnings of the console, uncaught errors, violations of the content security policy. */
  readonly problems: string[] = [];
  /** Addresses of all requests, those of workers too. */
  readonly requests: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly origin: string,
  ) {}

  /** Opens a window; `open` shows the playground in it. */
  static async start(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    const visit = new Visit(context, await context.newPage(), origin);
    context.on("request", (request) => visit.requests.push(request.url()));
    context.on("console", (message) => {
      // Chromium tells of a refused source here, and of every answer with an error status.
      if (["error", "warning"].includes(message.type())) visit.problems.push(message.text());
    });
    context.on("weberror", (error) => visit.problems.push(error.error().message));
    return visit;
  }

  /** Shows the playground at an address with this hash, and waits until questions can be run. */
  async open(hash = ""): Promise<void> {
    await this.page.goto(`${this.origin}/${hash}`);
    await this.page.locator(".graphiql-execute-button").waitFor({ state: "attached" });
    await this.page.locator(".result-window .view-lines").waitFor({ state: "attached" });
  }

  /** Does something, and returns the answer to the next operation that is sent; GraphiQL's own are passed over. */
  async answerTo(action: () => Promise<void>): Promise<GraphqlAnswer> {
    const answered = this.page.waitForResponse(isAnswer);
    await action();
    return (await (await answered).json()) as GraphqlAnswer;
  }

  /** The text that the result pane shows of its beginning, its lines joined: a long one is shown as several. */
  result(): Promise<string> {
    return this.textOf(".result-window");
  }

  /** The text that the query editor shows, its lines joined. */
  query(): Promise<string> {
    return this.textOf(".graphiql-query-editor");
  }

  /** Chooses a plugin in GraphiQL's bar. */
  async show(plugin: string): Promise<void> {
    await this.page.getByRole("button", { name: `Show ${plugin}` }).click();
  }

  /** Requests to anywhere but the server. */
  foreignRequests(): string[] {
    return this.requests.filter((url) => {
      const { protocol, origin } = new URL(url);
      return origin !== this.origin && protocol !== "data:" && protocol !== "blob:";
    });
  }

  end(): Promise<void> {
    return this.context.close();
  }

  private async textOf(pane: string): Promise<string> {
    // Monaco puts no-break spaces between words and elements of lines in any order.
    const lines = await this.page.locator(`${pane} .view-line`).evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join("").replaceAll("\u00A0", " ");
  }
}

function isAnswer(response: Response): boolean {
  const request = response.request();
  if (!request.url().endsWith("/graphql") || request.method() !== "POST") return false;
  return !(request.postData() ?? "").includes("IntrospectionQuery");
}
