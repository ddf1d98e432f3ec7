// The bar at the top: what this page is, the sandbox's clock, faults to try, and whom one acts as.
import { act } from './api.js';
import { avatar } from './avatar.js';
import { h, icon, redraw } from './dom.js';
import { me, model, person } from './model.js';
import { openPopover } from './popover.js';
import { go } from './router.js';
import { clockTime, format } from './times.js';
import { toast } from './toast.js';

const METHODS = ['chat.postMessage', 'chat.postEphemeral', 'chat.update', 'conversations.open', 'views.open', 'views.publish', 'users.info', 'files.getUploadURLExternal', 'files.completeUploadExternal'];

/** Draws the top bar for the acting person. */
export function drawTopbar() {
  const now = new Date(model.state.now);
  const day = format(now, { weekday: 'short', day: 'numeric', month: 'short' });
  redraw(document.getElementById('topbar'),
    h('div', { class: 'brand' }, h('img', { src: '/assets/favicon.svg', alt: '' }), h('p', {}, h('strong', {}, 'Vouch sandbox'), ': ', h('span', { class: 'brand-rest' }, 'a Slack look-alike on this machine'))),
    h('div', { class: 'clock', role: 'group', 'aria-label': 'Sandbox time' },
      h('span', { class: 'clock-time', role: 'status', 'data-testid': 'clock' }, icon('clock'), h('span', {}, h('span', { class: 'sr' }, 'Sandbox time: '), `${day}, ${clockTime(now)}`)),
      h('button', { type: 'button', class: 'bar-button', 'data-testid': 'advance-hour', onclick: () => act('advance', { minutes: 60 }) }, '+1 hour'),
      h('button', { type: 'button', class: 'bar-button', 'data-testid': 'next-day', onclick: () => act('next_day') }, icon('next'), 'Next day')),
    h('div', { class: 'bar-end' },
      h('button', { type: 'button', class: 'bar-button', 'aria-haspopup': 'dialog', 'data-testid': 'faults', onclick: openFaults }, icon('bug'), h('span', { class: 'wide-only' }, 'Faults')),
      actorSwitch()));
}

function actorSwitch() {
  const groups = Map.groupBy(model.state.actors.map(person), (one) => one.teamName ?? '');
  const options = [...groups].map(([team, people]) => h('optgroup', { label: team }, people.map((one) =>
    h('option', { value: one.id, selected: one.id === model.as }, `${one.name} · ${one.title}`))));
  const choose = (event) => go({ ...model.place, as: event.target.value, thread: null, ts: null });
  return h('label', { class: 'actor' }, avatar(me(), 'small'), h('span', { class: 'actor-label' }, 'Acting as'), h('select', { 'data-testid': 'act-as', 'aria-label': 'Acting as', onchange: choose }, options));
}

function openFaults(event) {
  const field = (label, control) => h('label', { class: 'fault-field' }, h('span', {}, label), control);
  const method = h('select', { class: 'field', 'data-testid': 'fault-method' }, METHODS.map((name) => h('option', {}, name)));
  const status = h('select', { class: 'field', 'data-testid': 'fault-status' }, h('option', { value: 429 }, '429 too many requests'), h('option', { value: 500 }, '500 server error'), h('option', { value: 503 }, '503 not available'));
  const retryAfter = h('input', { class: 'field', type: 'number', min: 1, value: 3 });
  const times = h('input', { class: 'field', type: 'number', min: 1, value: 1 });
  const arm = async () => {
    const result = await act('fault', { method: method.value, status: Number(status.value), retry_after: Number(retryAfter.value), times: Number(times.value) });
    close();
    if (result.ok) toast(`The next ${method.value} will be answered with ${status.value}.`, 'note');
  };
  const close = openPopover(event.currentTarget, [
    h('h2', {}, 'Make Slack fail'),
    h('p', { class: 'hint' }, 'See how the app behaves when a call of the Web API goes wrong.'),
    field('The next call of', method), field('answers', status), field('Retry after (seconds)', retryAfter), field('How many times', times),
    h('button', { type: 'button', class: 'button primary', 'data-testid': 'fault-arm', onclick: arm }, 'Set this fault'),
  ], { class: 'popover faults', role: 'dialog', 'aria-label': 'Faults' });
}
