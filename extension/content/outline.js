// Draws a thin frame round the words of one finding: the badge under the pointer, the open card's.
// Must not lie over letters, so it is a frame and never a fill.
(() => {
  const H = globalThis.hearsay;
  if (H.outline) return;

  H.sheets.push(`
.frame{position:absolute;border:1.5px solid var(--c);border-radius:4px;pointer-events:none}
.frame.state{--c:var(--state)}.frame.official{--c:var(--official)}.frame.sourcing{--c:var(--sourcing)}.frame.claim{--c:var(--claim)}
@media (forced-colors:active){.frame{border-color:Highlight}}`);

  /** @type {string | null} */
  let pointed = null;
  /** @type {string | null} */
  let held = null;

  function place() {
    if (!H.overlay.host()) return;
    const layer = H.overlay.layer('outline');
    layer.replaceChildren();
    const to = H.overlay.toLocal();
    for (const finding of new Set([pointed, held])) {
      if (!finding) continue;
      // a claim is framed at its cue: its scope may be a paragraph long
      const marks = H.page.marks.filter((mark) => mark.finding === finding && mark.style !== 'claim-scope');
      const { ground, layer: kind } = marks[0] ?? H.page.marks.find((mark) => mark.finding === finding) ?? {};
      for (const mark of marks) {
        for (const box of H.anchor.rects(mark.range)) {
          const frame = document.createElement('div');
          frame.className = `frame ${kind} ${ground}`;
          frame.style.cssText = `left:${to.x(box.left) - 3}px;top:${to.y(box.top) - 2}px;width:${box.width / to.k + 6}px;height:${box.height / to.k + 5}px`;
          layer.append(frame);
        }
      }
    }
  }

  H.outline = {
    show(finding) {
      if (pointed === finding) return;
      pointed = finding;
      place();
    },
    hold(finding) {
      held = finding;
      place();
    },
    place,
  };
})();
