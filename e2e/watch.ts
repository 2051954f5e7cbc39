import type { BrowserContext, Page } from '@playwright/test';

/** Of the browser's own remarks: a failed request is told with its address below; a page may be left while it connects. */
const remarks = /^Failed to load resource|WebSocket is closed before the connection is established/;

/** What a browser reports while nobody answers. */
export const nobodyThere = [
  /^request: .* net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|INTERNET_DISCONNECTED)$/,
  /^console: WebSocket connection to .* failed/,
];

/** What goes wrong in somebody's browser without being seen. */
export class Watch {
  readonly #problems: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('page', (page) => this.#follow(page));
    context.on('weberror', (error) => this.#note(`error: ${error.error().message}`));
    context.on('console', (message) => {
      const isBad = message.type() === 'error' || message.type() === 'warning';
      if (isBad && !remarks.test(message.text())) this.#note(`console: ${message.text()}`);
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // A page that is left lets go of what it was still loading.
      if (reason !== 'net::ERR_ABORTED') this.#note(`request: ${request.method()} ${pathOf(request.url())} ${reason}`);
    });
    context.on('response', (response) => {
      if (response.status() < 400) return;
      this.#note(`response: ${response.request().method()} ${pathOf(response.url())} ${response.status()}`);
    });
  }

  /** Says that the test itself brings about what fits these. */
  expect(...expected: RegExp[]): void {
    this.#expected.push(...expected);
  }

  get problems(): string[] {
    return this.#problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }

  #follow(page: Page): void {
    page.on('crash', () => this.#note('crash'));
  }

  #note(problem: string): void {
    this.#problems.push(problem);
  }
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
