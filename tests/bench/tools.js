// What each tool does with one article, in the page of the benchmark: load it, then give its reader.
// Must not measure: the page beside it does, in the same way for all.

/** @typedef {(text: string) => unknown} Reader */

/**
 * Runs a package of CommonJS files, as collected by run.mjs.
 * @param {string} url
 */
async function commonJs(url) {
  /** @type {{entry: string, files: Record<string, {source: string, needs: Record<string, string>}>}} */
  const bundle = await (await fetch(url)).json();
  /** @type {Record<string, {exports: any}>} */
  const loaded = {};
  /** @param {string} path @returns {any} */
  const load = (path) => {
    if (!loaded[path]) {
      const module = (loaded[path] = { exports: {} });
      const { source, needs } = bundle.files[path];
      if (path.endsWith('.json')) module.exports = JSON.parse(source);
      else new Function('module', 'exports', 'require', source)(module, module.exports, (/** @type {string} */ name) => load(needs[name]));
    }
    return loaded[path].exports;
  };
  return load(bundle.entry);
}

/** @type {Record<string, () => Promise<Reader>>} */
export const TOOLS = {
  // What the extension's background does for a page: text in, all that is painted out, as an object. The whole
  // report is made on the way and stays in the engine; a card is made when it is asked for.
  async hearsay() {
    // @ts-ignore: served by the benchmark from the built engine
    const engine = await import('/engine/hearsay.js');
    await engine.default();
    return (text) => engine.scan_text(text, {});
  },
  // Tokens, sentences, parts of speech and entities.
  async 'wink-nlp'() {
    const [winkNLP, model] = await Promise.all([commonJs('/wink-nlp.json'), commonJs('/wink-eng-lite-web-model.json')]);
    const nlp = winkNLP(model);
    return (text) => nlp.readDoc(text).entities().out();
  },
  // People, places and organisations.
  async compromise() {
    // @ts-ignore: as above
    const { default: nlp } = await import('/compromise/builds/three/compromise-three.mjs');
    return (text) => {
      const doc = nlp(text);
      return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')];
    };
  },
  // What an afternoon's userscript does: names from a Map, cues by pattern, sentences from the browser.
  async userscript() {
    const names = new Map();
    const regions = new Intl.DisplayNames('en', { type: 'region' });
    for (let a = 65; a < 91; a += 1) {
      for (let b = 65; b < 91; b += 1) {
        const code = String.fromCharCode(a, b);
        const name = regions.of(code);
        if (name && name !== code) names.set(name, code);
      }
    }
    for (let filler = 0; names.size < 5000; filler += 1) names.set(`Name${filler}`, 'ZZ');
    const cues = /\b(said|says|told|claimed|claims|alleged(?:ly)?|reported(?:ly)?|according to|insisted|denied|announced|warned|added|purported(?:ly)?|believed|accused|suspected|may|might|could|likely|possibly)\b/g;
    const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
    return (text) => {
      const found = [];
      for (const paragraph of text.split('\n')) {
        for (const { segment } of sentences.segment(paragraph)) {
          const words = segment.match(/[\p{L}’'.-]+/gu) ?? [];
          words.forEach((word, at) => {
            for (let length = 3; length > 0; length -= 1) {
              const code = names.get(words.slice(at, at + length).join(' '));
              if (code) found.push(code);
            }
          });
          for (const cue of segment.matchAll(cues)) found.push(cue[0]);
        }
      }
      return found;
    };
  },
};
