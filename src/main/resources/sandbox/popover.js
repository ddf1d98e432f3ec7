// Small panels beside a control: menus, the emoji picker, short forms. Escape or a click elsewhere closes them.
import { h } from './dom.js';
import { findEmoji } from './emoji.js';

const GAP = 6;

/** Opens a panel beside its anchor and focuses its first control. Returns a function that closes it. */
export function openPopover(anchor, content, props = {}) {
  const panel = h('div', { popover: 'auto', class: 'popover', ...props }, content);
  // Inside a modal everything else is inert, so the panel must be a child of the modal.
  (anchor.closest('dialog') ?? document.body).append(panel);
  anchor.setAttribute('aria-expanded', 'true');
  panel.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    const hadFocus = panel.contains(document.activeElement) || document.activeElement === document.body;
    panel.remove();
    anchor.removeAttribute('aria-expanded');
    if (hadFocus && anchor.isConnected) anchor.focus();
  });
  panel.showPopover();
  place(panel, anchor.getBoundingClientRect());
  panel.querySelector('input, select, button')?.focus();
  return () => panel.isConnected && panel.hidePopover();
}

function place(panel, at) {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = at.bottom + GAP + height <= innerHeight;
  panel.style.top = `${Math.max(GAP, below ? at.bottom + GAP : at.top - GAP - height)}px`;
  panel.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`;
}

/** Opens a menu of {label, run, danger?, testid?}; null entries draw a line. */
export function openMenu(anchor, label, entries) {
  const items = entries.map((entry) =>
    entry
      ? h('button', {
          role: 'menuitem',
          class: entry.danger ? 'menu-item danger' : 'menu-item',
          testid: entry.testid,
          onclick: () => {
            close();
            entry.run();
          },
        }, entry.label)
      : h('hr', { role: 'separator' }),
  );
  const close = openPopover(anchor, items, { role: 'menu', 'aria-label': label, onkeydown: moveFocus, testid: 'menu' });
}

function moveFocus(event) {
  const items = [...event.currentTarget.querySelectorAll('[role=menuitem]')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
}

/** Opens the emoji picker and calls back with the chosen short code. */
export function pickEmoji(anchor, onPick) {
  const grid = h('div.emoji-grid', {});
  const choice = ({ name, glyph }) => {
    const props = { title: `:${name}:`, 'aria-label': name.replace(/_/g, ' '), 'data-emoji': name, onclick: () => choose(name) };
    return h('button.emoji-choice', props, glyph);
  };
  const fill = (text) => grid.replaceChildren(...findEmoji(text).map(choice));
  const choose = (name) => {
    close();
    onPick(name);
  };
  const search = h('input', {
    type: 'search',
    class: 'field',
    placeholder: 'Search emoji',
    'aria-label': 'Search emoji',
    oninput: () => fill(search.value),
    onkeydown: (event) => event.key === 'Enter' && grid.firstChild?.click(),
  });
  fill('');
  const props = { class: 'popover emoji-picker', role: 'dialog', 'aria-label': 'Emoji', testid: 'emoji-picker' };
  const close = openPopover(anchor, [search, grid], props);
}
