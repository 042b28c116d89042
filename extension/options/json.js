// Reads JSON and remembers the line of everything, so that a sentence can say where a file is bad.
// Browsers word and place their own errors each in their way, and know no line of what is sound.

/** Deeper than this, a file is nobody's options. */
const DEEPEST = 16;
const TOKEN = /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The line at which a file stops being JSON. */
export class Unreadable extends Error {
  /** @param {number} line */
  constructor(line) {
    super(`line ${line}`);
    this.line = line;
  }
}

/**
 * @param {string} text
 * @returns {{value: unknown, lineOf: (path: (string | number)[]) => number}} `lineOf` gives the line of
 *   what stands at a path, or of the nearest thing around it
 * @throws {Unreadable}
 */
export function parse(text) {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  /** @type {Map<string, number>} */
  const lines = new Map();
  const key = (/** @type {(string | number)[]} */ path) => JSON.stringify(path);

  function next() {
    for (; at < text.length && ' \t\r\n'.includes(text[at]); at += 1) if (text[at] === '\n') line += 1;
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Unreadable(line);
    at += token.length;
    return token;
  }

  /** @param {(string | number)[]} path @param {string} [token] @returns {unknown} */
  function read(path, token = next()) {
    if (path.length > DEEPEST || /^[}\],:]/.test(token)) throw new Unreadable(line);
    if (!lines.has(key(path))) lines.set(key(path), line);
    if (token === '[') return list(path);
    if (token === '{') return record(path);
    return JSON.parse(token);
  }

  /** @param {(string | number)[]} path */
  function list(path) {
    const items = [];
    for (let token = next(); token !== ']'; token = next()) {
      if (items.length) token = comma(token);
      items.push(read([...path, items.length], token));
    }
    return items;
  }

  /** @param {(string | number)[]} path */
  function record(path) {
    /** @type {[string, unknown][]} */
    const entries = [];
    for (let token = next(); token !== '}'; token = next()) {
      if (entries.length) token = comma(token);
      if (!token.startsWith('"')) throw new Unreadable(line);
      const name = JSON.parse(token);
      lines.set(key([...path, name]), line);
      if (next() !== ':') throw new Unreadable(line);
      entries.push([name, read([...path, name])]);
    }
    return Object.fromEntries(entries);
  }

  /** What stands after the comma that has to be here. @param {string} token */
  function comma(token) {
    if (token !== ',') throw new Unreadable(line);
    return next();
  }

  const value = read([]);
  if (text.slice(at).trim()) {
    next();
    throw new Unreadable(line);
  }
  return {
    value,
    lineOf(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const found = lines.get(key(path.slice(0, length)));
        if (found !== undefined) return found;
      }
      return 1;
    },
  };
}
