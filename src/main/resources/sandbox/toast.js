// Short notices at the foot of the page, said aloud by screen readers.
import { h, iconButton } from './dom.js';

const SHOWN_MS = 9000;

/** Shows a sentence; errors are announced at once. */
export function toast(sentence, kind = 'error') {
  const node = h('div', { class: `toast ${kind}`, role: kind === 'error' ? 'alert' : 'status', testid: 'toast' });
  node.append(h('span', { dir: 'auto' }, sentence), iconButton('close', 'Dismiss', () => node.remove()));
  // A modal makes the rest of the page inert, so the notice goes inside it.
  (document.querySelector('dialog[open]:last-of-type') ?? document.getElementById('toasts')).append(node);
  setTimeout(() => node.remove(), SHOWN_MS);
}
