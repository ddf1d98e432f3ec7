// The bar at the top: what this page is, the sandbox's clock, and whom one acts as.
import { act } from './api.js';
import { avatar } from './avatar.js';
import { h, icon, redraw } from './dom.js';
import { me, model, person } from './model.js';
import { go } from './router.js';
import { clockTime, format, zoneName } from './times.js';

const clock = document.getElementById('clock');
const actor = document.getElementById('actor');
document.getElementById('advance-hour').addEventListener('click', () => act('advance', { minutes: 60 }));
document.getElementById('next-day').addEventListener('click', () => act('next_day'));

/** Draws what changes in the top bar: the time, and who acts. */
export function drawTopbar() {
  const now = new Date(model.state.now);
  const words = `${format(now, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clockTime(now)} ${zoneName()}`;
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
