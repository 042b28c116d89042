// The shapes that cross between page, background, engine and popup, and the content scripts' namespace.
// Must hold no code: it is read by the type checker and not shipped.

export type Layer = 'state' | 'official' | 'sourcing' | 'claim';
export type Mode = 'off' | 'underline' | 'badges' | 'focus';
export type Style = 'state' | 'official' | 'source' | 'cue' | 'claim-cue' | 'claim-scope' | 'hedge';
export type Ground = 'light' | 'dark';

export interface Exception { rule_id: string; quote: string; cue: string }

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
  own_lists: Record<string, unknown> | null;
  palette: 'standard' | 'contrast';
  size: number;
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
  layer: Layer; style: Style; finding: string; first: boolean;
}
export interface Badge {
  finding: string; layer: Layer; label: string;
  /** Greater is weightier: where a line has more badges than room, the lightest fold. */
  importance: number;
  block: number; start: number; end: number; name: string;
}
export interface Card {
  layer: Layer; letter: string; title: string; why: string; cue: string;
  chain: { label: string; kind: string; last: boolean }[];
  imvain: { key: string; value: string }[];
  reply: string | null;
  same_voice: string[];
  rule_id: string; rule_text: string; rejected: string; quote: string;
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
  own_lists?: Record<string, unknown>;
}
export interface PageView {
  status: { code: string; text: string };
  report: unknown;
  story: { block: number; start: number }[];
  marks: Mark[];
  badges: Badge[];
  summary: Summary;
}

/** What the popup is told of a page: a sentence when there is nothing to count. */
export interface PageState {
  /** `ok`, `off`, a status of the engine, or one of the background's own (see background/tabs.js). */
  code: string;
  text: string;
  summary: Summary | null;
  hidden: boolean;
}

/** A run of characters that stand in one text node as they stand in the block's text. */
export interface Segment { at: number; length: number; node: Text; offset: number }
export interface Block { element: Element; text: string; segments: Segment[]; ground?: Ground }
export interface Collected {
  page: PageInput; blocks: Block[]; roots: ShadowRoot[]; ink: Element[];
}
export interface PlacedMark extends Mark { range: Range; ground: Ground }

export interface Hearsay {
  settings: {
    DEFAULTS: Settings;
    LAYERS: Layer[];
    MODES: Mode[];
    read(): Promise<Settings>;
    write(change: Partial<Settings>): Promise<void>;
    onChange(then: (settings: Settings) => void): void;
  };
  collect(): Collected;
  anchor: {
    range(block: Block, start: number, end: number): Range | null;
    ground(block: Block): Ground;
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
    edge(block: Block, line: DOMRect): { x: number; free: number; side: 'left' | 'right'; lineEnd: DOMRect };
    covered(block: Block, line: DOMRect): boolean;
    clear(block: Block, x: number, y: number): boolean;
  };
  badges: {
    show(badges: Badge[], blocks: Block[], size: number): void;
    place(): void;
    schedule(): void;
    go(finding: string): boolean;
    step(by: 1 | -1): string | null;
    focus(finding: string): boolean;
    expanded(finding: string | null): void;
    clear(): void;
  };
  outline: { show(finding: string | null): void; hold(finding: string | null): void; place(): void };
  card: {
    open(finding: string, options?: { keyboard?: boolean }): Promise<void>;
    list(findings: string[], at: DOMRect): void;
    say(text: string, at: DOMRect): void;
    close(options?: { refocus?: boolean }): void;
    place(): void;
    current(): string | null;
  };
  watch: { start(then: { text(): void; layout(): void }, roots: ShadowRoot[]): void; stop(): void };
  page: {
    view: PageView | null; blocks: Block[]; marks: PlacedMark[]; settings: Settings;
    showing: boolean;
    rangesOf(finding: string): Range[];
    /** The card of a finding of the view; null where there is none, or no longer. */
    card(finding: string): Promise<Card | null>;
    state(): Promise<PageState>;
    except(finding: string): Promise<void>;
  };
}

declare global {
  var hearsay: Hearsay;
}
