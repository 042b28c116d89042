// The ledger beside the page, and the list of all findings: the marks for those who do not see them.
// Must not scan by itself: it shows what the page in front has been found to hold.
const { settings: store } = globalThis.hearsay;

/** @param {string} key */
const t = (key) => chrome.i18n.getMessage(key);
/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {Set<string>} layers left out of the list */
const without = new Set();
/** @type {{view: import('../types').PageView | null, title: string} | null} */
let page = null;
/** @type {number | undefined} */
let tabId;

/** @param {string} text */
function paragraph(text) {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

/** @param {string} layer @param {string} label */
function tile(layer, label) {
  const made = document.createElement('span');
  made.className = `tile ${layer}`;
  made.textContent = label;
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function drawFilters() {
  byId('filters').setAttribute('aria-label', t('panel_filters'));
  byId('filters').replaceChildren(
    ...store.LAYERS.map((layer) => {
      const input = Object.assign(document.createElement('input'), { type: 'checkbox', checked: !without.has(layer) });
      input.addEventListener('change', () => {
        if (input.checked) without.delete(layer);
        else without.add(layer);
        drawFindings();
      });
      const made = document.createElement('label');
      made.append(input, t(`layer_${layer}`));
      return made;
    }),
  );
}

function drawFindings() {
  const badges = [...(page?.view?.badges ?? [])].filter(({ layer }) => !without.has(layer)).sort((a, b) => a.block - b.block || a.start - b.start);
  byId('findings').replaceChildren(
    ...badges.map((badge) => {
      const button = document.createElement('button');
      button.type = 'button';
      const words = document.createElement('span');
      words.textContent = badge.name;
      button.append(tile(badge.layer, badge.label), words);
      button.addEventListener('click', () => {
        if (tabId !== undefined) void chrome.tabs.sendMessage(tabId, { to: 'page', type: 'go', finding: badge.finding });
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
}

function draw() {
  const view = page?.view ?? null;
  const ok = view?.status.code === 'ok';
  byId('title').textContent = page?.title || t('name');
  byId('status').textContent = view ? (ok ? '' : view.status.text) : t('panel_nothing');
  const { lines = [], coverage = '' } = (ok && view?.summary) || {};
  byId('ledger').hidden = !lines.length;
  byId('ledger').replaceChildren(...lines.map(paragraph));
  byId('coverage').textContent = coverage;
  byId('filters').hidden = !ok;
  drawFindings();
}

async function read() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  tabId = tab?.id;
  try {
    page = tabId === undefined ? null : await chrome.tabs.sendMessage(tabId, { to: 'page', type: 'view' });
  } catch {
    page = null; // no script of ours is in this tab
  }
  draw();
}

document.documentElement.lang = chrome.i18n.getUILanguage();
document.title = t('name');
drawFilters();
chrome.tabs.onActivated.addListener(() => void read());
chrome.runtime.onMessage.addListener((message) => {
  if (message?.type === 'shown') void read();
});
void read();
