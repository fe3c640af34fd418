import { ApiError, NoAnswer } from '../../app/graphql.js';
import { compareTexts, joined, sameText, sameContent, type Choice, type Field, type Recorded, type SectionText } from './section-text.js';

/** saved: the server has it; waiting: typed a moment ago; offline: kept here, sent as soon as it can be; refused: kept here, and why. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';

/** What is kept in the browser until the server has it: what was typed, and what it builds on. */
export interface KeptDraft { base: Recorded; text: SectionText }

export interface SaverNeeds {
  /** Saves what changed; answers the new version. Rejects as a request does. */
  save: (version: number, changes: Partial<SectionText>) => Promise<number>;
  /** The section as it is now; null when it is gone. */
  reread: () => Promise<Recorded | null>;
  keep: (draft: KeptDraft) => void;
  forget: () => void;
}

export interface SaverView {
  state: SaveState;
  text: SectionText;
  /** Raised when the text comes from elsewhere than the editor: it then shows this one. */
  revision: number;
  /** While in conflict: what stands on the server, and the fields that differ. */
  theirs: Recorded | null;
  conflicts: Field[];
  error: unknown;
  restored: boolean;
}

const PAUSE_MS = 900; // after the last key
const LONGEST_MS = 5000; // while somebody types on and on
const RETRY_MS = 4000;

/**
 * Saves one section as it is typed. What the server does not have yet is kept in the browser, so that a closed tab, a lost
 * connection or an ended session loses nothing; a second editor's text is joined where both can be, and shown where they cannot.
 */
export class SectionSaver {
  private base: Recorded;
  private sent: SectionText | null = null; // whose answer never came: it may be there
  private timer: ReturnType<typeof setTimeout> | null = null;
  private since: number | null = null;
  private closed = false;
  private listeners = new Set<() => void>();
  private view: SaverView;

  constructor(recorded: Recorded, kept: KeptDraft | null, private readonly needs: SaverNeeds) {
    const restored = kept !== null && !sameText(kept.text, recorded.text);
    this.base = restored ? kept.base : recorded;
    this.view = { state: restored ? 'waiting' : 'saved', text: restored ? kept.text : recorded.text, revision: 0, theirs: null, conflicts: [], error: null, restored };
    if (kept && !restored) needs.forget();
  }

  /** Begins its work; what was kept from before is sent at once. */
  open = (): void => {
    this.closed = false;
    if (this.view.state === 'waiting') this.later(0);
  };

  close = (): void => {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  now = (): SaverView => this.view;

  /** That its text builds on, its own saves included: what the page read is older than they are. */
  version = (): number => this.base.version;

  type(change: Partial<SectionText>): void {
    const text = { ...this.view.text, ...change };
    this.needs.keep({ base: this.base, text });
    const held = this.view.state === 'conflict';
    this.show({ text, ...(held || this.view.state === 'saving' ? {} : { state: 'waiting', error: null }) });
    this.since ??= Date.now();
    if (!held) this.later(Date.now() - this.since > LONGEST_MS ? 0 : PAUSE_MS);
  }

  /** The server's section as somebody read it just now: shown when nothing of ours waits. */
  received(recorded: Recorded): void {
    if (recorded.version <= this.base.version || this.view.state !== 'saved') return;
    const changed = !sameText(recorded.text, this.view.text);
    this.base = recorded;
    if (changed) this.show({ text: recorded.text, revision: this.view.revision + 1 });
  }

  /** Sends now: the connection is back, or the reader asks. */
  flush = async (): Promise<void> => {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.closed || this.view.state === 'saving' || this.view.state === 'conflict') return;
    const text = this.view.text;
    const changes = changesOf(this.base.text, text);
    if (Object.keys(changes).length === 0) return this.done(text);
    this.since = null;
    this.show({ state: 'saving' });
    try {
      const version = await this.needs.save(this.base.version, changes);
      this.base = { version, text };
      this.sent = null;
      this.done(text);
    } catch (error) {
      await this.failed(error, text);
    }
  };

  /** Ends a conflict. Whatever is not chosen was written by somebody: `both` keeps it below. */
  resolve(choice: Choice): void {
    const { theirs, text, conflicts } = this.view;
    if (!theirs) return;
    const { merged } = compareTexts(this.base.text, theirs.text, text);
    const chosen = { ...merged };
    for (const field of conflicts) {
      if (choice === 'yours' || (choice === 'both' && field === 'title')) Object.assign(chosen, { [field]: text[field] });
      if (choice === 'both' && field === 'content') chosen.content = joined(theirs.text.content, text.content);
    }
    this.base = theirs;
    this.needs.keep({ base: theirs, text: chosen });
    this.show({ state: 'waiting', text: chosen, revision: this.view.revision + 1, theirs: null, conflicts: [] });
    void this.flush();
  }

  private done(text: SectionText): void {
    if (this.view.text === text || sameText(this.view.text, text)) {
      this.needs.forget();
      this.show({ state: 'saved', error: null, restored: false });
    } else {
      this.needs.keep({ base: this.base, text: this.view.text });
      this.show({ state: 'waiting' });
      this.later(PAUSE_MS);
    }
  }

  private async failed(error: unknown, text: SectionText): Promise<void> {
    if (error instanceof ApiError && (error.code === 'CONFLICT_STALE' || error.code === 'NOT_FOUND')) {
      await this.join().catch((again: unknown) => this.give(again, text));
    } else this.give(error, text);
  }

  private give(error: unknown, text: SectionText): void {
    const away = error instanceof NoAnswer || (error instanceof ApiError && (error.code === 'UNAVAILABLE' || error.code === 'RATE_LIMITED'));
    this.needs.keep({ base: this.base, text: this.view.text });
    if (away) this.sent = text;
    this.show({ state: away ? 'offline' : 'refused', error });
    if (away) this.later(RETRY_MS);
  }

  /** Somebody else saved meanwhile: or we did, and never heard. */
  private async join(): Promise<void> {
    const theirs = await this.needs.reread();
    if (!theirs) throw new ApiError('NOT_FOUND');
    const { text } = this.view;
    const ours = this.sent !== null && sameText(theirs.text, this.sent);
    const { conflicts, merged } = ours ? { conflicts: [], merged: text } : compareTexts(this.base.text, theirs.text, text);
    this.sent = null;
    if (conflicts.length > 0) {
      this.needs.keep({ base: this.base, text });
      return this.show({ state: 'conflict', theirs, conflicts });
    }
    const fresh = !sameContent(merged.content, text.content) || merged.title !== text.title;
    this.base = theirs;
    this.show({ state: 'waiting', text: merged, revision: this.view.revision + (fresh ? 1 : 0) });
    return this.flush();
  }

  private later(after: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = this.closed ? null : setTimeout(() => void this.flush(), after);
  }

  private show(change: Partial<SaverView>): void {
    this.view = { ...this.view, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

function changesOf(before: SectionText, after: SectionText): Partial<SectionText> {
  return {
    ...(after.title === before.title ? {} : { title: after.title }),
    ...(sameContent(after.content, before.content) ? {} : { content: after.content }),
  };
}
