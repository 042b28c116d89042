// Starts the engine and hands it the page. Everything the playground shows is built in Rust.
// Must not ask for anything beyond this folder.
import init, { render_playground } from './engine/hearsay.js';

const root = document.getElementById('app');
try {
  await init();
  const sample = await fetch('sample.txt');
  if (root) render_playground(root, navigator.language, sample.ok ? await sample.text() : '');
} catch (error) {
  console.error(error);
  document.getElementById('failed')?.removeAttribute('hidden');
}
