// Dialogs that keep the focus until they are closed: questions, short forms and enlarged pictures.
import { freshId, h, iconButton } from './dom.js';

const FOCUSABLE = 'button, input, select, textarea, a[href], [tabindex="0"]';

/** Shows a dialog with a title bar. `onCancel` runs when the person closes it with Escape or the cross. */
export function openDialog({ title, body, footer = [], onCancel = () => {}, props = {} }) {
  const titleId = freshId('dialog');
  const cancel = () => {
    dialog.close();
    onCancel();
  };
  const dialog = h('dialog.dialog', { 'aria-labelledby': titleId, onkeydown: keepFocus, ...props },
    h('header.dialog-head', {}, h('h2', { id: titleId, dir: 'auto' }, title), iconButton('close', 'Close', cancel, { testid: 'dialog-close' })),
    h('div.dialog-body', {}, body),
    footer.length ? h('footer.dialog-foot', {}, footer) : null);
  dialog.addEventListener('cancel', (event) => {
    if (event.target !== dialog) return;
    event.preventDefault();
    cancel();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector('.dialog-body :is(input, select, textarea)') ?? dialog.querySelector('.dialog-foot button:last-child'))?.focus();
  return dialog;
}

function keepFocus(event) {
  if (event.key !== 'Tab') return;
  const stops = [...event.currentTarget.querySelectorAll(FOCUSABLE)].filter((node) => !node.disabled && node.offsetParent);
  const end = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== end) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}

/** Asks before something is done; answers true if the person agrees. Texts are nodes or strings. */
export function ask({ title, text, confirm, deny, danger }) {
  return new Promise((resolve) => {
    const answer = (value) => () => {
      dialog.close();
      resolve(value);
    };
    const dialog = openDialog({
      title,
      body: text,
      onCancel: () => resolve(false),
      footer: [
        h('button.button', { testid: 'confirm-deny', onclick: answer(false) }, deny),
        h('button', { class: danger ? 'button danger' : 'button primary', testid: 'confirm-yes', onclick: answer(true) }, confirm),
      ],
      props: { class: 'dialog small', testid: 'confirm' },
    });
  });
}

/** A picture that opens large when pressed; one that cannot be shown says so with its text. */
export function picture(src, alt, title = '') {
  const image = h('img', { src, alt, loading: 'lazy' });
  const enlarge = () => openDialog({ title: title || alt, body: h('img', { src, alt }), props: { class: 'dialog lightbox' } });
  const button = h('button.picture', { 'aria-label': `Enlarge: ${alt}`, onclick: enlarge }, image);
  image.addEventListener('error', () => button.replaceWith(h('span.unsupported', {}, `picture not shown: ${alt}`)));
  return button;
}
