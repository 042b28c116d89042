// Stands the badges in the margin, folds what would crowd, and lets the keyboard walk them.
// Must not choose what deserves a badge: the engine's list is shown in the engine's order of weight.
(() => {
  const H = globalThis.hearsay;
  if (H.badges) return;

  const SQUARE = 18;
  const BETWEEN = 3;
  /** Below this, a margin holds no badge and its line gets a tick. */
  const NARROW = 22;
  const LEAST_GAP = 4;
  const FARTHEST_GAP = 16;
  /** Of a tick, and of one between tight lines. */
  const TICK = 3;
  const TIGHT_TICK = 2;
  /** How far outside the window badges are kept ready, in windows. */
  const AHEAD = 0.6;

  H.sheets.push(`
.badge{position:absolute;height:${SQUARE}px;border-radius:4px;pointer-events:auto;font-size:11px;font-weight:700;line-height:${SQUARE}px;text-align:center;
color:var(--on);background:var(--c);white-space:nowrap;overflow:visible;transform-origin:100% 50%}
.badge.right{transform-origin:0 50%}
.badge::before{content:"";position:absolute;inset:-3px -1.5px}
.badge.state{--c:var(--state)}.badge.official{--c:var(--official)}.badge.sourcing{--c:var(--sourcing)}.badge.claim{--c:var(--claim)}
.badge.many{box-shadow:1.5px 1.5px 0 var(--paper),3px 3px 0 var(--c)}
.badge.more{background:none;color:var(--ink);font-weight:600}
.badge.tick{height:${TICK}px;border-radius:1.5px;font-size:0}
.badge.tick::before{inset:-2px 0}
.badge:hover,.badge[aria-expanded=true]{filter:brightness(1.12)}
.tip{position:absolute;width:max-content;max-width:280px;padding:3px 8px;border-radius:6px;font-size:12px;background:var(--paper);color:var(--ink);border:1px solid var(--line);box-shadow:var(--shade);pointer-events:none;z-index:1}
@media (prefers-reduced-motion:no-preference){.badge{transition:filter .1s}}
@media (forced-colors:active){.badge{forced-color-adjust:none;background:ButtonFace;color:ButtonText;box-shadow:inset 0 0 0 1px ButtonText}}`);

  /** @typedef {{badge: import('../types').Badge, block: import('../types').Block, range: Range, button: HTMLButtonElement}} Item */
  /** @typedef {{item: Item, line: DOMRect, x: number, free: number, side: 'left' | 'right', lineEnd: import('../types').LineEnd}} Spot */

  /** @type {Item[]} in reading order */
  let items = [];
  /** @type {Map<string, Item>} */
  let byFinding = new Map();
  /** @type {Map<import('../types').Block, Item[]>} */
  let byBlock = new Map();
  /** @type {HTMLButtonElement[]} */
  let folds = [];
  /** @type {Item | null} the one Tab reaches, always drawn where its line is in sight */
  let current = null;
  let size = 1;
  /** Badges that stand beside one line. */
  let most = 1;
  let frame = 0;

  /** @param {string} label */
  const widthOf = (label) => (label.length <= 1 ? SQUARE : Math.ceil(9 + 7.6 * label.length));

  /** Who speaks to the machine says what is seen: the letters of a badge are part of its name. @param {import('../types').Badge} badge */
  const nameOf = ({ name, label }) => (name.includes(label) ? name : chrome.i18n.getMessage('badge_name', [name, label]));

  /** @param {HTMLButtonElement} button @param {string} css writes only what changed */
  function put(button, css) {
    if (button.style.cssText !== css) button.style.cssText = css;
    button.hidden = false;
  }

  /** @param {Item} item */
  const groundOf = (item) => H.anchor.grounds(item.block).overlay;

  /** Lines in sight, each with its badges. Lines nearer than a badge is high share one place. */
  function groups() {
    /** @type {Spot[]} */
    const spots = [];
    const reach = innerHeight * AHEAD;
    for (const [block, list] of byBlock) {
      const box = block.element.getBoundingClientRect();
      if (box.bottom < -reach || box.top > innerHeight + reach) continue;
      for (const item of list) {
        const line = H.anchor.rects(item.range)[0];
        if (!line || line.bottom < -reach || line.top > innerHeight + reach) continue;
        if (H.margins.covered(block, line)) continue;
        spots.push({ item, line, ...H.margins.edge(block, line) });
      }
    }
    const middle = (/** @type {Spot} */ spot) => (spot.line.top + spot.line.bottom) / 2;
    spots.sort((a, b) => middle(a) - middle(b));
    /** @type {Spot[][]} */
    const made = [];
    for (const spot of spots) {
      const near = made.findLast((group) => group[0].side === spot.side && Math.abs(group[0].x - spot.x) < 40);
      if (near && middle(spot) - middle(near[0]) < (SQUARE + 1) * size) near.push(spot);
      else made.push([spot]);
    }
    return made;
  }

  /** What some badges and the count of the rest take up, side by side. @param {Item[]} shown @param {number} folded */
  function wide(shown, folded) {
    const widths = shown.map((one) => widthOf(one.badge.label));
    if (folded) widths.push(widthOf(`+${folded}`));
    return widths.reduce((sum, one) => sum + one + BETWEEN, -BETWEEN);
  }

  /**
   * The badges of a line that stand beside it: as many as the reader wants, the weightiest first, as
   * far as there is room for them and the count of the rest. The one the keyboard is on is among them;
   * the others keep their order, so that none moves under the pointer.
   * @param {Item[]} line
   * @param {number} room
   */
  function fitting(line, room) {
    for (let n = Math.min(line.length, most); n > 0; n -= 1) {
      const shown = line.slice(0, n);
      if (current && line.indexOf(current) >= n) shown[n - 1] = current;
      if (wide(shown, line.length - n) <= room) return { shown, counted: true };
      // a lone badge stands for its line even where its count has no room
      if (n === 1 && wide(shown, 0) <= room) return { shown, counted: false };
    }
    return { shown: [], counted: false };
  }

  function place() {
    if (!H.overlay.host() || !items.length) return;
    const found = groups();
    for (const { button } of items) if (document.activeElement !== H.overlay.host() || button !== current?.button) button.hidden = true;
    for (const fold of folds) fold.hidden = true;
    const to = H.overlay.toLocal();
    let used = 0;
    for (const group of found) {
      // all of a group stand on its first line
      const y = (group[0].line.top + group[0].line.bottom) / 2;
      group.sort((a, b) => b.item.badge.importance - a.item.badge.importance || items.indexOf(a.item) - items.indexOf(b.item));
      const { x, side, item, lineEnd } = group[0];
      const free = Math.min(...group.map((spot) => spot.free));
      const out = side === 'left' ? -1 : 1;
      if (free < NARROW * size || !H.margins.clear(item.block, x + out * (4 + (SQUARE / 2) * size), y)) {
        tick(group.map((spot) => spot.item), lineEnd, to);
        continue;
      }
      const line = group.map((spot) => spot.item);
      const { shown, counted } = fitting(line, (free - LEAST_GAP) / size);
      if (!shown.length) {
        tick(line, lineEnd, to);
        continue;
      }
      const folded = counted ? line.filter((one) => !shown.includes(one)) : [];
      const gap = Math.max(LEAST_GAP, Math.min(FARTHEST_GAP, free - size * wide(shown, folded.length)));
      let edge = to.x(x + out * gap);
      /** @param {HTMLButtonElement} button @param {number} width */
      const stand = (button, width) => {
        const scaled = width * size;
        const left = side === 'left' ? edge - width : edge;
        put(button, `left:${left}px;top:${to.y(y) - SQUARE / 2 + 1}px;width:${width}px;${size === 1 ? '' : `transform:scale(${size});`}`);
        edge += out * (scaled + BETWEEN);
      };
      for (const one of shown) {
        standFor(one, counted ? [one] : line);
        one.button.className = `badge ${one.badge.layer} ${groundOf(one)} ${side} ${one.badge.state ?? ''}${counted ? '' : ' many'}`;
        stand(one.button, widthOf(one.badge.label));
      }
      if (folded.length) {
        const fold = foldAt(used);
        used += 1;
        fold.className = `badge more ${groundOf(item)} ${side}`;
        fold.textContent = `+${folded.length}`;
        fold.dataset.findings = folded.map((one) => one.badge.finding).join(' ');
        fold.setAttribute('aria-label', chrome.i18n.getMessage('badge_more', [String(folded.length)]));
        stand(fold, widthOf(`+${folded.length}`));
      }
    }
  }

  /** Which findings a press of a badge leads to: its own card, or a list where it stands for a whole line. @param {Item} item @param {Item[]} line */
  function standFor({ badge, button }, line) {
    if (line.length > 1) button.dataset.findings = line.map((one) => one.badge.finding).join(' ');
    else delete button.dataset.findings;
    const name = nameOf(badge);
    const told = line.length > 1 ? chrome.i18n.getMessage('badge_and_more', [name, String(line.length - 1)]) : name;
    if (button.getAttribute('aria-label') !== told) button.setAttribute('aria-label', told);
  }

  /**
   * The most telling badge of a line as a stroke over the line's end: above its letters and below those
   * of the line before, in the strip that the font keeps free.
   * @param {Item[]} line @param {import('../types').LineEnd} end @param {ReturnType<import('../types').Hearsay['overlay']['toLocal']>} to
   */
  function tick(line, end, to) {
    const item = line.find((one) => one === current) ?? line[0];
    const width = Math.min(8 + 4 * line.length, 20);
    const height = end.tight ? TIGHT_TICK : TICK;
    standFor(item, line);
    item.button.className = `badge tick ${item.badge.layer} ${groundOf(item)} ${item.badge.state ?? ''}`;
    put(item.button, `left:${to.x(end.right) - width}px;top:${to.y(end.free) - height}px;width:${width}px;height:${height}px;`);
  }

  /** @param {number} index */
  function foldAt(index) {
    let fold = folds[index];
    if (!fold) {
      fold = document.createElement('button');
      fold.type = 'button';
      fold.tabIndex = -1;
      H.overlay.layer('badges').append(fold);
      folds.push(fold);
    }
    return fold;
  }

  function schedule() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      place();
      H.outline.place();
      H.card.place();
    });
  }

  /** @param {Item | null} item */
  function makeCurrent(item) {
    if (current && current.button !== item?.button) current.button.tabIndex = -1;
    current = item;
    if (current) current.button.tabIndex = 0;
  }

  /** @param {string} finding */
  function go(finding) {
    const item = byFinding.get(finding);
    if (!item) return false;
    makeCurrent(item);
    place();
    return true;
  }

  /** @param {string} finding */
  function focus(finding) {
    const item = byFinding.get(finding);
    if (!item) return false;
    H.anchor.reveal(item.range, 80);
    go(finding);
    if (!current || current.button.hidden) return false;
    current.button.focus({ preventScroll: true });
    return true;
  }

  /** @param {HTMLElement} button */
  function tip(button) {
    hideTip();
    const name = byFinding.get(button.dataset.finding ?? '')?.badge.name ?? button.getAttribute('aria-label') ?? '';
    const made = document.createElement('div');
    const ground = button.classList.contains('dark') ? 'dark' : 'light';
    made.className = `tip ${ground}`;
    made.textContent = name;
    made.setAttribute('aria-hidden', 'true');
    H.overlay.layer('badges').append(made);
    const to = H.overlay.toLocal();
    const box = button.getBoundingClientRect();
    const own = made.getBoundingClientRect();
    // over the badge and out into its margin, away from the words, and never off the window
    const from = button.classList.contains('right') ? box.left : box.right - own.width;
    const left = Math.max(4, Math.min(from, innerWidth - own.width - 4));
    const top = box.top - own.height - 5 > 0 ? box.top - own.height - 5 : box.bottom + 5;
    made.style.left = `${to.x(left)}px`;
    made.style.top = `${to.y(top)}px`;
  }
  const hideTip = () => H.overlay.host() && H.overlay.layer('badges').querySelector('.tip')?.remove();

  /** @param {Event} event */
  const buttonOf = (event) => /** @type {HTMLButtonElement | null} */ (event.target instanceof Element ? event.target.closest('.badge') : null);

  /** @param {Event} event */
  function point(event) {
    const button = buttonOf(event);
    if (!button) return;
    if (button.dataset.finding) H.outline.show(button.dataset.finding);
    tip(button);
    if (event.type === 'pointerover') addEventListener('pointermove', away, { capture: true });
  }
  /** A badge that went from under the pointer tells nobody that it was left. @param {Event} event */
  function away({ target }) {
    if (target !== H.overlay.host()) leave();
  }
  function leave() {
    removeEventListener('pointermove', away, { capture: true });
    H.outline.show(null);
    hideTip();
  }

  /** @param {MouseEvent} event */
  function press(event) {
    const button = buttonOf(event);
    if (!button) return;
    event.stopPropagation();
    hideTip();
    const { finding, findings } = button.dataset;
    if (finding) makeCurrent(byFinding.get(finding) ?? null);
    // a key is pressed on the one finding the reader walked to
    if (findings && !(finding && event.detail === 0)) return H.card.list(findings.split(' '), button.getBoundingClientRect());
    if (!finding) return;
    if (H.card.current() === finding) H.card.close();
    else void H.card.open(finding, { keyboard: event.detail === 0 });
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = event.key === 'Home' ? items[0] : event.key === 'End' ? items.at(-1) : null;
    if (!by && !to) return;
    event.preventDefault();
    event.stopPropagation();
    const next = to?.badge.finding ?? step(/** @type {1 | -1} */ (by));
    if (next) focus(next);
  }

  /** The finding after or before the current one that the page still shows. @param {1 | -1} by */
  function step(by) {
    const from = current ? items.indexOf(current) : by > 0 ? -1 : 0;
    for (let i = 1; i <= items.length; i += 1) {
      const item = items[(from + by * i + items.length * 2) % items.length];
      if (H.anchor.rects(item.range).length) return item.badge.finding;
    }
    return null;
  }

  function clear() {
    leave();
    cancelAnimationFrame(frame);
    frame = 0;
    items = [];
    folds = [];
    byFinding = new Map();
    byBlock = new Map();
    current = null;
    if (H.overlay.host()) H.overlay.layer('badges').replaceChildren();
  }

  /** @param {import('../types').Badge} badge */
  function made({ finding, layer }) {
    const button = document.createElement('button');
    button.type = 'button';
    button.hidden = true;
    button.tabIndex = -1;
    button.className = `badge ${layer}`;
    button.dataset.finding = finding;
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-expanded', 'false');
    return button;
  }

  H.badges = {
    show(badges, blocks, scale, perLine) {
      const had = current?.badge.finding;
      const before = byFinding;
      [items, byFinding, byBlock] = [[], new Map(), new Map()];
      size = scale;
      most = perLine;
      const layer = H.overlay.layer('badges');
      layer.setAttribute('role', 'toolbar');
      layer.setAttribute('aria-label', chrome.i18n.getMessage('badges_label'));
      layer.onclick = press;
      layer.onkeydown = key;
      layer.onpointerover = point;
      layer.onpointerout = leave;
      layer.addEventListener('focusin', point);
      layer.addEventListener('focusout', leave);
      const sorted = [...badges].sort((a, b) => a.block - b.block || a.start - b.start || b.importance - a.importance);
      let after = layer.firstElementChild;
      for (const badge of sorted) {
        const block = blocks[badge.block];
        const range = block && H.anchor.range(block, badge.start, badge.end);
        if (!range || byFinding.has(badge.finding)) continue;
        // a button that is there already stays where it is: it may be under the pointer, or have the focus
        const button = before.get(badge.finding)?.button ?? made(badge);
        before.delete(badge.finding);
        button.textContent = badge.label;
        button.setAttribute('aria-label', nameOf(badge));
        if (button === after) after = after.nextElementSibling;
        else layer.insertBefore(button, after);
        const item = { badge, block, range, button };
        items.push(item);
        byFinding.set(badge.finding, item);
        const list = byBlock.get(block);
        if (list) list.push(item);
        else byBlock.set(block, [item]);
      }
      for (const { button } of before.values()) button.remove();
      // with no badge left there is nothing to place, and so no count of others to be taken back there
      if (!items.length) for (const fold of folds.splice(0)) fold.remove();
      makeCurrent(byFinding.get(had ?? '') ?? items[0] ?? null);
      place();
    },
    place,
    schedule,
    go,
    step,
    focus,
    expanded(finding) {
      for (const { button, badge } of items) button.setAttribute('aria-expanded', String(badge.finding === finding));
    },
    update(badges) {
      for (const badge of badges) {
        const item = byFinding.get(badge.finding);
        if (!item) continue;
        item.badge = badge;
        item.button.textContent = badge.label;
        item.button.setAttribute('aria-label', nameOf(badge));
      }
      place();
    },
    clear,
  };
})();
