// The list of messages of a conversation or thread, grouped by author and divided by day.
import { h, syncChildren } from './dom.js';
import { messageNode } from './message.js';
import { authorOf, model } from './model.js';
import { dateOf, dayKey, dayName } from './times.js';

const GROUP_SECONDS = 300;
const NEAR_END_PX = 80;

/** A list that redraws only what changed and stays at its end while the reader is there. */
export function messageList({ channel, inThread = false, intro, label }) {
  const testid = inThread ? 'thread-messages' : 'messages';
  const node = h('div.message-list', { role: 'log', 'aria-label': label, tabIndex: 0, onkeydown: moveBetween, testid });
  const drawn = new Map();
  let atEnd = true;
  let lastTop = 0;
  let newestTs = null;
  const stay = () => {
    if (atEnd) node.scrollTop = node.scrollHeight;
  };
  // Only a reader who moves up leaves the end: a picture may have made the list longer before this event comes.
  node.addEventListener('scroll', () => {
    const nearEnd = node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_END_PX;
    atEnd = nearEnd || (atEnd && node.scrollTop >= lastTop);
    lastTop = node.scrollTop;
  });
  // A picture that arrives, or a pane that opens beside the list, must not push its end out of sight.
  node.addEventListener('load', stay, true);
  new ResizeObserver(stay).observe(node);

  const draw = (messages) => {
    const newest = messages.at(-1);
    if (newest?.ts !== newestTs && (newest?.user === model.as || newest?.ephemeral)) atEnd = true;
    newestTs = newest?.ts;
    const today = dayKey(new Date(model.state.now));
    const nodes = [intro];
    messages.forEach((message, at) => {
      const before = messages[at - 1];
      const newDay = !before || dayOf(before) !== dayOf(message);
      if (newDay && !inThread) nodes.push(kept(`day-${dayOf(message)}`, dayName(dateOf(message.ts)), () => divider(dateOf(message.ts))));
      const compact = !newDay && follows(before, message);
      const facts = [message, compact, model.editing?.ts === message.ts && model.editing, repliesTo(message), model.state.people.length, today];
      nodes.push(kept(message.ts, JSON.stringify(facts), () => messageNode(message, { channel, compact, inThread })));
    });
    syncChildren(node, nodes.filter(Boolean));
    stay();
  };

  const kept = (key, facts, build) => {
    if (drawn.get(key)?.facts !== facts) drawn.set(key, { facts, node: build() });
    return drawn.get(key).node;
  };

  const highlight = (ts) => {
    const found = node.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
    if (!found) return false;
    atEnd = false;
    found.scrollIntoView({ block: 'center' });
    found.classList.add('highlight');
    found.focus({ preventScroll: true });
    return true;
  };
  return { node, draw, highlight };
}

function dayOf(message) {
  return dayKey(dateOf(message.ts));
}

function follows(before, message) {
  return authorOf(before).id === authorOf(message).id && authorOf(before).name === authorOf(message).name
    && Number(message.ts) - Number(before.ts) < GROUP_SECONDS && !message.ephemeral && !before.ephemeral && !before.subtype && !message.subtype;
}

function repliesTo(message) {
  return model.messages.filter((one) => one.thread_ts === message.ts && one.ts !== message.ts).map((one) => one.ts);
}

function divider(date) {
  return h('div.day', { role: 'separator' }, h('span', {}, dayName(date)));
}

// Arrows move between messages; Tab then goes into the tools of the message that has the focus.
function moveBetween(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target;
  if (!step || (here !== event.currentTarget && !here.matches('.message'))) return;
  const all = [...event.currentTarget.querySelectorAll('.message')];
  const next = here.matches('.message') ? all[all.indexOf(here) + step] : all.at(-1);
  event.preventDefault();
  next?.focus();
}
