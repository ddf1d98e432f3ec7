// Modals that the app opens: drawn from the view the server holds, submitted or closed by the person.
import { act, surfaceOf } from './api.js';
import { renderBlocks, showErrors } from './blocks.js';
import { openDialog } from './dialog.js';
import { h, hookOf } from './dom.js';
import { forget, formOf } from './form.js';
import { textObject } from './mrkdwn.js';

let shown = null;
// Views put away by the person; an answer that was under way may still hold them.
const putAway = new Set();

/** Shows the acting person's open view, or closes what is shown when there is none. */
export function showModal(newest) {
  const view = newest && !putAway.has(newest.id) ? newest : null;
  const drawn = JSON.stringify(view);
  if (shown?.drawn === drawn) return;
  const same = shown && view?.id === shown.id;
  const focused = same && hookOf(document.activeElement);
  if (shown) shown.dialog.close();
  if (shown && !same) forget(formKey(shown.id));
  shown = view ? { id: view.id, drawn, dialog: draw(view) } : null;
  if (focused) shown.dialog.querySelector(focused)?.focus();
}

function formKey(viewId) {
  return `view:${viewId}`;
}

function draw(view) {
  const form = formOf(formKey(view.id));
  const surface = surfaceOf({ type: 'view', view_id: view.id }, form);
  const closed = () => {
    shown = null;
    putAway.add(view.id);
    forget(formKey(view.id));
    act('close_view', { view_id: view.id });
  };
  const close = () => {
    dialog.close();
    closed();
  };
  const body = h('form', { novalidate: true, onsubmit: (event) => event.preventDefault() }, renderBlocks(view.blocks, surface));
  const submit = h('button.button.primary', { testid: 'modal-submit' }, textObject(view.submit ?? 'Submit'));
  submit.addEventListener('click', () => send(view, form, body, submit));
  body.addEventListener('keydown', (event) => event.key === 'Enter' && event.target.matches('input.field') && view.submit && submit.click());
  const dialog = openDialog({
    title: textObject(view.title),
    body,
    onCancel: closed,
    footer: [
      h('button.button', { testid: 'modal-close', onclick: close }, textObject(view.close ?? (view.submit ? 'Cancel' : 'Close'))),
      view.submit ? submit : null,
    ],
    props: { testid: 'modal', 'data-view-id': view.id },
  });
  return dialog;
}

async function send(view, form, body, submit) {
  const malformed = malformedFields(body);
  showErrors(body, malformed);
  if (Object.keys(malformed).length) return;
  submit.disabled = true;
  const { errors } = await act('submit', { view_id: view.id, values: form.values });
  submit.disabled = false;
  showErrors(body, errors ?? {});
}

// What the browser can tell is no number or address; required fields are the server's to judge.
function malformedFields(body) {
  const controls = [...body.querySelectorAll('[data-block-type=input] .field')].filter((control) => !control.checkValidity());
  return Object.fromEntries(controls.map((control) => [control.closest('[data-block-id]').dataset.blockId, control.validationMessage]));
}
