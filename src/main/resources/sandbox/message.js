// One message: its author, content, files, reactions, and what the acting person may do with it.
import { act } from './api.js';
import { avatar } from './avatar.js';
import { renderBlocks } from './blocks.js';
import { writingArea } from './composer.js';
import { ask, openDialog, picture } from './dialog.js';
import { h, icon, iconButton, link, safeUrl } from './dom.js';
import { emojiText, emojiOf } from './emoji.js';
import { formOf } from './form.js';
import { channelLabel, isExternal, isReply, model, person } from './model.js';
import { mrkdwn } from './mrkdwn.js';
import { openMenu, pickEmoji } from './popover.js';
import { go, permalink } from './router.js';
import { ago, clockTime, dateOf, longTime } from './times.js';
import { toast } from './toast.js';
import { fromWire, toWire } from './wire.js';

/** Draws a message of a channel; `compact` leaves out what the message above has said already. */
export function messageNode(message, { channel, compact, inThread }) {
  const author = authorOf(message);
  const editing = model.editing?.ts === message.ts && model.editing.inThread === inThread;
  const date = dateOf(message.ts);
  const classes = ['message', compact && 'compact', message.ephemeral && 'ephemeral', editing && 'editing'].filter(Boolean).join(' ');
  return h('article', { class: classes, tabIndex: -1, 'data-testid': `message-${message.ts}`, 'data-ts': message.ts, 'data-author': author.id, 'aria-label': `${author.name}, ${longTime(date)}` },
    message.ephemeral ? h('div', { class: 'only-you' }, icon('eye'), 'Only visible to you') : null,
    h('div', { class: 'message-side' }, compact ? h('time', { class: 'side-time' }, clockTime(date)) : avatar(author)),
    h('div', { class: 'message-main' },
      compact ? null : heading(author, date),
      editing ? editor(message, channel) : content(message, channel),
      (message.files ?? []).map(file),
      reactions(message, channel),
      inThread || isReply(message) ? null : threadSummary(message, channel)),
    message.ephemeral || editing ? null : toolbar(message, channel, inThread));
}

/** Who wrote a message; a bot may write under a name of its own. */
export function authorOf(message) {
  const app = message.bot_id && model.state.apps[0];
  const author = person(message.user ?? app?.id ?? message.bot_id);
  return message.username ? { ...author, name: message.username } : author;
}

function heading(author, date) {
  return h('div', { class: 'message-head' },
    h('span', { class: 'author', dir: 'auto' }, author.name),
    author.kind === 'bot' ? h('span', { class: 'tag' }, 'APP') : null,
    isExternal(author) ? h('span', { class: 'tag company', title: `${author.name} is at ${author.teamName}` }, author.teamName) : null,
    h('time', { class: 'time', title: longTime(date) }, clockTime(date)));
}

function content(message, channel) {
  const text = message.text ?? '';
  const surface = messageSurface(message, channel);
  const edited = message.edited ? h('span', { class: 'edited', title: longTime(dateOf(message.edited.ts)) }, '(edited)') : null;
  return h('div', { class: onlyEmoji(text) ? 'content jumbo' : 'content' },
    message.subtype === 'thread_broadcast' ? h('div', { class: 'hint' }, 'replied to a thread') : null,
    message.blocks?.length ? renderBlocks(message.blocks, surface) : h('div', { class: message.subtype?.startsWith('channel_') ? 'text system' : 'text', dir: 'auto' }, mrkdwn(text)),
    edited,
    (message.attachments ?? []).map((one) => attachment(one, surface)));
}

function messageSurface(message, channel) {
  const form = formOf(`message:${channel}:${message.ts}`);
  const container = { type: 'message', channel, ts: message.ts };
  return { form, press: (blockId, action) => act('press', { container, block_id: blockId, action, state_values: form.values }) };
}

function onlyEmoji(text) {
  const codes = text.match(/:([a-z0-9_+'-]+):/g) ?? [];
  const rest = text.replace(/:([a-z0-9_+'-]+):/g, '').replace(/[\p{Extended_Pictographic}\u200D\uFE0F\s]/gu, '');
  return text.trim() !== '' && rest === '' && codes.every((code) => emojiOf(code.slice(1, -1)));
}

const ATTACHMENT_COLORS = { good: '#2eb67d', warning: '#ecb22e', danger: '#e01e5a' };

function attachment(one, surface) {
  const hex = /^#?([0-9a-f]{3,8})$/i.exec(one.color ?? '');
  const color = ATTACHMENT_COLORS[one.color] ?? (hex ? `#${hex[1]}` : null);
  const shown = one.blocks?.length ? renderBlocks(one.blocks, surface) : h('div', { dir: 'auto' }, mrkdwn(one.text ?? one.fallback ?? ''));
  return h('div', { class: one.is_share ? 'attachment share' : 'attachment', style: color ? `border-color:${color}` : null },
    one.pretext ? h('div', { class: 'hint' }, mrkdwn(one.pretext)) : null,
    one.author_name ? h('div', { class: 'attachment-author', dir: 'auto' }, one.author_id ? avatar(person(one.author_id), 'tiny') : null, one.author_name) : null,
    one.title ? h('div', { class: 'attachment-title' }, one.title_link ? link(one.title_link, one.title) : one.title) : null,
    shown,
    one.image_url && safeUrl(one.image_url) ? picture(safeUrl(one.image_url), one.fallback ?? one.title ?? 'picture') : null,
    one.footer || one.ts ? h('div', { class: 'hint' }, [one.footer, one.ts && longTime(dateOf(one.ts))].filter(Boolean).join(' | ')) : null);
}

function file(one) {
  const label = one.title ?? one.name ?? one.id;
  const src = safeUrl(one.url);
  if (src && one.mimetype?.startsWith('image/')) {
    return h('figure', { class: 'file', 'data-testid': `file-${one.id}` }, h('figcaption', { class: 'hint' }, label), picture(src, one.alt_txt ?? label, label));
  }
  return h('div', { class: 'file file-card', 'data-testid': `file-${one.id}` }, link(one.url, label), h('span', { class: 'hint' }, one.mimetype));
}

function reactions(message, channel) {
  const all = message.reactions ?? [];
  if (!all.length) return null;
  const toggle = (one) => act(one.users.includes(model.as) ? 'unreact' : 'react', { channel, ts: message.ts, name: one.name });
  return h('div', { class: 'reactions' }, all.map((one) => {
    const names = one.users.map((id) => person(id).name).join(', ');
    const mine = one.users.includes(model.as);
    return h('button', {
      type: 'button', class: 'reaction', 'data-reaction': one.name, 'aria-pressed': String(mine), 'aria-label': `${one.name.replace(/_/g, ' ')}: ${one.count}, ${names}`,
      title: `${names} reacted with :${one.name}:`, onclick: () => toggle(one),
    }, h('span', { class: 'emoji' }, emojiText(one.name)), h('span', {}, String(one.count)));
  }), iconButton('smile', 'Add a reaction', (event) => react(event.currentTarget, message, channel), { class: 'reaction add' }));
}

function react(anchor, message, channel) {
  pickEmoji(anchor, (name) => act('react', { channel, ts: message.ts, name }));
}

function threadSummary(message, channel) {
  const replies = model.messages.filter((one) => one.thread_ts === message.ts && one.ts !== message.ts);
  const count = replies.length || message.reply_count || 0;
  if (!count) return null;
  const people = [...new Set(replies.map((one) => authorOf(one).id))].slice(0, 4);
  const last = replies.at(-1);
  return h('button', { type: 'button', class: 'thread-summary', 'data-testid': `replies-${message.ts}`, onclick: () => go({ channel, thread: message.ts }) },
    people.map((id) => avatar(person(id), 'tiny')),
    h('span', { class: 'thread-count' }, `${count} ${count === 1 ? 'reply' : 'replies'}`),
    last ? h('span', { class: 'hint' }, `Last reply ${ago(dateOf(last.ts))}`) : null);
}

function toolbar(message, channel, inThread) {
  const quick = (name) => h('button', { type: 'button', class: 'icon-button', 'aria-label': `React with ${name.replace(/_/g, ' ')}`, onclick: () => act('react', { channel, ts: message.ts, name }) }, emojiText(name));
  const thread = message.thread_ts ?? message.ts;
  return h('div', { class: 'message-tools', role: 'toolbar', 'aria-label': 'Message actions' },
    quick('raised_hands'), quick('+1'),
    iconButton('smile', 'Add a reaction', (event) => react(event.currentTarget, message, channel), { 'data-testid': 'react' }),
    inThread ? null : iconButton('reply', 'Reply in thread', () => go({ channel, thread }), { 'data-testid': 'reply' }),
    iconButton('share', 'Share message', () => share(message, channel), { 'data-testid': 'share' }),
    iconButton('more', 'More actions', (event) => moreMenu(event.currentTarget, message, channel, inThread), { 'aria-haspopup': 'menu', 'data-testid': 'more' }));
}

function moreMenu(anchor, message, channel, inThread) {
  const at = { channel, ts: message.ts };
  const own = message.user === model.as;
  openMenu(anchor, 'Message actions', [
    ...model.state.shortcuts.map((one) => ({ label: one.name, testid: `shortcut-${one.callback_id}`, run: () => act('shortcut', { ...at, callback_id: one.callback_id }) })),
    ...(model.state.shortcuts.length ? [null] : []),
    { label: 'Copy link', testid: 'copy-link', run: () => copyLink(channel, message) },
    ...(own ? [
      { label: 'Edit message', testid: 'edit', run: () => edit({ ...at, inThread }) },
      { label: 'Delete message…', testid: 'delete', danger: true, run: () => remove(at) },
    ] : []),
  ]);
}

async function copyLink(channel, message) {
  const address = permalink(channel, message);
  try {
    await navigator.clipboard.writeText(address);
    toast('Link copied.', 'note');
  } catch {
    toast(address, 'note');
  }
}

function edit(editing) {
  model.editing = editing;
  window.dispatchEvent(new Event('vouch:redraw'));
}

function editor(message, channel) {
  const stop = () => edit(null);
  const save = async () => {
    const text = toWire(area.field.value.trim());
    const result = text && text !== message.text ? await act('edit', { channel, ts: message.ts, text }) : { ok: true };
    if (result.ok) stop();
  };
  const area = writingArea({ text: fromWire(message.text ?? ''), placeholder: 'Edit message', testid: 'editor', send: save, cancel: stop });
  requestAnimationFrame(() => area.field.focus());
  return area.node;
}

async function remove(at) {
  const sure = await ask({ title: 'Delete message', text: 'Are you sure? This cannot be undone.', confirm: 'Delete', deny: 'Cancel', danger: true });
  if (sure) act('delete', at);
}

function share(message, from) {
  const targets = model.state.channels.map((one) => h('option', { value: one.id }, channelLabel(one)));
  const target = h('select', { class: 'field', id: 'share-target', 'data-testid': 'share-target' }, targets);
  const words = h('input', { class: 'field', id: 'share-text', dir: 'auto', placeholder: 'Add a message, if you like', 'data-testid': 'share-text' });
  const send = async () => {
    const result = await act('share', { channel: target.value, from_channel: from, ts: message.ts, text: toWire(words.value.trim()) });
    if (!result.ok) return;
    dialog.close();
    go({ channel: target.value });
  };
  const dialog = openDialog({
    title: 'Share this message',
    body: [
      h('label', { class: 'input-label', for: 'share-target' }, 'To'), target,
      h('label', { class: 'input-label', for: 'share-text' }, 'Message'), words,
      h('div', { class: 'attachment share' }, h('div', { class: 'attachment-author' }, authorOf(message).name), mrkdwn(message.text ?? '')),
    ],
    footer: [h('button', { type: 'button', class: 'button primary', 'data-testid': 'share-send', onclick: send }, 'Share')],
    props: { class: 'dialog small' },
  });
}
