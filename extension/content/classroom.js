// Classroom mode: asks how closely a source can be known before the page tells, and keeps what was guessed.
// Must not judge a guess, and must keep nothing longer than the page stands.
(() => {
  const H = globalThis.hearsay;
  if (H.classroom) return;
  const { el, action } = H.face;

  H.sheets.push(`
.badge.unguessed{background:var(--paper);color:var(--c);box-shadow:inset 0 0 0 1.5px var(--c);font-size:24px;line-height:17px}
.badge.wrong{background:var(--paper);color:var(--c);box-shadow:none;border:1.5px dashed var(--c);line-height:15px}
.badge.tick.unguessed,.badge.tick.wrong{background:var(--c)}
.words{margin:8px 0 0;padding:0 0 0 10px;border-left:3px solid var(--c);max-height:7.5em;overflow:auto;overflow-wrap:anywhere}
.steps{margin:10px 0 0;padding:0;border:0;min-width:0}
.steps legend{padding:0;color:var(--soft);font-weight:600}
.steps label{display:flex;gap:8px;align-items:center;min-height:28px;padding:2px 4px;border-radius:6px;cursor:pointer}
.steps label:hover{background:var(--wash)}
.steps input{margin:0;accent-color:var(--c);width:16px;height:16px;flex:none}
.steps input:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.steps b{flex:none;width:1em;text-align:center;color:var(--c)}
.go{display:flex;flex-wrap:wrap;gap:6px 12px;align-items:center;margin-top:10px;padding-top:10px;border-top:1px solid var(--line)}
.card .go p{margin:0}
.go button{padding:4px 14px;min-height:28px;border-radius:7px;background:var(--c);color:var(--on);font-weight:600}
.verdict{margin:0 0 12px;padding:8px 10px;border-radius:8px;background:var(--wash)}
.card .verdict p{margin:0;color:var(--ink)}.card .verdict p:first-child{font-weight:700}
.verdict .go{margin-top:6px;padding-top:0;border:0}
@media (forced-colors:active){.badge.unguessed,.badge.wrong{border:1.5px dashed ButtonText}.go button{border:1px solid ButtonText}}`);

  /** @type {import('../types').Guess[]} */
  let guesses = [];

  const on = () => H.page.settings.mode === 'classroom';
  const lesson = () => (on() ? (H.page.view?.classroom ?? null) : null);
  /** @param {string} finding */
  const statement = (finding) => lesson()?.statements.find((one) => one.finding === finding);

  /** @param {import('../types').Statement} asked @param {number} rung */
  async function guess(asked, rung) {
    guesses.push({ quote: asked.quote, rung });
    /** @type {import('../types').Lesson} */
    let now;
    try {
      now = await H.page.engine('lesson', { guesses });
    } catch {
      guesses.pop();
      return H.card.say(chrome.i18n.getMessage('status_no_background'), H.page.rangesOf(asked.finding)[0]?.getBoundingClientRect() ?? new DOMRect());
    }
    const { view } = H.page;
    if (!view) return;
    view.classroom = now;
    for (const { finding, label, name, guess: chosen, right } of now.statements) {
      const badge = view.badges.find((one) => one.finding === finding);
      if (badge) Object.assign(badge, { label, name, state: chosen === null ? 'unguessed' : right ? 'right' : 'wrong' });
    }
    H.badges.update(view.badges);
    await H.card.open(asked.finding, { keyboard: true });
    const told = statement(asked.finding);
    if (told) H.overlay.announce(`${told.verdict} ${now.score}`);
    // for the worksheet, where it is open
    chrome.runtime.sendMessage({ type: 'shown' }).catch(() => {});
  }

  /** The next statement that nobody has guessed, going round. @param {string} finding */
  function nextOf(finding) {
    const all = lesson()?.statements.filter((one) => H.page.rangesOf(one.finding).length) ?? [];
    const here = all.findIndex((one) => one.finding === finding);
    return [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0))].find((one) => one.guess === null) ?? null;
  }

  H.classroom = {
    on,
    guesses: () => (on() ? guesses : undefined),
    forget: () => void (guesses = []),

    question(finding) {
      const now = lesson();
      const asked = statement(finding);
      if (!now || !asked || asked.guess !== null) return null;
      const title = el('h2', '', el('span', 'tile', asked.label), el('span', '', now.ask));
      title.id = 'title';
      const steps = el('fieldset', 'steps', el('legend', '', now.title));
      for (const { rung, label } of now.steps) {
        const input = Object.assign(el('input'), { type: 'radio', name: 'step', value: String(rung), required: true });
        steps.append(el('label', '', input, el('b', '', String(rung)), el('span', '', label)));
      }
      const check = Object.assign(el('button', '', now.check), { type: 'submit' });
      const form = el('form', '', steps, el('div', 'go', check, el('p', '', now.score)));
      form.noValidate = true;
      form.addEventListener('keydown', ({ key }) => {
        const step = /^[1-7]$/.test(key) ? /** @type {HTMLInputElement | null} */ (form.querySelector(`input[value="${key}"]`)) : null;
        if (!step) return;
        step.checked = true;
        step.focus();
      });
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        event.stopPropagation();
        const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector('input:checked'));
        if (chosen) void guess(asked, Number(chosen.value));
        else form.querySelector('input')?.focus();
      });
      return [title, el('blockquote', 'words', asked.quote), form];
    },

    verdict(finding) {
      const now = lesson();
      const told = statement(finding);
      if (!now || !told || told.guess === null) return [];
      const next = nextOf(finding);
      const go = next ? [el('div', 'go', action(now.next, () => void H.card.open(next.finding, { keyboard: true })))] : [];
      return [el('div', 'verdict', el('p', '', told.verdict), el('p', '', now.score), ...go)];
    },
  };
})();
