// The life of Hearsay on one page: scan, show, follow changes, and leave.
// Must not judge text: what the engine returned is shown, filtered by what the reader chose.
(() => {
  const H = globalThis.hearsay;
  if (H.page) return;
  // a frame too small to read in holds no story
  const SMALLEST = { width: 280, height: 200 };
  if (window !== window.top && (innerWidth < SMALLEST.width || innerHeight < SMALLEST.height)) return;

  /** Badges on a line at most. */
  const MOST = 3;

  /** A stopped background is started again by the next message; between two tries it needs a moment. */
  const TRIES = [0, 120, 400, 1200];

  /** @type {import('../types').Hearsay['page']} */
  const page = (H.page = {
    view: null,
    blocks: [],
    marks: [],
    settings: H.settings.DEFAULTS,
    showing: false,
    rangesOf: (finding) => page.marks.filter((mark) => mark.finding === finding).map((mark) => mark.range),
    card,
    engine: (type, more) => ask({ type, ...scanned, ...more }),
    state,
    toggle,
    except,
    rest: () => work,
    scan: () => queue(() => scan(true)),
    input: () => collected?.page ?? null,
  });
  /** @type {import('../types').Collected | null} */
  let collected = null;
  /** @type {Promise<void>} */
  let work = Promise.resolve();
  let code = 'off';
  let text = '';
  let hidden = false;
  let scannedUrl = '';
  let scannedWith = '';
  /** What the view was made from; its cards are made from the same. @type {{page: import('../types').PageInput, hedges: boolean} | null} */
  let scanned = null;
  /** @type {Map<string, Promise<import('../types').Card | null>>} those of the view that were asked for */
  let cards = new Map();
  let announced = '';
  let frame = 0;

  const wanted = () => page.settings.mode !== 'off' && !hidden;
  /** The extension was updated or removed: nobody will ever answer this script again. */
  const orphaned = () => !chrome.runtime?.id;

  /** @param {unknown} message */
  async function ask(message) {
    let failure;
    for (const wait of TRIES) {
      if (wait) await new Promise((done) => setTimeout(done, wait));
      if (orphaned()) break;
      try {
        const reply = await chrome.runtime.sendMessage(message);
        if (reply) return reply;
      } catch (error) {
        failure = error;
      }
    }
    throw failure ?? new Error('no answer');
  }

  /** One thing at a time, in order. @param {() => Promise<void> | void} task */
  function queue(task) {
    work = work.then(task).catch((error) => {
      if (orphaned()) return leave();
      code = 'no-background';
      text = chrome.i18n.getMessage('status_no_background');
      clearMarks();
      console.debug('hearsay', error);
    });
    return work;
  }

  /** @param {import('../types').Collected} a @param {import('../types').Collected | null} b */
  const sameText = (a, b) => b !== null && a.blocks.length === b.blocks.length && a.blocks.every((block, i) => block.text === b.blocks[i].text);

  /** @param {boolean} force scan even when the text is what it was */
  async function scan(force) {
    if (!wanted()) return;
    if (!/html|xml|^text\/plain/.test(document.contentType)) {
      code = document.contentType === 'application/pdf' ? 'pdf' : document.contentType.startsWith('image/') ? 'image' : 'not-a-page';
      text = chrome.i18n.getMessage(`status_${code.replaceAll('-', '_')}`);
      return;
    }
    const found = H.collect();
    const { hedges, exceptions, own_lists } = page.settings;
    const choices = JSON.stringify([hedges, exceptions, own_lists, H.classroom.on()]);
    // a jump within the page is the same lesson
    if (scannedUrl.split('#')[0] !== location.href.split('#')[0]) H.classroom.forget();
    const again = sameText(found, collected) && scannedUrl === location.href && scannedWith === choices && !force;
    collected = found;
    page.blocks = found.blocks;
    if (!again || !page.view) {
      const url = location.href;
      page.view = await ask({ type: 'scan', page: found.page, hedges, guesses: H.classroom.guesses() });
      scanned = { page: found.page, hedges };
      cards = new Map();
      if (scannedUrl !== url) H.card.close({ refocus: false });
      scannedUrl = url;
      scannedWith = choices;
      // chosen off, or left, while the engine was reading
      if (!wanted()) return clearMarks();
    }
    show();
  }

  /** Lays the last view over the page as it is now. */
  function show() {
    const { view, settings } = page;
    if (!view || !collected || !wanted()) return clearMarks();
    code = view.status.code;
    text = view.status.text;
    /** @param {import('../types').Layer} layer */
    const layerOn = (layer) => H.classroom.on() || (settings.layers[layer] && (settings.mode !== 'focus' || layer === settings.focus));
    page.marks = [];
    for (const mark of view.marks) {
      if (!layerOn(mark.layer)) continue;
      const block = collected.blocks[mark.block];
      const range = block && H.anchor.range(block, mark.start, mark.end);
      if (!range) continue;
      const { own, overlay } = H.anchor.grounds(block);
      page.marks.push({ ...mark, range, own, ground: overlay, tight: H.anchor.tight(block) });
    }
    page.showing = page.marks.length > 0;
    H.watch.start({ text: () => void queue(() => scan(false)), layout: layoutSoon, frame: reachFrame }, collected.roots);
    H.margins.reset(collected.ink);
    H.paint.show(page.marks, settings.mode === 'focus' && page.showing ? dimmed() : [], collected.roots, settings);
    if (page.showing) {
      H.overlay.theme(settings.palette, settings.size);
      H.overlay.hide(modalOpen());
      const badges = settings.mode === 'underline' ? [] : view.badges.filter((badge) => layerOn(badge.layer));
      // in class every statement is there to be guessed
      H.badges.show(badges, collected.blocks, settings.size, settings.mode === 'classroom' ? MOST : settings.per_line);
      const open = H.card.current();
      if (open && !page.rangesOf(open).length) H.card.close({ refocus: false });
      H.outline.place();
      H.card.place();
      addEventListener('click', press);
      if (announced !== scannedUrl) {
        announced = scannedUrl;
        announce(view.summary.announce);
      }
    } else {
      removeOverlay();
    }
    // for the panel, where it is open
    chrome.runtime.sendMessage({ type: 'shown' }).catch(() => {});
  }

  /** A live region speaks only of what changes in it after it has come to stand. @param {string} words */
  const announce = (words) => void requestAnimationFrame(() => H.overlay.host() && H.overlay.announce(words));

  /** What focus mode lets fade: all text but the words of the one layer left. */
  function dimmed() {
    const list = [];
    for (const [index, block] of page.blocks.entries()) {
      const ground = H.anchor.grounds(block).own;
      const kept = page.view?.marks.filter((mark) => mark.block === index && mark.layer === page.settings.focus).sort((a, b) => a.start - b.start) ?? [];
      let at = 0;
      for (const { start, end } of [...kept, { start: block.text.length, end: block.text.length }]) {
        const range = start > at ? H.anchor.range(block, at, start) : null;
        if (range) list.push({ range, ground });
        at = Math.max(at, end);
      }
    }
    return list;
  }

  const modalOpen = () => document.querySelector(':modal') !== null || document.fullscreenElement !== null;

  function layoutSoon() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!page.showing || !collected) return;
      H.overlay.hide(modalOpen());
      H.margins.reset(collected.ink);
      H.badges.place();
      H.outline.place();
      H.card.place();
    });
  }

  /** @param {string} finding */
  function card(finding) {
    if (!page.view || !scanned) return Promise.resolve(null);
    const known = cards.get(finding);
    if (known) return known;
    const made = page.engine('card', { finding }).then((reply) => reply.card);
    cards.set(finding, made);
    made.catch(() => cards.delete(finding)); // the next click asks afresh
    return made;
  }

  /** Leaves a finding out from now on; gives what takes that back. @param {string} finding @returns {Promise<(() => Promise<void>) | undefined>} */
  async function except(finding) {
    const known = await card(finding).catch(() => null);
    if (!known) return;
    const { rule_id, quote, cue, example } = known;
    const made = { rule_id, quote, cue, example };
    await H.settings.write({ exceptions: [...page.settings.exceptions, made] });
    const same = (/** @type {import('../types').Exception} */ one) => one.rule_id === rule_id && one.quote === quote && one.cue === cue;
    return async () => H.settings.write({ exceptions: page.settings.exceptions.filter((one) => !same(one)) });
  }

  /** A frame that came after the scripts did may hold a story: the background brings them there. @param {HTMLIFrameElement} frame */
  function reachFrame({ offsetWidth, offsetHeight }) {
    if (offsetWidth < SMALLEST.width || offsetHeight < SMALLEST.height || orphaned()) return;
    chrome.runtime.sendMessage({ type: 'frames' }).catch(() => {});
  }

  const TAKEN = 'a[href],button,input,select,textarea,label,summary,option,video,audio,[contenteditable],[role="button"],[role="link"],[role="tab"],[role="menuitem"]';

  /** A click on marked words opens their card, unless the page or the reader meant something by it. @param {MouseEvent} event */
  function press(event) {
    if (orphaned()) return leave();
    if (event.button !== 0 || event.defaultPrevented || event.detail > 1 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const selection = getSelection();
    if (selection && !selection.isCollapsed) return;
    const path = event.composedPath();
    if (path[0] === H.overlay.host() || path.some((one) => one instanceof Element && one.matches(TAKEN))) return;
    const finding = H.paint.at(event.clientX, event.clientY);
    if (finding) void H.card.open(finding);
  }

  function removeOverlay() {
    removeEventListener('click', press);
    H.card.close({ refocus: false });
    H.badges.clear();
    H.overlay.remove();
  }

  function clearMarks() {
    cancelAnimationFrame(frame);
    frame = 0;
    page.marks = [];
    page.showing = false;
    H.watch.stop();
    H.paint.clear();
    removeOverlay();
  }

  function leave() {
    clearMarks();
    page.view = null;
    page.blocks = [];
    collected = scanned = null;
    cards.clear();
  }

  function refresh() {
    if (wanted()) return queue(() => scan(false));
    return queue(() => {
      leave();
      code = 'off';
      announced = '';
      if (!orphaned()) chrome.runtime.sendMessage({ type: 'off' }).catch(() => {});
    });
  }

  /** @returns {Promise<import('../types').PageState>} */
  async function state() {
    await work;
    return { code: wanted() ? code : 'off', text: wanted() ? text : '', summary: page.view?.summary ?? null, hidden, lesson: wanted() ? (page.view?.classroom ?? null) : null };
  }

  async function toggle() {
    hidden = page.settings.mode === 'off' ? false : !hidden;
    if (page.settings.mode === 'off') await H.settings.write({ mode: 'badges' });
    await refresh();
    return state();
  }

  H.settings.onChange((settings) => {
    if (orphaned()) return leave();
    page.settings = settings;
    void refresh();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) void refresh();
  });

  void queue(async () => {
    page.settings = await H.settings.read();
    await scan(true);
  });
})();
