// The shapes that cross between page, background, engine and popup, and the content scripts' namespace.
// Must hold no code: it is read by the type checker and not shipped.

export type Layer = 'state' | 'official' | 'sourcing' | 'claim';
export type Mode = 'off' | 'underline' | 'badges' | 'focus' | 'classroom';
export type Style = 'state' | 'official' | 'source' | 'cue' | 'claim-cue' | 'claim-scope' | 'hedge';
export type Ground = 'light' | 'dark';

/** `example`: the sentence, as the rules' files write one. */
export interface Exception { rule_id: string; quote: string; cue: string; example?: string }

/** A guess in classroom mode, known by the words of its statement. */
export interface Guess { quote: string; rung: number }
export interface Statement {
  finding: string; quote: string; label: string; name: string;
  guess: number | null; right: boolean; verdict: string;
}
/** What the engine asks and answers in classroom mode (src/view/classroom.rs). */
export interface Lesson {
  title: string; ask: string; check: string; next: string; again: string; score: string;
  steps: { rung: number; label: string }[];
  statements: Statement[];
}

export interface OwnEntry { text: string; kind?: string; state?: string; stance?: string }
/** The reader's own lists, as the engine reads them (src/view/own.rs). */
export interface OwnLists {
  names?: OwnEntry[];
  outlets?: OwnEntry[];
  /** Verbs of saying in their plain form, irregular forms after slashes. */
  cues?: OwnEntry[];
  silence?: string[];
}

export interface Settings {
  mode: Mode;
  /** The layer that focus mode leaves undimmed. */
  focus: Layer;
  layers: Record<Layer, boolean>;
  hedges: boolean;
  /** Ask: only where the reader said so. Everywhere: but where the reader said no. */
  policy: 'ask' | 'everywhere';
  always: string[];
  never: string[];
  exceptions: Exception[];
  own_lists: OwnLists | null;
  palette: 'standard' | 'contrast' | 'apart' | 'mono';
  size: number;
  /** Badges that stand beside one line, 1 to 3; the rest are a count. */
  per_line: number;
}

export interface PageBlock {
  text: string; tag: string; role: string; hints: string; link_chars: number;
  size: number; weight: number; x: number; y: number; w: number; h: number;
  container: number; list: boolean;
}
export interface PageMeta {
  site_name: string; author: string; headline: string; description: string;
  jsonld_author: string[]; jsonld_publisher: string; og_type: string;
}
export interface PageInput { url: string; title: string; lang: string; meta: PageMeta; blocks: PageBlock[] }

export interface Mark {
  block: number; start: number; end: number;
  layer: Layer; style: Style; finding: string;
}
export interface Badge {
  finding: string; layer: Layer; label: string;
  /** Greater is weightier: where a line has more badges than room, the lightest fold. */
  importance: number;
  block: number; start: number; end: number; name: string;
  /** In classroom mode. */
  state?: 'unguessed' | 'right' | 'wrong';
}
export interface Card {
  layer: Layer; letter: string; title: string; why: string; cue: string;
  chain: { label: string; kind: string; last: boolean }[];
  imvain: { key: string; value: string }[];
  reply: string | null;
  same_voice: string[];
  rule_id: string; rejected: string; sure: string; quote: string; example: string;
  facts: string[];
}
export interface Summary {
  counts: Record<Layer | 'hedge', number>;
  strong_claims: number; lines: string[]; coverage: string;
  /** What is said once, aloud, when a page has been scanned. */
  announce: string;
}
/** What the engine is told of the reader's choices. */
export interface EngineOptions {
  ui_lang: string;
  hedges: boolean;
  exceptions: Exception[];
  own_lists?: OwnLists;
  /** Given in classroom mode alone. */
  guesses?: Guess[];
}
export interface PageView {
  status: { code: string; text: string };
  story: { block: number; start: number; part: string }[];
  marks: Mark[];
  badges: Badge[];
  summary: Summary;
  classroom?: Lesson;
}

/** What the popup is told of a page: a sentence when there is nothing to count. */
export interface PageState {
  /** `ok`, `off`, a status of the engine, or one of the background's own (see background/tabs.js). */
  code: string;
  text: string;
  summary: Summary | null;
  hidden: boolean;
  /** In classroom mode: how the class is doing, and the words for starting again. */
  lesson?: { score: string; again: string } | null;
}

/** A run of characters that stand in one text node as they stand in the block's text. */
export interface Segment { at: number; length: number; node: Text; offset: number }
/** The ground to choose colours for: `own` for highlights of the text itself, `overlay` for what is drawn above the page. They differ where a filter turns the page over. */
export interface Grounds { own: Ground; overlay: Ground }
export interface Block { element: Element; text: string; segments: Segment[]; grounds?: Grounds; tight?: boolean }
export interface Collected {
  page: PageInput; blocks: Block[]; roots: ShadowRoot[]; ink: Element[];
}
/** `ground` is for what stands above the page, `own` for the highlight itself. */
export interface PlacedMark extends Mark { range: Range; ground: Ground; own: Ground; tight: boolean }
/** The end of a line in window pixels: its right edge, and where the strip above its letters ends. */
export interface LineEnd { right: number; free: number; tight: boolean }

export interface Hearsay {
  settings: {
    DEFAULTS: Settings;
    LAYERS: Layer[];
    MODES: Mode[];
    PALETTES: readonly Settings['palette'][];
    NAME_KINDS: string[];
    OUTLET_KINDS: string[];
    STANCES: string[];
    read(): Promise<Settings>;
    write(change: Partial<Settings>): Promise<void>;
    onChange(then: (settings: Settings) => void): void;
  };
  collect(): Collected;
  anchor: {
    range(block: Block, start: number, end: number): Range | null;
    grounds(block: Block): Grounds;
    tight(block: Block): boolean;
    rects(range: Range): DOMRect[];
    reveal(range: Range, edge: number): void;
  };
  palette: { css(palette: Settings['palette']): { light: string; dark: string; marks: string } };
  paint: {
    show(marks: PlacedMark[], dim: { range: Range; ground: Ground }[], roots: ShadowRoot[], settings: Settings): void;
    clear(): void;
    at(x: number, y: number): string | null;
  };
  /** Style of each part drawn in the overlay. */
  sheets: string[];
  overlay: {
    root(): ShadowRoot;
    host(): HTMLElement | null;
    layer(name: string): HTMLElement;
    toLocal(): { x: (client: number) => number; y: (client: number) => number; k: number };
    hide(hidden: boolean): void;
    theme(palette: Settings['palette'], size: number): void;
    announce(text: string): void;
    remove(): void;
  };
  margins: {
    reset(ink: Element[]): void;
    edge(block: Block, line: DOMRect): { x: number; free: number; side: 'left' | 'right'; lineEnd: LineEnd };
    covered(block: Block, line: DOMRect): boolean;
    clear(block: Block, x: number, y: number): boolean;
  };
  badges: {
    show(badges: Badge[], blocks: Block[], size: number, perLine: number): void;
    place(): void;
    schedule(): void;
    go(finding: string): boolean;
    step(by: 1 | -1): string | null;
    focus(finding: string): boolean;
    expanded(finding: string | null): void;
    /** Takes over what the engine now says of badges that stand. */
    update(badges: Badge[]): void;
    clear(): void;
  };
  outline: { show(finding: string | null): void; hold(finding: string | null): void; place(): void };
  /** What is in a card. */
  face: {
    el<K extends keyof HTMLElementTagNameMap>(tag: K, className?: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K];
    action(label: string, then: () => void): HTMLButtonElement;
    fill(content: Card, id: string, moved: () => void, keyboard: boolean): Node[];
  };
  classroom: {
    on(): boolean;
    guesses(): Guess[] | undefined;
    forget(): void;
    /** The question about a statement that is not guessed yet; null for any other finding. */
    question(finding: string): Node[] | null;
    /** What a guess came to, above the card of its statement. */
    verdict(finding: string): Node[];
  };
  card: {
    open(finding: string, options?: { keyboard?: boolean }): Promise<void>;
    list(findings: string[], at: DOMRect): void;
    say(text: string, at: DOMRect, act?: { label: string; keyboard: boolean; then: () => void }): void;
    close(options?: { refocus?: boolean }): void;
    place(): void;
    current(): string | null;
  };
  /** The page listens. */
  answers: boolean;
  watch: { start(then: { text(): void; layout(): void; frame(frame: HTMLIFrameElement): void }, roots: ShadowRoot[]): void; stop(): void };
  page: {
    view: PageView | null; blocks: Block[]; marks: PlacedMark[]; settings: Settings;
    showing: boolean;
    rangesOf(finding: string): Range[];
    /** Asks the engine about the page as it was scanned. */
    engine(type: string, more: object): Promise<any>;
    /** The card of a finding of the view; null where there is none, or no longer. */
    card(finding: string): Promise<Card | null>;
    state(): Promise<PageState>;
    toggle(): Promise<PageState>;
    /** Leaves a finding out; gives what takes that back. */
    except(finding: string): Promise<(() => Promise<void>) | undefined>;
    /** Once what was begun is done. */
    rest(): Promise<void>;
    scan(): Promise<void>;
    input(): PageInput | null;
  };
}

declare global {
  var hearsay: Hearsay;
}
