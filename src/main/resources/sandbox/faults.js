// Faults to try: a short form that makes the sandbox's Web API fail on demand.
import { act } from './api.js';
import { h } from './dom.js';
import { openPopover } from './popover.js';
import { toast } from './toast.js';

const METHODS = [
  'chat.postMessage', 'chat.postEphemeral', 'chat.update', 'conversations.open', 'views.open', 'views.publish', 'users.info',
  'files.getUploadURLExternal', 'files.completeUploadExternal',
];
const STATUSES = { 429: '429 too many requests', 500: '500 server error', 503: '503 not available' };

/** Opens the form beside the button that was pressed. */
export function openFaults(event) {
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
    h('h2', {}, 'Break Slack'),
    h('p.hint', {}, 'See how the app behaves when a call of the Web API goes wrong.'),
    field('The next call of', method), field('answers', status), field('Retry after (seconds)', retryAfter), field('How many times', times),
    h('button.button.primary', { testid: 'fault-arm', onclick: arm }, 'Set this fault'),
  ], { class: 'popover faults', role: 'dialog', 'aria-label': 'Break Slack' });
}
