// The markdown block: the common part of Markdown, read line by line.
import { h } from './dom.js';
import { linkNode, plainText } from './mrkdwn.js';

const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|(?<![\p{L}\p{N}])[*_](?!\s)([^*_]+?)[*_](?![\p{L}\p{N}])|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/gu;
const LINES = [
  [/^(#{1,6})\s+(.*)$/, (parts) => h(`h${Math.min(parts[1].length + 1, 6)}`, { class: 'md-heading', dir: 'auto' }, spans(parts[2]))],
  [/^(?:---|\*\*\*|___)\s*$/, () => h('hr')],
  [/^>\s?(.*)$/, (parts) => h('blockquote.quote', { dir: 'auto' }, spans(parts[1]))],
  [/^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/, listItem],
];

/** The nodes of a Markdown text. */
export function markdown(text) {
  return text.split(/```\w*\n?([\s\S]*?)```\n?/).flatMap((part, at) => (at % 2 ? [h('pre.code-block', {}, part)] : part.split('\n').map(line)));
}

function line(text) {
  for (const [pattern, build] of LINES) {
    const parts = pattern.exec(text);
    if (parts) return build(parts);
  }
  return text ? h('div.para', { dir: 'auto' }, spans(text)) : h('div.gap', {});
}

function listItem([, indent, number, text]) {
  const mark = number ? `${number}.` : '•';
  const style = `--depth:${Math.floor(indent.length / 2)}`;
  return h('div.md-item', { dir: 'auto', style }, h('span.md-mark', {}, mark), h('span', {}, spans(text)));
}

function spans(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(...plainText(text.slice(from, match.index)), span(match));
    from = match.index + match[0].length;
  }
  return [...nodes, ...plainText(text.slice(from))];
}

function span([, code, strong, em, del, label, href]) {
  if (code !== undefined) return h('code.code', {}, code);
  if (href !== undefined) return linkNode(href, label);
  if (strong !== undefined) return h('strong', {}, spans(strong));
  return em === undefined ? h('del', {}, spans(del)) : h('em', {}, spans(em));
}
