// Pictures of people: initials on their colour, and the Vouch mark for the app.
import { h } from './dom.js';

/** A square picture of a person; it is decoration, the name stands beside it. */
export function avatar(one, size = 'medium') {
  const props = { class: `avatar ${size}`, 'aria-hidden': 'true' };
  if (one.kind === 'bot') return h('span', props, h('img', { src: '/assets/favicon.svg', alt: '' }));
  return h('span', { ...props, style: `background:${backgroundOf(one)}` }, initials(one.name));
}

function initials(name) {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, '').trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...word][0] ?? '').join('').toUpperCase();
}

// Server colours come as "#aabbcc" or "aabbcc"; anything else is not let into a style.
function backgroundOf({ color = '' }) {
  const hex = /^#?([0-9a-f]{6})$/i.exec(color);
  return hex ? `#${hex[1]}` : '#616061';
}
