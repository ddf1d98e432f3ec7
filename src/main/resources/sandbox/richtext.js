// The rich_text block: sections, lists, quotes and preformatted text with their styles.
import { h } from './dom.js';
import { channelLink, emojiNode, linkNode, mention } from './mrkdwn.js';
import { fillDate } from './times.js';

const PARTS = {
  rich_text_section: (part) => h('div.para', { dir: 'auto' }, spans(part.elements)),
  rich_text_quote: (part) => h('blockquote.quote', { dir: 'auto' }, spans(part.elements)),
  rich_text_preformatted: (part) => h('pre.code-block', {}, spans(part.elements)),
  rich_text_list: list,
};

const SPANS = {
  text: (span) => span.text,
  link: (span) => linkNode(span.url, span.text),
  user: (span) => mention(span.user_id),
  channel: (span) => channelLink(span.channel_id),
  emoji: (span) => emojiNode(span.skin_tone ? `${span.name}::skin-tone-${span.skin_tone}` : span.name),
  broadcast: (span) => h('span.mention.loud', {}, `@${span.range}`),
  date: (span) => fillDate(span.timestamp, span.format),
  color: (span) => h('span.code', {}, span.value),
};

/** The nodes of a rich_text block. */
export function richText(block) {
  return block.elements.map((part) => PARTS[part.type]?.(part) ?? h('div.unsupported', {}, `unsupported block: ${part.type}`));
}

function list(part) {
  const items = part.elements.map((item) => h('li', { dir: 'auto' }, spans(item.elements)));
  const tag = part.style === 'ordered' ? 'ol' : 'ul';
  return h(tag, { class: 'rich-list', start: part.offset ? part.offset + 1 : null, style: `--depth:${part.indent ?? 0}` }, items);
}

function spans(elements) {
  return elements.map((span) => styled(span.style ?? {}, SPANS[span.type]?.(span) ?? ''));
}

function styled(style, inner) {
  let node = style.code ? h('code.code', {}, inner) : inner;
  if (style.strike) node = h('del', {}, node);
  if (style.italic) node = h('em', {}, node);
  if (style.bold) node = h('strong', {}, node);
  return node;
}
