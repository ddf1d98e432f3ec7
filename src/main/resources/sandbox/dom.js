// Builds DOM nodes from plain values; text goes in as text only, so nothing a person writes becomes markup.

/**
 * Makes an element of "tag" or "tag.class.class". Props starting with "on" are listeners, known DOM properties are set,
 * "testid" is the hook for browser tests, the rest are attributes.
 */
export function h(selector, props, ...children) {
  const [tag, ...classes] = selector.split('.');
  const node = document.createElement(tag);
  if (tag === 'button') node.type = 'button';
  if (classes.length) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(props ?? {})) setProp(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PROPERTIES = new Set(['value', 'checked', 'selected', 'disabled', 'hidden', 'tabIndex']);

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else if (name === 'style') node.style.cssText = value;
  else node.setAttribute(name === 'testid' ? 'data-testid' : name, value === true ? '' : value);
}

/** Makes the children of a node exactly these, moving only what is out of place so that focus and input survive. */
export function syncChildren(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => {
    if (parent.childNodes[at] !== node) parent.insertBefore(node, parent.childNodes[at] ?? null);
  });
}

const lastFacts = new WeakMap();

/**
 * Builds the children of a node anew if the facts they show have changed, so that an open list or the pointer is not
 * disturbed for nothing; the focus goes back to the new node with the same hook.
 */
export function redraw(parent, facts, build) {
  const now = JSON.stringify(facts);
  if (lastFacts.get(parent) === now) return;
  lastFacts.set(parent, now);
  const focused = parent.contains(document.activeElement) ? hookOf(document.activeElement) : null;
  parent.replaceChildren(...build());
  if (focused) parent.querySelector(focused)?.focus({ preventScroll: true });
}

/** A selector that finds the node again after it has been drawn anew, or null. */
export function hookOf(node) {
  for (const name of ['data-testid', 'data-action-id', 'id']) {
    if (node.hasAttribute(name)) return `[${name}="${CSS.escape(node.getAttribute(name))}"]`;
  }
  return null;
}

/** The address if it is one a page may open or show (no javascript: and the like), else null. */
export function safeUrl(text, protocols = ['http:', 'https:', 'mailto:', 'tel:']) {
  try {
    const url = new URL(text, location.origin);
    return protocols.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that opens in a new tab, or plain text when its address is refused. */
export function link(address, ...children) {
  const href = safeUrl(address);
  return href ? h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, children) : h('span', {}, children);
}

let lastId = 0;

/** An id that no other node of this page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

const ICONS = {
  hash: 'M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16',
  people: 'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 20a6.5 6.5 0 0 1 13 0M16 5.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 5.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  shared: 'M9 5 2.5 12 9 19l6.5-7ZM15 5l6.5 7L15 19',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8.5 14a4 4 0 0 0 7 0M9 9.5v.5M15 9.5v.5',
  reply: 'M4 5h16v11H12l-5 4v-4H4z',
  share: 'M13 5l7 7-7 7M20 12H10a6 6 0 0 0-6 6',
  more: 'M11 5a1 1 0 1 0 2 0 1 1 0 0 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 0 0-2 0M11 19a1 1 0 1 0 2 0 1 1 0 0 0-2 0',
  send: 'M4 12 3 4l18 8-18 8 1-8Zm0 0h8',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  plus: 'M12 5v14M5 12h14',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3.5 2',
  bug: 'M12 3 2.5 20h19ZM12 10v4M12 17v.01',
  eye: 'M2 12c3-5 6.5-7 10-7s7 2 10 7c-3 5-6.5 7-10 7s-7-2-10-7ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  at: 'M16 8v5a2.5 2.5 0 0 0 5 0v-1a9 9 0 1 0-4 7.5M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8',
};

/** A drawn line icon; it says nothing to a screen reader, so its button needs a label. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon only. */
export function iconButton(name, label, onclick, props = {}) {
  return h('button.icon-button', { 'aria-label': label, title: label, onclick, ...props }, icon(name));
}
