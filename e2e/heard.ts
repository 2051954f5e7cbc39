import type { Person } from './person';

/** Everything that reaches somebody's browser: what the network answers, the frames of sockets, and the page itself. */
export class Heard {
  readonly #person: Person;
  readonly #answers: Promise<string>[] = [];
  readonly frames: string[] = [];

  constructor(person: Person) {
    this.#person = person;
    const { page } = person;
    page.on('response', (response) => {
      if (/font|image|stylesheet/.test(response.request().resourceType())) return;
      // One that was led elsewhere, or let go of, has no body.
      this.#answers.push(response.text().catch(() => ''));
    });
    page.on('websocket', (socket) => {
      const note = ({ payload }: { payload: string | Buffer }) => this.frames.push(payload.toString());
      socket.on('framereceived', note);
      socket.on('framesent', note);
    });
  }

  /** All of it so far. */
  async read(): Promise<string> {
    return [...(await Promise.all(this.#answers)), ...this.frames, await this.#person.page.content()].join('\n');
  }
}
