// What one may do with a message: react, reply, share, edit, delete, copy its link, and the app's shortcuts.
import { act } from './api.js';
import { ask, openDialog } from './dialog.js';
import { h, iconButton } from './dom.js';
import { emojiText } from './emoji.js';
import { authorOf, channelLabel, model } from './model.js';
import { mrkdwn } from './mrkdwn.js';
import { openMenu, pickEmoji } from './popover.js';
import { go, permalink } from './router.js';
import { toast } from './toast.js';

/** Lets the person choose an emoji and adds it to the message. */
export function react(anchor, message, channel) {
  pickEmoji(anchor, (name) => act('react', { channel, ts: message.ts, name }));
}

/** The buttons that appear on a message under the pointer or the focus. */
export function toolbar(message, channel, inThread) {
  const quick = (name) => {
    const add = () => act('react', { channel, ts: message.ts, name });
    return h('button.icon-button', { 'aria-label': `React with ${name.replace(/_/g, ' ')}`, onclick: add }, emojiText(name));
  };
  const menu = (event) => moreMenu(event.currentTarget, message, channel, inThread);
  const thread = message.thread_ts ?? message.ts;
  return h('div.message-tools', { role: 'toolbar', 'aria-label': 'Message actions' },
    quick('raised_hands'), quick('+1'),
    iconButton('smile', 'Add a reaction', (event) => react(event.currentTarget, message, channel), { testid: 'react' }),
    inThread ? null : iconButton('reply', 'Reply in thread', () => go({ channel, thread }), { testid: 'reply' }),
    iconButton('share', 'Share message', () => share(message, channel), { testid: 'share' }),
    iconButton('more', 'More actions', menu, { 'aria-haspopup': 'menu', testid: 'more' }));
}

function moreMenu(anchor, message, channel, inThread) {
  const at = { channel, ts: message.ts };
  const own = message.user === model.as;
  openMenu(anchor, 'Message actions', [
    ...model.state.shortcuts.map(({ name, callback_id: id }) => ({
      label: name, testid: `shortcut-${id}`, run: () => act('shortcut', { ...at, callback_id: id }),
    })),
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

/** Starts editing a message {channel, ts, inThread}, or stops it (null). */
export function edit(editing) {
  model.editing = editing;
  window.dispatchEvent(new Event('vouch:redraw'));
}

async function remove(at) {
  const sure = await ask({ title: 'Delete message', text: 'Are you sure? This cannot be undone.', confirm: 'Delete', deny: 'Cancel', danger: true });
  if (sure) act('delete', at);
}

function share(message, from) {
  const targets = model.state.channels.map((one) => h('option', { value: one.id }, channelLabel(one)));
  const target = h('select.field', { id: 'share-target', testid: 'share-target' }, targets);
  const words = h('input.field', { id: 'share-text', dir: 'auto', placeholder: 'Add a message, if you like', testid: 'share-text' });
  const send = async () => {
    const result = await act('share', { channel: target.value, from_channel: from, ts: message.ts, text: words.value.trim() });
    if (!result.ok) return;
    dialog.close();
    go({ channel: target.value });
  };
  const dialog = openDialog({
    title: 'Share this message',
    body: [
      h('label.input-label', { for: 'share-target' }, 'To'), target,
      h('label.input-label', { for: 'share-text' }, 'Message'), words,
      h('div.attachment.share', {}, h('div.attachment-author', {}, authorOf(message).name), mrkdwn(message.text ?? '')),
    ],
    footer: [h('button.button.primary', { testid: 'share-send', onclick: send }, 'Share')],
    props: { class: 'dialog small' },
  });
}
