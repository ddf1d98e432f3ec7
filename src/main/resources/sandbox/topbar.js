// The bar at the top: what this page is, the sandbox's clock, faults to try, and whom one acts as.
import { act } from './api.js';
import { avatar } from './avatar.js';
import { h, icon, redraw } from './dom.js';
import { me, model, person } from './model.js';
import { openPopover } from './popover.js';
import { go } from './router.js';
import { clockTime, format } from './times.js';
import { toast } from './toast.js';

const METHODS = [
  'chat.postMessage', 'chat.postEphemeral', 'chat.update', 'conversations.open', 'views.open', 'views.publish', 'users.info',
  'files.getUploadURLExternal', 'files.completeUploadExternal',
];
const STATUSES = { 429: '429 too many requests', 500: '500 server error', 503: '503 not available' };

const clock = document.getElementById('clock');
const actor = document.getElementById('actor');
document.getElementById('faults').addEventListener('click', openFaults);
document.getElementById('advance-hour').addEventListener('click', () => act('advance', { minutes: 60 }));
document.getElementById('next-day').addEventListener('click', () => act('next_day'));

/** Draws what changes in the top bar: the time, and who acts. */
export function drawTopbar() {
  const now = new Date(model.state.now);
  const words = `${format(now, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(now)}`;
  redraw(clock, words, () => [icon('clock'), h('span', {}, words)]);
  redraw(actor, [model.as, model.state.actors.map(person)], actorSwitch);
}

function actorSwitch() {
  const groups = Map.groupBy(model.state.actors.map(person), (one) => one.teamName ?? '');
  const options = [...groups].map(([team, people]) => h('optgroup', { label: team }, people.map(actorOption)));
  const choose = (event) => go({ ...model.place, as: event.target.value, thread: null, ts: null });
  return [
    avatar(me(), 'small'),
    h('span.actor-label', {}, 'Acting as'),
    h('select', { testid: 'act-as', 'aria-label': 'Acting as', onchange: choose }, options),
  ];
}

function actorOption(one) {
  return h('option', { value: one.id, selected: one.id === model.as }, one.title ? `${one.name} · ${one.title}` : one.name);
}

function openFaults(event) {
  const field = (label, control) => h('label.fault-field', {}, h('span', {}, label), control);
  const method = h('select.field', { testid: 'fault-method' }, METHODS.map((name) => h('option', {}, name)));
  const statuses = Object.entries(STATUSES).map(([code, words]) => h('option', { value: code }, words));
  const status = h('select.field', { testid: 'fault-status' }, statuses);
  const retryAfter = h('input.field', { type: 'number', min: 1, value: 3 });
  const times = h('input.field', { type: 'number', min: 1, value: 1 });
  const arm = async () => {
    const [code, seconds, count] = [status, retryAfter, times].map((control) => Number(control.value));
    const result = await act('fault', { method: method.value, status: code, retry_after: seconds, times: count });
    close();
    if (result.ok) toast(`The next ${method.value} will be answered with ${status.value}.`, 'note');
  };
  const close = openPopover(event.currentTarget, [
    h('h2', {}, 'Make Slack fail'),
    h('p.hint', {}, 'See how the app behaves when a call of the Web API goes wrong.'),
    field('The next call of', method), field('answers', status), field('Retry after (seconds)', retryAfter), field('How many times', times),
    h('button.button.primary', { testid: 'fault-arm', onclick: arm }, 'Set this fault'),
  ], { class: 'popover faults', role: 'dialog', 'aria-label': 'Faults' });
}
