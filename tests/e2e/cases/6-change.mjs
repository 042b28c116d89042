// Pages that change under the reader: new stories, more text, edits, nodes drawn anew.
import assert from 'node:assert/strict';

/** @type {import('../run.mjs').Test[]} */
export default [
  ['a story brought in by pushState is scanned in place of the old', async (s) => {
    const v = await s.visit('spa.html');
    await v.marked();
    await v.page.click('#next');
    await v.until('the new story', () => {
      const words = globalThis.hearsay.page.marks.map((mark) => String(mark.range));
      return words.includes('Finland') && !words.includes('Norway');
    });
    assert.ok((await v.badges()).length > 0);
  }],

  ['text that comes with scrolling is marked as it comes', async (s) => {
    const v = await s.visit('endless.html');
    await v.marked();
    for (const name of ['Greece', 'Malta', 'Cyprus']) {
      await v.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await v.until(name, (wanted) => globalThis.hearsay.page.marks.some((mark) => String(mark.range) === wanted), name);
    }
    assert.ok((await v.marks()).some((mark) => mark.text === 'Denmark'));
  }],

  ['nodes drawn anew with the same words keep their marks', async (s) => {
    const v = await s.visit('redraw.html');
    await v.marked();
    const before = (await v.marks()).map((mark) => mark.text);
    await v.page.click('#redraw');
    await v.until('marks on the new nodes', () => globalThis.hearsay.page.marks.length > 0 && globalThis.hearsay.page.marks.every((mark) => mark.range.startContainer.isConnected && !mark.range.collapsed));
    assert.deepEqual((await v.marks()).map((mark) => mark.text), before);
  }],

  ['a badge keeps the focus, and the page its place, while the page is read anew', async (s) => {
    const v = await s.visit('redraw.html', { width: 1160, height: 500 });
    await v.marked();
    await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'step', by: 1 }), v.tabId);
    const focused = () => v.inContent(() => /** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.dataset.finding ?? null);
    const first = await v.until('focus', () => /** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.dataset.finding);
    await v.page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    const top = await v.page.evaluate(() => scrollY);
    assert.ok(top > 100);
    await v.page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#edit')).click());
    await v.until('the new word', () => globalThis.hearsay.page.marks.some((mark) => String(mark.range) === 'Ireland'));
    assert.equal(await v.page.evaluate(() => scrollY), top);
    assert.equal(await focused(), first);
  }],

  ['an edit by the page is read', async (s) => {
    const v = await s.visit('redraw.html');
    await v.marked();
    await v.page.click('#edit');
    await v.until('the new word', () => globalThis.hearsay.page.marks.some((mark) => String(mark.range) === 'Ireland'));
  }],

  ['badges follow their lines when the page pushes them down', async (s) => {
    const v = await s.visit('redraw.html');
    await v.marked();
    const first = (await v.badges())[0];
    await v.page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#push')).click());
    await v.until('the badge lower', (finding, y) => Math.abs((globalThis.hearsay.overlay.root().querySelector(`[data-finding="${finding}"]`)?.getBoundingClientRect().y ?? 0) - y - 150) < 2, first.finding ?? '', first.y);
  }],

  ['a narrower window moves the badges with their lines', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    await v.page.setViewport({ width: 500, height: 800 });
    await v.until('badges beside the new lines', () => {
      const { badges, blocks } = { badges: globalThis.hearsay.page.view?.badges ?? [], blocks: globalThis.hearsay.page.blocks };
      const one = badges[0];
      const line = globalThis.hearsay.anchor.range(blocks[one.block], one.start, one.end)?.getClientRects()[0];
      const badge = globalThis.hearsay.overlay.root().querySelector(`[data-finding="${one.finding}"]`)?.getBoundingClientRect();
      return line && badge && Math.abs(line.y + line.height / 2 - badge.y - badge.height / 2) < 4;
    });
  }],

  ['open and closed shadow roots are read and painted', async (s) => {
    const v = await s.visit('shadow.html');
    await v.marked();
    const words = (await v.marks()).map((mark) => mark.text);
    assert.ok(words.includes('alleged') && words.includes('reportedly'), words.join(' | '));
    await v.click(await v.wordsOf('claim-cue', 'alleged'));
    assert.ok(await v.until('a card', () => globalThis.hearsay.card.current()));
    await v.shot('shadow');
  }],

  ['a story in a frame is marked there, and one too small to read is left alone', async (s) => {
    const v = await s.visit('frames.html');
    const { code, summary } = await v.scan();
    assert.equal(code, 'ok');
    assert.ok(summary && summary.strong_claims > 0);
    const frames = v.page.frames().filter((frame) => frame.url().endsWith('story.html'));
    const found = await Promise.all(frames.map((frame) => frame.evaluate(() => [innerWidth > 280, CSS.highlights.size > 0, document.querySelectorAll('hearsay-marks').length])));
    assert.deepEqual(found.sort(), [[false, false, 0], [true, true, 1]]);
    assert.equal(await v.page.evaluate(() => document.querySelectorAll('hearsay-marks').length), 0);
    await v.shot('frames');
  }],
];
