// Between what a person types and what Slack stores: "@Ana Ruiz" ↔ <@U1>, "#general" ↔ <#C1|general>, & ↔ &amp;.
import { channel, model, person } from './model.js';
import { unescape } from './mrkdwn.js';

const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;
const BROADCAST = /(^|\s)@(here|channel|everyone)\b/g;
const URL = /(?<![<|\w])(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"])/g;

/** The stored form of typed text; names inside code stay as typed. */
export function toWire(typed) {
  return typed.split(CODE).map((part, at) => (at % 2 ? escape(part) : references(escape(part)))).join('');
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function references(text) {
  let result = text.replace(URL, '<$1>').replace(BROADCAST, '$1<!$2>');
  for (const one of byLength(model.state.people)) result = swap(result, `@${escape(one.name)}`, `<@${one.id}>`);
  for (const one of byLength(model.state.channels.filter((each) => each.kind === 'channel'))) result = swap(result, `#${one.name}`, `<#${one.id}|${one.name}>`);
  return result;
}

// "#big-news" must not be read as "#big": longer names first, and no word may go on after the name.
function byLength(named) {
  return [...named].sort((one, other) => other.name.length - one.name.length);
}

function swap(text, name, reference) {
  const pattern = new RegExp(`(^|[\\s(,])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}-])`, 'gu');
  return text.replace(pattern, (whole, before) => before + reference);
}

/** The typed form of stored text, for editing. */
export function fromWire(stored) {
  const typed = stored.replace(/<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g, (whole, mark, target, label) => {
    if (mark === '@') return `@${person(target).name}`;
    if (mark === '#') return `#${label || channel(target)?.name || target}`;
    return mark === '!' ? `@${target}` : target;
  });
  return unescape(typed);
}
