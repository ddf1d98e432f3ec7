// Turns Slack's mrkdwn (and plain_text) into DOM nodes.
import { h, link } from './dom.js';
import { emojiOf, emojiText } from './emoji.js';
import { channel, channelLabel, person } from './model.js';
import { go, placeOfLink } from './router.js';
import { fillDate, longTime } from './times.js';

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
// References and code are set aside before styles are read, because * and _ mean nothing inside them.
const ATOM = '\uE000';
const ATOMS = /<([^<>\n]+)>|`([^`\n]+)`/g;
const EDGE = '[\\p{L}\\p{N}]';
const STYLES = new RegExp(['*', '_', '~'].map((mark) => styled(mark)).concat(':([a-z0-9_+\'-]+(?:::skin-tone-[2-6])?):').join('|'), 'giu');
const TAGS = ['strong', 'em', 'del'];

function styled(mark) {
  const literal = `[${mark}]`;
  return `(?<!${EDGE}|${literal})${literal}(?!\\s)([^${mark}\\n]+?)(?<!\\s)${literal}(?!${EDGE}|${literal})`;
}

function unescape(text) {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);
}

/** Stored text as a person would type it: "@Ana Ruiz" for <@U1>, "#general" for <#C1|general>; for editing. */
export function asTyped(stored) {
  return unescape(stored.replace(/<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g, (whole, mark, target, label) => {
    if (mark === '@') return `@${person(target).name}`;
    if (mark === '#') return `#${label || channel(target)?.name || target}`;
    return mark === '!' ? `@${target}` : target.replace(/^mailto:/, '');
  }));
}

/** A text object of Block Kit, or a bare string read as mrkdwn. */
export function textObject(text) {
  if (!text) return [];
  if (typeof text === 'string') return mrkdwn(text);
  return text.type === 'mrkdwn' ? mrkdwn(text.text ?? '') : plainText(text.text ?? '', text.emoji !== false);
}

/** Plain text: entities undone, line breaks kept, emoji codes drawn. */
export function plainText(text, emoji = true) {
  const shown = emoji ? text.replace(/:([a-z0-9_+'-]+):/gi, (whole, code) => emojiOf(code) ?? whole) : text;
  return [h('span', { dir: 'auto', class: 'lines' }, unescape(shown))];
}

/** A list of block nodes: paragraphs, quotes and code blocks. */
export function mrkdwn(text) {
  return text.split(/\n?```\n?([\s\S]+?)```\n?/).flatMap((part, at) => (at % 2 ? [codeBlock(part)] : part === '' ? [] : quotesAndLines(part)));
}

function codeBlock(text) {
  const plain = text.replace(/<(?:[^<>|\n]+\|)?([^<>\n]+)>/g, '$1').replace(/\n$/, '');
  return h('pre.code-block', {}, h('code', {}, unescape(plain)));
}

function quotesAndLines(text) {
  const nodes = [];
  let run = { quoted: false, lines: [] };
  const close = () => run.lines.length && nodes.push(lineGroup(run));
  for (const line of text.split('\n')) {
    const rest = /^(?:>|&gt;)(?:>>|&gt;&gt;)?\s?/.exec(line);
    if (run.lines.length && Boolean(rest) !== run.quoted && !run.toTheEnd) {
      close();
      run = { quoted: false, lines: [] };
    }
    if (rest && !run.lines.length) run = { quoted: true, lines: [], toTheEnd: /^(?:>>>|(?:&gt;){3})/.test(line) };
    run.lines.push(rest ? line.slice(rest[0].length) : line);
  }
  close();
  return nodes;
}

function lineGroup({ quoted, lines }) {
  if (!quoted && lines.every((line) => line === '')) return h('div.gap', {});
  const content = lines.map((line) => h('div', { dir: 'auto', class: 'line' }, line ? inline(line) : h('br')));
  return h(quoted ? 'blockquote' : 'div', { class: quoted ? 'quote' : 'para' }, content);
}

/** The nodes of one line of mrkdwn. */
function inline(line) {
  const atoms = [];
  const bare = line.replaceAll(ATOM, '\uFFFD').replace(ATOMS, (whole, reference, code) => {
    atoms.push(code === undefined ? referenceNode(reference) : h('code.code', {}, unescape(code)));
    return ATOM;
  });
  return styles(bare, atoms);
}

function styles(text, atoms) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(STYLES)) {
    nodes.push(...leaf(text.slice(from, match.index), atoms));
    const kind = TAGS.findIndex((tag, at) => match[at + 1] !== undefined);
    nodes.push(kind < 0 ? emojiNode(match[4]) : h(TAGS[kind], {}, styles(match[kind + 1], atoms)));
    from = match.index + match[0].length;
  }
  return [...nodes, ...leaf(text.slice(from), atoms)];
}

function leaf(text, atoms) {
  return text.split(ATOM).flatMap((part, at) => (at ? [atoms.shift(), unescape(part)] : [unescape(part)]));
}

/** An emoji with its code as title and spoken name. */
export function emojiNode(code) {
  const glyph = emojiOf(code);
  if (!glyph) return emojiText(code);
  return h('span.emoji', { role: 'img', 'aria-label': code.replace(/_/g, ' '), title: `:${code}:` }, emojiText(code));
}

function referenceNode(reference) {
  const bar = reference.indexOf('|');
  const target = bar < 0 ? reference : reference.slice(0, bar);
  const label = bar < 0 ? null : unescape(reference.slice(bar + 1));
  if (target.startsWith('@')) return mention(target.slice(1), label);
  if (target.startsWith('#')) return channelLink(target.slice(1), label);
  if (target.startsWith('!')) return special(target.slice(1), label);
  // Slack stores whole addresses only; anything else in angle brackets was meant as text.
  return /^[a-z][a-z+.-]*:/i.test(target) ? linkNode(unescape(target), label) : `<${unescape(reference)}>`;
}

/** "@Name" of a person. */
export function mention(id, label = null) {
  const mine = person(id);
  const name = mine.name === id && label ? label : mine.name;
  return h('span.mention', { 'data-person': id, title: mine.title ?? null }, `@${name}`);
}

/** "#name" that opens the channel if the acting person sees it. */
export function channelLink(id, label = null) {
  const known = channel(id);
  const name = known ? channelLabel(known) : `#${label || 'private channel'}`;
  if (!known) return h('span.mention', {}, name);
  return h('button.mention.link-like', { onclick: () => go({ channel: id }) }, name);
}

function special(command, label) {
  const [name, ...parts] = command.split('^');
  if (name === 'date') return dateNode(parts, label);
  if (name.startsWith('subteam')) return h('span.mention', {}, label ?? '@group');
  return h('span.mention.loud', {}, `@${label?.replace(/^@/, '') || name}`);
}

function dateNode([seconds, template, href], label) {
  const text = /^\d+$/.test(seconds) ? fillDate(Number(seconds), unescape(template ?? '')) : label ?? '';
  const time = h('time', { title: /^\d+$/.test(seconds) ? longTime(new Date(seconds * 1000)) : null }, text);
  return href ? link(unescape(href), time) : time;
}

/** A link; a permalink of this sandbox opens in the page itself. */
export function linkNode(href, label = null) {
  const node = link(href, label || href.replace(/^mailto:/, ''));
  const place = node.href && placeOfLink(node.href);
  if (place) {
    node.removeAttribute('target');
    node.addEventListener('click', (event) => {
      event.preventDefault();
      go(place);
    });
  }
  return node;
}
