// Talks to the sandbox's server: reads what to show, sends what a person does, and listens for changes.
import { model } from './model.js';
import { toast } from './toast.js';

const COALESCE_MS = 40;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8000;
const pending = new Map();
let flushTimer = null;
let onChanges = () => {};

/** Calls back with a map of what changed (kind → the change), bursts as one. */
export function whenChanged(callback) {
  onChanges = callback;
}

/** Says that something of this kind (state, messages, view, home, clock) has changed. */
export function announce(change) {
  pending.set(change.type === 'messages' ? `messages:${change.channel ?? ''}` : change.type, change);
  flushTimer ??= setTimeout(() => {
    const changes = [...pending.values()];
    pending.clear();
    flushTimer = null;
    onChanges(changes);
  }, COALESCE_MS);
}

/** Reads /sandbox/WHAT as the acting person. */
export async function read(what, params = {}) {
  const response = await fetch(`/sandbox/${what}?${new URLSearchParams({ ...(model.as && { as: model.as }), ...params })}`);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `The sandbox answered ${response.status} to a request for ${what}.`);
  return answer;
}

/** Does something as the acting person. The server's sentence becomes a notice unless fields carry their own errors. */
export async function act(action, fields = {}) {
  const result = await send({ as: model.as, action, ...fields });
  if (!result.ok && !Object.keys(result.errors ?? {}).length) toast(result.error ?? `The sandbox could not do "${action}".`);
  for (const type of ['messages', 'state', 'home']) announce({ type });
  return result;
}

/** A surface of Block Kit: its form, and how its elements tell the app that they were used. */
export function surfaceOf(container, form) {
  const press = (blockId, element) => act('press', { container, block_id: blockId, element, state_values: form.values });
  return { form, press };
}

async function send(body) {
  try {
    const response = await fetch('/sandbox/do', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { ok: false, error: 'The sandbox does not answer. Is it still running?' };
  }
}

let socket = null;

/** Listens to the changes of the acting person, over and over; `onStatus(false)` when the sandbox has stopped. */
export function listen(onStatus) {
  socket?.close();
  connect(model.as, FIRST_RETRY_MS, onStatus);
}

function connect(as, retryMs, onStatus) {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const mine = new WebSocket(`${scheme}://${location.host}/sandbox/live?${new URLSearchParams({ as })}`);
  let nextRetryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  socket = mine;
  mine.onopen = () => {
    nextRetryMs = FIRST_RETRY_MS;
    onStatus(true);
  };
  mine.onmessage = (event) => announce(JSON.parse(event.data));
  mine.onclose = () => {
    if (socket !== mine) return;
    onStatus(false);
    setTimeout(() => socket === mine && connect(as, nextRetryMs, onStatus), retryMs);
  };
}
