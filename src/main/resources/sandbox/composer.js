// The box for writing: Enter sends, Shift+Enter breaks the line, and unsent text waits per conversation.
import { act } from './api.js';
import { withCompletion } from './completion.js';
import { h, icon, iconButton } from './dom.js';
import { model } from './model.js';
import { pickEmoji } from './popover.js';
import { toast } from './toast.js';

const drafts = new Map();
const MARKS = [['B', '*', 'Bold'], ['I', '_', 'Italic'], ['S', '~', 'Strikethrough'], ['<>', '`', 'Code']];

/** A composer for a conversation, or for a thread in it. */
export function composer({ channel, thread = null, placeholder }) {
  const key = `${model.as}:${channel}:${thread ?? ''}`;
  const area = writingArea({ text: drafts.get(key) ?? '', placeholder, testid: thread ? 'thread-composer' : 'composer', send: () => submit() });
  const submit = async () => {
    const text = area.field.value.trim();
    if (!text) return;
    area.clear();
    const result = await deliver(channel, thread, text);
    if (!result.ok && !area.field.value) area.restore(text);
  };
  area.field.addEventListener('input', () => drafts.set(key, area.field.value));
  return area.node;
}

function deliver(channel, thread, text) {
  const name = /^\/[\w-]+/.exec(text)?.[0];
  if (!name) return act('post', { channel, text, ...(thread && { thread_ts: thread }) });
  if (!thread) return act('command', { channel, text });
  toast(`${name} does not work in threads: Slack runs commands in the conversation itself.`);
  return { ok: false };
}

/** A text area with its tools and buttons; used for new messages and for edits. */
export function writingArea({ text, placeholder, testid, send, cancel = null }) {
  const field = h('textarea', { rows: 1, value: text, placeholder, 'aria-label': placeholder, testid, dir: 'auto' });
  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  };
  const set = (value) => {
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };
  const insert = (value) => {
    field.setRangeText(value, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    field.dispatchEvent(new Event('input'));
  };
  const completion = withCompletion(field);
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && cancel) cancel();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  requestAnimationFrame(grow);
  const node = h('div.composer', {}, completion,
    h('div.composer-tools', { role: 'toolbar', 'aria-label': 'Formatting' }, MARKS.map((mark) => markButton(field, mark))),
    field,
    h('div.composer-foot', {},
      iconButton('smile', 'Emoji', (event) => pickEmoji(event.currentTarget, (name) => insert(`:${name}: `))),
      iconButton('at', 'Mention someone', () => insert('@')),
      h('span.hint.keys', {}, h('b', {}, 'Shift + Enter'), ' for a new line'),
      cancel ? h('button.button', { onclick: cancel }, 'Cancel') : null,
      h('button.send', { 'aria-label': cancel ? 'Save' : 'Send', testid: `${testid}-send`, onclick: send }, icon('send'))));
  return { node, field, clear: () => set(''), restore: set };
}

function markButton(field, [sign, mark, label]) {
  const wrap = () => {
    const { selectionStart: from, selectionEnd: to } = field;
    field.setRangeText(mark + field.value.slice(from, to) + mark, from, to, 'end');
    if (from === to) field.setSelectionRange(from + 1, from + 1);
    field.focus();
    field.dispatchEvent(new Event('input'));
  };
  return h('button', { class: `mark mark-${label.toLowerCase()}`, 'aria-label': label, title: label, onclick: wrap }, sign);
}
