// Block Kit's layout blocks as DOM nodes.
import { picture } from './dialog.js';
import { freshId, h, safeUrl } from './dom.js';
import { element, isKnown, unsupported } from './elements.js';
import { markdown } from './markdown.js';
import { plainText, textObject } from './mrkdwn.js';
import { richText } from './richtext.js';

const RENDERERS = {
  header: (block) => h('h2.block-header', {}, textObject(block.text)),
  section,
  context: (block) => h('div.block-context', {}, block.elements.map(contextPart)),
  actions: (block, surface) => h('div.block-actions', {}, block.elements.map((el) => drawn(el, { blockId: block.block_id, surface }))),
  divider: () => h('hr.block-divider', {}),
  image: imageBlock,
  input,
  rich_text: (block) => h('div.block-rich', {}, richText(block)),
  markdown: (block) => h('div.block-rich', {}, markdown(block.text)),
};

/** Draws blocks on a surface {form, press}; a block of unknown type is named, never hidden. */
export function renderBlocks(blocks, surface) {
  return h('div.blocks', {}, blocks.map((block) => {
    const drawing = RENDERERS[block.type]?.(block, surface) ?? unsupported(block.type);
    return h('div.block', { 'data-block-id': block.block_id, 'data-block-type': block.type }, drawing);
  }));
}

function drawn(el, context) {
  if (el.type === 'image') return h('span.thumb', {}, image(el));
  return isKnown(el) ? element(el, context) : unsupported(el.type);
}

function section(block, surface) {
  const label = block.text ? plainWords(block.text.text) : null;
  return h('div.block-section', {},
    h('div.section-main', {},
      block.text ? h('div.section-text', {}, textObject(block.text)) : null,
      block.fields ? h('div.section-fields', {}, block.fields.map((field) => h('div', {}, textObject(field)))) : null),
    block.accessory ? h('div.section-accessory', {}, drawn(block.accessory, { blockId: block.block_id, surface, label })) : null);
}

function plainWords(text) {
  return text.replace(/[*_~`]/g, '').slice(0, 80);
}

function contextPart(part) {
  return part.type === 'image' ? h('span.context-image', {}, image(part)) : h('span', {}, textObject(part));
}

function image({ image_url: address, slack_file: file, alt_text: alt = '', title }) {
  const src = safeUrl(address ?? file?.url ?? '', ['http:', 'https:', 'data:']);
  return src && (address || file?.url) ? picture(src, alt, title?.text) : h('span.unsupported', {}, `picture not shown: ${alt}`);
}

function imageBlock(block) {
  return h('figure.block-image', {}, block.title ? h('figcaption', {}, textObject(block.title)) : null, image(block));
}

function input(block, surface) {
  const errorId = freshId('error');
  const el = block.element;
  if (!isKnown(el)) return unsupported(el.type);
  return h('div.block-input', {},
    h('div.input-label', {}, textObject(block.label), block.optional ? h('span.hint', {}, ' (optional)') : null),
    element(el, { blockId: block.block_id, surface, label: block.label.text, quiet: !block.dispatch_action, describedBy: errorId }),
    h('div.field-error', { id: errorId, role: 'alert', testid: `error-${block.block_id}` }),
    block.hint ? h('div.hint', {}, plainText(block.hint.text)) : null);
}

/** Shows a sentence under each named input and focuses the first; errors of other blocks are returned. */
export function showErrors(root, errors) {
  let first = null;
  for (const block of root.querySelectorAll('[data-block-type=input]')) {
    const text = errors[block.dataset.blockId] ?? '';
    const control = block.querySelector('[data-action-id]');
    block.querySelector('.field-error')?.replaceChildren(text);
    control?.setAttribute('aria-invalid', String(Boolean(text)));
    if (text) first ??= control;
  }
  (first?.matches('[role]') ? first.querySelector('input') : first)?.focus();
}
