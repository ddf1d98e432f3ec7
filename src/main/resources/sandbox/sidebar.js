// The list of conversations: channels, direct messages, apps; on a narrow screen it slides in.
import { avatar } from './avatar.js';
import { openDm, openMessages } from './conversations.js';
import { h, icon, iconButton, redraw } from './dom.js';
import { openFaults } from './faults.js';
import { appAt, channelLabel, isExternal, isGuest, me, model, person, reachablePeople } from './model.js';
import { openMenu } from './popover.js';
import { go } from './router.js';

const nav = document.getElementById('sidebar');

/** Draws the sidebar for the acting person. */
export function drawSidebar() {
  const { channels, apps, team } = model.state;
  const appDms = new Set(apps.map((app) => app.dm));
  const dms = channels.filter((one) => one.kind !== 'channel' && !appDms.has(one.id));
  const company = standing(me());
  redraw(nav, [channels, apps, team, model.place, company], () => [
    h('div.team', {}, h('span.team-name', {}, team.name), h('span.hint', {}, company)),
    h('div.conversations', {},
      group('Channels', channels.filter((one) => one.kind === 'channel').map(row)),
      group('Direct messages', dms.map(row), iconButton('plus', 'New message', newDm, { testid: 'new-dm' })),
      group('Apps', apps.map(appRow))),
    h('button.quiet', { 'aria-haspopup': 'dialog', testid: 'faults', onclick: openFaults }, 'Break Slack…'),
  ]);
}

function standing(one) {
  if (isExternal(one)) return `You are at ${one.teamName}, here through Slack Connect`;
  return isGuest(one) ? 'You are a guest here' : '';
}

function group(title, rows, extra = null) {
  const items = rows.map((one) => h('li', {}, one));
  return h('section.group', { 'aria-label': title }, h('div.group-head', {}, h('h2', {}, title), extra), h('ul', {}, items));
}

function row(one) {
  return entry({
    mark: one.kind === 'dm' ? avatar(person(one.with), 'tiny') : icon(markOf(one)),
    label: one.kind === 'channel' ? one.name : channelLabel(one),
    unread: one.unread,
    current: one.id === model.place.channel,
    testid: `channel-${one.id}`,
    extra: one.external ? h('span.shared', { title: 'Shared with another company' }, icon('shared')) : null,
    open: () => go({ channel: one.id }),
  });
}

/** The icon of a channel or group conversation. */
export function markOf(one) {
  if (one.kind === 'group') return 'people';
  return one.private ? 'lock' : 'hash';
}

function appRow(app) {
  const unread = model.state.channels.find((one) => one.id === app.dm)?.unread;
  return entry({
    mark: avatar(person(app.id), 'tiny'),
    label: app.name,
    unread,
    current: appAt(model.place)?.id === app.id,
    testid: `app-${app.id}`,
    open: () => openMessages(app),
  });
}

function entry({ mark, label, unread, current, testid, extra = null, open }) {
  const news = unread > 0 && !current;
  const badge = news ? h('span.badge', {}, String(unread), h('span.sr', {}, ' unread')) : null;
  return h('button', {
    class: news ? 'entry unread' : 'entry', 'aria-current': current ? 'page' : null, testid,
    onclick: () => {
      closeSidebar();
      open();
    },
  }, mark, h('span.entry-label', { dir: 'auto' }, label), extra, badge);
}

function newDm(event) {
  const others = reachablePeople().filter((one) => one.id !== model.as);
  openMenu(event.currentTarget, 'New message', others.map((one) => ({
    label: `${one.name} · ${one.title || one.teamName}`, testid: `dm-${one.id}`, run: () => openDm(one.id),
  })));
}

/** The button that opens the sidebar on a narrow screen. */
export function openMenuButton() {
  return iconButton('menu', 'Show conversations', openSidebar, { class: 'icon-button narrow-only', testid: 'show-sidebar' });
}

function openSidebar() {
  document.body.classList.add('sidebar-open');
  nav.querySelector('[aria-current], .entry')?.focus();
}

function closeSidebar() {
  document.body.classList.remove('sidebar-open');
}

document.getElementById('main').addEventListener('click', (event) => !event.target.closest('.narrow-only') && closeSidebar());
nav.addEventListener('keydown', (event) => event.key === 'Escape' && closeSidebar());
