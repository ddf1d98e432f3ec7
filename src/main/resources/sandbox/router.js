// Keeps who acts and what is open in the address, so that reload, Back and links lead to the same place.
import { model } from './model.js';

const LOOPBACK = ['localhost', '127.0.0.1'];
const PARTS = ['as', 'channel', 'home', 'thread', 'ts'];

/** Reads the address: the hash, or the query of a permalink (/?channel=C1&ts=123.456). */
export function readAddress() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(PARTS.map((part) => [part, hash.get(part) ?? query.get(part)]).filter(([, value]) => value));
}

/** Opens a place for the acting person, or for `place.as`; `replace` leaves no step for Back. */
export function go(place, replace = false) {
  const parts = { as: model.as, ...place };
  const address = `/#${new URLSearchParams(PARTS.filter((part) => parts[part]).map((part) => [part, parts[part]]))}`;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

/** The place a permalink of this sandbox points to (/archives/C1/p1234567890123456), or null for other links. */
export function placeOfLink(href) {
  const url = new URL(href);
  const parts = url.pathname.match(/^\/archives\/(\w+)(?:\/p(\d+)(\d{6}))?$/);
  if (!parts || !isHere(url)) return null;
  const ts = parts[2] && `${parts[2]}.${parts[3]}`;
  return { channel: parts[1], ts, thread: url.searchParams.get('thread_ts') };
}

// The server may name this machine otherwise than the address bar does.
function isHere(url) {
  return url.origin === location.origin || (url.port === location.port && LOOPBACK.includes(url.hostname) && LOOPBACK.includes(location.hostname));
}

/** The permalink of a message. */
export function permalink(channel, message) {
  const thread = message.thread_ts && message.thread_ts !== message.ts ? `?thread_ts=${message.thread_ts}&cid=${channel}` : '';
  return `${location.origin}/archives/${channel}/p${message.ts.replace('.', '')}${thread}`;
}
