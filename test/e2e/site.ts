import { chromium, type Browser, type Page } from "playwright-core";
import { inject, test as base } from "vitest";
import { launchOptions } from "../../scripts/browser.ts";

/** A page of the built site in a browser of its own, with what went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Errors on the console, exceptions that nobody caught, and files that did not come. */
  readonly errors: readonly string[];
  /** Addresses on other hosts that the page, its frames or its workers asked for. */
  readonly foreign: readonly string[];
}

export interface VisitOptions {
  /** False to read the page as a browser without JavaScript does. */
  readonly javaScript?: boolean;
  readonly width?: number;
}

interface Fixtures {
  readonly browser: Browser;
  /** Opens a page by its path from the root of the site, without a slash before it: “regions/”. */
  readonly visit: (path: string, options?: VisitOptions) => Promise<Visit>;
}

/** Vitest's `test` with the built site: one browser for a file, a clean profile for each visit. */
export const test = base.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions());
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  visit: async ({ browser }, use) => {
    await use((path, options) => visit(browser, path, options));
    await Promise.all(browser.contexts().map((context) => context.close()));
  },
});

async function visit(
  browser: Browser,
  path: string,
  { javaScript = true, width = 1280 }: VisitOptions = {},
): Promise<Visit> {
  const address = inject("address");
  const errors: string[] = [];
  const foreign: string[] = [];
  const context = await browser.newContext({
    acceptDownloads: true,
    baseURL: address,
    javaScriptEnabled: javaScript,
    locale: "zh-CN",
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} ${message.location().url}`);
  });
  context.on("requestfailed", (request) => {
    // A download is an aborted request of the page.
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") errors.push(`${request.url()}: ${reason}`);
  });
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(address).origin)
      foreign.push(request.url());
  });
  await page.goto(path);
  return { page, errors, foreign };
}
