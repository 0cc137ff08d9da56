/** What is written: everything the builder edits. */
export interface Written<T> {
  readonly content: T;
  /** The version the content was read from or last written as. */
  readonly version: number;
}

export type SaveAnswer<T> =
  | {
      readonly kind: "saved";
      readonly version: number;
      readonly at: Date;
      /** What was kept, where that is not exactly what was sent. */
      readonly content?: T;
    }
  | { readonly kind: "conflict"; readonly message: string; readonly theirs: Written<T> }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly fields?: Readonly<Record<string, string>> | undefined;
    };

export type SaveState<T> =
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "conflict"; readonly message: string; readonly theirs: Written<T> }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly fields: Readonly<Record<string, string>>;
    };

interface AutosaveOptions<T> {
  readonly first: Written<T> & { readonly at: Date };
  /** Sends the content; throws when there is no answer. */
  readonly send: (written: Written<T>) => Promise<SaveAnswer<T>>;
  readonly isSame: (a: T, b: T) => boolean;
  readonly onState: (state: SaveState<T>) => void;
  readonly delayMs?: number;
}

/** A connection can die without a word: after this a write counts as not answered. */
const patienceMs = 15_000;
const retryMs = [2_000, 5_000, 10_000, 30_000];

/**
 * Saves by itself, one write at a time, a moment after the last edit. Without an answer it tries again, later each
 * time, and loses nothing: the newest content is always what is sent. A conflict stops it until somebody chooses.
 */
export class Autosave<T> {
  readonly #options: AutosaveOptions<T>;
  #content: T;
  #kept: T;
  #version: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | null = null;
  #failures = 0;
  #blocked = false;
  #held = false;
  #refused: T | null = null;
  /** Sent without an answer: the server may have kept it or not. */
  #unanswered: T[] = [];

  constructor(options: AutosaveOptions<T>) {
    this.#options = options;
    this.#content = options.first.content;
    this.#kept = options.first.content;
    this.#version = options.first.version;
  }

  get version(): number {
    return this.#version;
  }

  get isDirty(): boolean {
    return !this.#options.isSame(this.#content, this.#kept);
  }

  /** The newest content. `hold`: show it as unsaved, but wait for an edit or `saveNow`. */
  edit(content: T, { hold = false }: { hold?: boolean } = {}): void {
    this.#content = content;
    this.#held = hold;
    if (this.#blocked) return;
    if (!this.isDirty || hold) {
      clearTimeout(this.#timer);
      if (hold) this.#options.onState({ kind: "unsaved" });
      return;
    }
    this.#options.onState({ kind: "unsaved" });
    this.#schedule(this.#options.delayMs ?? 800);
  }

  /** Sends what is unsaved at once and resolves when nothing is in flight any more. */
  async saveNow(): Promise<void> {
    this.#held = false;
    await this.#inFlight;
    if (!this.#blocked && this.isDirty) await this.#send(this.#options.send);
  }

  /** Writes through another door (finishing, not keeping), after everything before it; null: not now, a conflict stands. */
  async saveWith(send: AutosaveOptions<T>["send"]): Promise<SaveAnswer<T> | null> {
    this.#held = false;
    clearTimeout(this.#timer);
    await this.#inFlight;
    return this.#blocked ? null : this.#send(send);
  }

  /** After a conflict: writes over theirs. */
  async keepMine(theirs: Written<T>): Promise<void> {
    this.#blocked = false;
    this.#version = theirs.version;
    this.#kept = theirs.content;
    await this.saveNow();
  }

  /** Content that the server has: theirs after a conflict, or what another action wrote. */
  accept(written: Written<T>, at: Date): void {
    clearTimeout(this.#timer);
    this.#blocked = false;
    this.#content = written.content;
    this.#kept = written.content;
    this.#version = written.version;
    this.#options.onState({ kind: "saved", at });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#inFlight) void this.#send(this.#options.send);
    }, delay);
  }

  async #send(send: AutosaveOptions<T>["send"]): Promise<SaveAnswer<T> | null> {
    clearTimeout(this.#timer);
    const sending = this.#sendOnce(send);
    this.#inFlight = sending.then(() => undefined);
    const answer = await sending;
    this.#inFlight = null;
    if (this.#hasNews) this.#schedule(0);
    return answer;
  }

  /** Edited again while the last write was on its way. */
  get #hasNews(): boolean {
    const waits = this.#blocked || this.#held || this.#failures > 0;
    return !waits && this.isDirty && this.#content !== this.#refused;
  }

  async #sendOnce(send: AutosaveOptions<T>["send"]): Promise<SaveAnswer<T> | null> {
    const { onState } = this.#options;
    const content = this.#content;
    onState({ kind: "saving" });
    const answer = await inTime(send({ content, version: this.#version }));
    if (!answer) {
      this.#unanswered.push(content);
      onState({ kind: "unreachable" });
      this.#schedule(retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 30_000);
      return null;
    }
    this.#failures = 0;
    if (answer.kind === "conflict" && this.#isOwn(answer.theirs.content)) {
      // "Theirs" is what an unanswered write of ours left there.
      this.#kept = answer.theirs.content;
      this.#version = answer.theirs.version;
      this.#unanswered = [];
      return this.#sendOnce(send);
    }
    this.#unanswered = [];
    this.#take(answer, content);
    return answer;
  }

  #isOwn(content: T): boolean {
    return this.#unanswered.some((sent) => this.#options.isSame(sent, content));
  }

  #take(answer: SaveAnswer<T>, content: T): void {
    const { onState } = this.#options;
    if (answer.kind === "saved") {
      this.#kept = answer.content ?? content;
      if (answer.content !== undefined && this.#content === content) this.#content = answer.content;
      this.#version = answer.version;
      onState(this.isDirty ? { kind: "unsaved" } : { kind: "saved", at: answer.at });
    } else if (answer.kind === "conflict") {
      this.#blocked = true;
      onState(answer);
    } else {
      this.#refused = content;
      onState({ kind: "refused", message: answer.message, fields: answer.fields ?? {} });
    }
  }
}

/** The answer; null when there is none, or none in time. */
async function inTime<A>(answer: Promise<A>): Promise<A | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  return Promise.race([answer.catch(() => null), late]).finally(() => clearTimeout(timer));
}
