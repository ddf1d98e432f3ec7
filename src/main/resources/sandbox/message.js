// One message: its author, content, files, reactions, and what the acting person may do with it.
import { act, surfaceOf } from './api.js';
import { avatar } from './avatar.js';
import { renderBlocks } from './blocks.js';
import { writingArea } from './composer.js';
import { picture } from './dialog.js';
import { h, icon, iconButton, link, safeUrl } from './dom.js';
import { emojiText, emojiOf } from './emoji.js';
import { formOf } from './form.js';
import { authorOf, isExternal, isGuest, isReply, model, person } from './model.js';
import { edit, react, toolbar } from './messageactions.js';
import { asTyped, mrkdwn } from './mrkdwn.js';
import { go } from './router.js';
import { clockTime, dateOf, dayInSentence, longTime } from './times.js';

/** Draws a message of a channel; `compact` leaves out what the message above has said already. */
export function messageNode(message, { channel, compact, inThread }) {
  const author = authorOf(message);
  const editing = model.editing?.ts === message.ts && model.editing.inThread === inThread;
  const date = dateOf(message.ts);
  const classes = ['message', compact && 'compact', message.ephemeral && 'ephemeral', editing && 'editing'].filter(Boolean).join(' ');
  const hooks = { testid: `message-${message.ts}`, 'data-ts': message.ts, 'data-author': author.id };
  return h('article', { class: classes, tabIndex: -1, ...hooks, 'aria-label': `${author.name}, ${longTime(date)}` },
    message.ephemeral ? h('div.only-you', {}, icon('eye'), 'Only visible to you') : null,
    h('div.message-side', {}, compact ? h('time.side-time', {}, clockTime(date)) : avatar(author)),
    h('div.message-main', {},
      compact ? null : heading(author, date),
      editing ? editor(message, channel) : content(message, channel),
      (message.files ?? []).map(file),
      reactions(message, channel),
      inThread || isReply(message) ? null : threadSummary(message, channel)),
    message.ephemeral || editing ? null : toolbar(message, channel, inThread));
}

function heading(author, date) {
  return h('div.message-head', {},
    h('span.author', { dir: 'auto' }, author.name),
    author.kind === 'bot' ? h('span.tag', {}, 'APP') : null,
    isExternal(author) ? h('span.tag.company', { title: `${author.name} is at ${author.teamName}` }, author.teamName) : null,
    isGuest(author) ? h('span.tag.company', { title: `${author.name} is a guest in this workspace` }, 'guest') : null,
    h('time.time', { title: longTime(date) }, clockTime(date)));
}

function content(message, channel) {
  const text = message.text ?? '';
  const surface = messageSurface(message, channel);
  const body = message.blocks?.length
    ? renderBlocks(message.blocks, surface)
    : h('div.text', { 'data-subtype': message.subtype, dir: 'auto' }, mrkdwn(text));
  if (message.edited) markEdited(body, message.edited);
  return h('div', { class: onlyEmoji(text) ? 'content jumbo' : 'content' },
    message.subtype === 'thread_broadcast' ? h('div.hint', {}, 'replied to a thread') : null,
    body,
    (message.attachments ?? []).map((one) => attachment(one, surface)));
}

// The mark stands at the end of the last line, as in Slack.
function markEdited(body, { ts }) {
  const lines = body.querySelectorAll('.line, .para');
  (lines[lines.length - 1] ?? body).append(h('span.edited', { title: longTime(dateOf(ts)) }, ' (edited)'));
}

function messageSurface(message, channel) {
  return surfaceOf({ type: 'message', channel, ts: message.ts }, formOf(`message:${channel}:${message.ts}`));
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
  const face = one.author_id ? avatar(person(one.author_id), 'tiny') : null;
  return h('div.attachment', { style: color ? `border-color:${color}` : null },
    one.pretext ? h('div.hint', {}, mrkdwn(one.pretext)) : null,
    one.author_name ? h('div.attachment-author', { dir: 'auto' }, face, one.author_name) : null,
    one.title ? h('div.attachment-title', {}, one.title_link ? link(one.title_link, one.title) : one.title) : null,
    shown,
    one.image_url && safeUrl(one.image_url) ? picture(safeUrl(one.image_url), one.fallback ?? one.title ?? 'picture') : null,
    one.footer || one.ts ? h('div.hint', {}, [one.footer, one.ts && longTime(dateOf(one.ts))].filter(Boolean).join(' | ')) : null);
}

function file(one) {
  const label = one.title ?? one.name ?? one.id;
  const src = safeUrl(one.url);
  if (src && one.mimetype?.startsWith('image/')) {
    const shown = picture(src, one.alt_txt || label, label);
    return h('figure.file', { testid: `file-${one.id}` }, h('figcaption.hint', {}, label), shown);
  }
  return h('div.file.file-card', { testid: `file-${one.id}` }, link(one.url, label), h('span.hint', {}, one.mimetype));
}

function reactions(message, channel) {
  const all = message.reactions ?? [];
  if (!all.length) return null;
  const toggle = (one) => act(one.users.includes(model.as) ? 'unreact' : 'react', { channel, ts: message.ts, name: one.name });
  return h('div.reactions', {}, all.map((one) => {
    const names = one.users.map((id) => person(id).name).join(', ');
    const mine = one.users.includes(model.as);
    const label = `${one.name.replace(/_/g, ' ')}: ${one.count}, ${names}`;
    return h('button.reaction', {
      'data-reaction': one.name,
      'aria-pressed': String(mine),
      'aria-label': label,
      title: `${names} reacted with :${one.name}:`,
      onclick: () => toggle(one),
    }, h('span.emoji', {}, emojiText(one.name)), h('span', {}, String(one.count)));
  }), iconButton('smile', 'Add a reaction', (event) => react(event.currentTarget, message, channel), { class: 'reaction add' }));
}

function threadSummary(message, channel) {
  const replies = model.messages.filter((one) => one.thread_ts === message.ts && one.ts !== message.ts);
  const count = replies.length || message.reply_count || 0;
  if (!count) return null;
  const people = [...new Set(replies.map((one) => authorOf(one).id))].slice(0, 4);
  const last = replies.at(-1);
  const open = () => go({ channel, thread: message.ts });
  return h('button.thread-summary', { testid: `replies-${message.ts}`, onclick: open },
    people.map((id) => avatar(person(id), 'tiny')),
    h('span.thread-count', {}, `${count} ${count === 1 ? 'reply' : 'replies'}`),
    last ? h('span.hint', {}, `Last reply ${dayInSentence(dateOf(last.ts))} at ${clockTime(dateOf(last.ts))}`) : null);
}

function editor(message, channel) {
  const before = asTyped(message.text ?? '');
  const stop = () => edit(null);
  const save = async () => {
    const text = area.field.value.trim();
    const result = text && text !== before ? await act('edit', { channel, ts: message.ts, text }) : { ok: true };
    if (result.ok) stop();
  };
  const area = writingArea({ text: before, placeholder: 'Edit message', testid: 'editor', send: save, cancel: stop });
  requestAnimationFrame(() => area.field.focus());
  return area.node;
}
