// The middle and right of the page: a conversation, the app's Home, and the thread beside it.
import { surfaceOf } from './api.js';
import { avatar } from './avatar.js';
import { renderBlocks } from './blocks.js';
import { composer } from './composer.js';
import { openMessages } from './conversations.js';
import { h, icon, iconButton } from './dom.js';
import { formOf } from './form.js';
import { messageList } from './messagelist.js';
import { appAt, channel, channelLabel, isExternal, isReply, me, model, person } from './model.js';
import { go } from './router.js';
import { markOf, openMenuButton } from './sidebar.js';

// The app hears only when a Home is opened, and draws it soon after.
const HOME_PATIENCE_MS = 1000;
const main = document.getElementById('main');
const aside = document.getElementById('thread');
let shown = {};

/** Draws what the place asks for; only what differs from what is shown is built anew. */
export function drawPanels() {
  const { place } = model;
  const key = `${model.as}:${place.channel ?? ''}:${place.home ?? ''}`;
  if (shown.key !== key) shown = { key, ...(place.home ? homePanel(appAt(place)) : conversationPanel(place.channel)) };
  shown.draw();
  drawThread(place);
  if (place.ts && shown.highlighted !== place.ts && highlight(place.ts)) shown.highlighted = place.ts;
}

function highlight(ts) {
  const message = model.messages.find((one) => one.ts === ts);
  if (!message) return false;
  if (isReply(message) && model.place.thread !== message.thread_ts) {
    go({ ...model.place, thread: message.thread_ts }, true);
    return false;
  }
  return (isReply(message) ? shown.thread : shown).list.highlight(ts);
}

function conversationPanel(id) {
  const one = channel(id);
  const list = messageList({ channel: id, intro: introduction(one), label: `Messages in ${channelLabel(one)}` });
  const app = appAt({ channel: id });
  const box = composer({ channel: id, placeholder: `Message ${channelLabel(one)}` });
  main.replaceChildren(head(one), ...(app ? [tabs(app, 'messages')] : []), list.node, box);
  return { list, draw: () => list.draw(model.messages.filter((message) => !isReply(message))) };
}

function head(one) {
  const other = one.kind === 'dm' ? person(one.with) : null;
  return h('header.panel-head', {}, openMenuButton(),
    other ? avatar(other, 'small') : icon(markOf(one)),
    h('h1', { testid: 'channel-name', dir: 'auto' }, other?.name ?? one.name),
    one.external ? h('span.tag.company', {}, icon('shared'), h('span.wide-only', {}, 'shared with another company')) : null,
    h('span.topic', { dir: 'auto' }, one.topic || (other ? other.title : `${one.members} members`)));
}

function introduction(one) {
  const name = channelLabel(one);
  const words = one.kind === 'dm' ? `This is the beginning of your messages with ${name}.` : `This is the very beginning of ${name}.`;
  const mark = one.kind === 'dm' ? avatar(person(one.with), 'large') : h('span.intro-mark', {}, icon(markOf(one)));
  return h('div.intro', {}, mark, h('h2', {}, name), h('p', {}, words, ' ', one.topic ?? ''));
}

function tabs(app, current) {
  const tab = (name, label, open) => h('button', {
    role: 'tab', id: `tab-${name}`, 'aria-selected': String(name === current), testid: `tab-${name}`, onclick: open,
  }, label);
  return h('div.tabs', { role: 'tablist', 'aria-label': app.name },
    tab('home', 'Home', () => go({ home: app.id })),
    tab('messages', 'Messages', () => openMessages(app)));
}

function homePanel(app) {
  const body = h('div.home', { role: 'tabpanel', 'aria-labelledby': 'tab-home', testid: 'app-home', tabIndex: -1 });
  const name = h('h1', { testid: 'channel-name' }, app.name);
  const title = h('header.panel-head', {}, openMenuButton(), avatar(person(app.id), 'small'), name);
  main.replaceChildren(title, tabs(app, 'home'), body);
  let drawn;
  let waiting;
  const sayNone = () => body.replaceChildren(h('p.empty', {}, noHome(app)));
  const draw = () => {
    const now = JSON.stringify(model.home);
    if (now === drawn) return;
    drawn = now;
    clearTimeout(waiting);
    if (model.home) body.replaceChildren(homeView(model.home));
    else waiting = setTimeout(sayNone, isExternal(me()) ? 0 : HOME_PATIENCE_MS);
  };
  return { draw };
}

// As in Slack, people of other workspaces have no Home.
function noHome(app) {
  const { name } = me();
  return isExternal(me())
    ? `${name} is at another company, so there is no Home of ${app.name} for them.`
    : `${app.name} has not drawn a Home for ${name} yet.`;
}

function homeView(view) {
  return renderBlocks(view.blocks, surfaceOf({ type: 'view', view_id: view.id }, formOf(`view:${view.id}`)));
}

function drawThread(place) {
  aside.hidden = !place.thread;
  document.body.classList.toggle('with-thread', Boolean(place.thread));
  if (!place.thread) {
    shown.thread = null;
    return;
  }
  if (shown.thread?.ts !== place.thread) shown.thread = { ts: place.thread, list: threadPanel(place) };
  shown.thread.list.draw(model.messages.filter((one) => one.ts === place.thread || one.thread_ts === place.thread));
}

function threadPanel({ channel: id, thread }) {
  const list = messageList({ channel: id, inThread: true, intro: null, label: 'Thread' });
  const close = () => go({ channel: id });
  aside.replaceChildren(
    h('header.panel-head', {},
      h('h2', {}, 'Thread'),
      h('span.topic', {}, channelLabel(channel(id))),
      iconButton('close', 'Close thread', close, { testid: 'thread-close' })),
    list.node, composer({ channel: id, thread, placeholder: 'Reply…' }));
  aside.onkeydown = (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };
  aside.querySelector('textarea').focus({ preventScroll: true });
  return list;
}
