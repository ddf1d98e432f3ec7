// Block Kit's interactive elements: each keeps its value in the surface's form and tells the app when it should.
import { ask } from './dialog.js';
import { freshId, h, icon, iconButton, safeUrl } from './dom.js';
import { channelLabel, model, person, reachablePeople } from './model.js';
import { textObject } from './mrkdwn.js';
import { openMenu } from './popover.js';

const BUILDERS = {
  button, overflow, checkboxes, radio_buttons: radioButtons,
  static_select: (field) => select(field, optionGroups(field.el), 'selected_option', 'initial_option'),
  multi_static_select: (field) => multiSelect(field, optionGroups(field.el), 'selected_options', 'initial_options'),
  users_select: (field) => select(field, people(), 'selected_user', 'initial_user'),
  multi_users_select: (field) => multiSelect(field, people(), 'selected_users', 'initial_users'),
  conversations_select: (field) => select(field, conversations(field.el), 'selected_conversation', 'initial_conversation'),
  multi_conversations_select: (field) => multiSelect(field, conversations(field.el), 'selected_conversations', 'initial_conversations'),
  channels_select: (field) => select(field, channels(), 'selected_channel', 'initial_channel'),
  multi_channels_select: (field) => multiSelect(field, channels(), 'selected_channels', 'initial_channels'),
  datepicker: (field) => chosen(field, 'date', 'selected_date', 'initial_date'),
  timepicker: (field) => chosen(field, 'time', 'selected_time', 'initial_time'),
  plain_text_input: textInput,
  number_input: numberInput,
  email_text_input: (field) => written(field, { type: 'email' }),
};

/** True if the page can draw this element. */
export function isKnown(el) {
  return Boolean(BUILDERS[el.type]);
}

/**
 * Draws an element of a block. The surface is {form, press(blockId, action)}; `label` names the element to screen
 * readers; an element of an input block (`quiet`) tells the app nothing until it is submitted.
 */
export function element(el, { blockId, surface, label, quiet = false, describedBy = null }) {
  const common = { 'data-action-id': el.action_id, 'aria-label': label ?? el.placeholder?.text ?? el.action_id, 'aria-describedby': describedBy };
  return BUILDERS[el.type]({ el, blockId, surface, quiet, common, kept: surface.form.get(blockId, el.action_id) });
}

async function agreed({ confirm } = {}) {
  if (!confirm) return true;
  return ask({
    title: textObject(confirm.title),
    text: textObject(confirm.text),
    confirm: confirm.confirm?.text ?? 'Yes',
    deny: confirm.deny?.text ?? 'Cancel',
    danger: confirm.style === 'danger',
  });
}

function keep({ el, blockId, surface }, value) {
  surface.form.set(blockId, el.action_id, { type: el.type, ...value });
}

async function commit(field, value, undo = () => {}) {
  const { el, blockId, surface, quiet } = field;
  if (!quiet && !(await agreed(el))) return undo();
  keep(field, value);
  if (!quiet) surface.press(blockId, { type: el.type, action_id: el.action_id, ...value });
  return undefined;
}

function button({ el, blockId, surface, common }) {
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (!(await agreed(el))) return;
    const href = el.url && safeUrl(el.url);
    if (href) window.open(href, '_blank', 'noopener');
    pressed.disabled = true;
    await surface.press(blockId, { type: 'button', action_id: el.action_id, value: el.value, text: el.text });
    pressed.disabled = false;
  };
  const props = { ...common, 'aria-label': el.accessibility_label ?? null, class: `button ${el.style ?? ''}`, onclick: press };
  return h('button', props, textObject(el.text));
}

function overflow(field) {
  const open = (event) => openMenu(event.currentTarget, 'More actions', field.el.options.map((option) => ({
    label: textObject(option.text),
    testid: `option-${option.value}`,
    run: () => {
      const href = option.url && safeUrl(option.url);
      if (href) window.open(href, '_blank', 'noopener');
      commit(field, { selected_option: option });
    },
  })));
  return iconButton('more', 'More actions', open, { class: 'icon-button boxed', 'data-action-id': field.el.action_id, 'aria-haspopup': 'menu' });
}

// A choice is {key, label, value}: its value is an option object for static selects and an id for all others.
function optionGroups({ options, option_groups: groups }) {
  const choices = (list) => list.map((option) => ({ key: option.value, label: option.text.text, value: option }));
  return groups ? groups.map((group) => ({ label: group.label.text, choices: choices(group.options) })) : [{ choices: choices(options ?? []) }];
}

function people() {
  return [{ choices: reachablePeople().map((one) => ({ key: one.id, label: one.name, value: one.id })) }];
}

function channels() {
  return conversations({ filter: { include: ['public', 'private'] } });
}

function conversations({ filter = {} }) {
  const include = filter.include ?? ['public', 'private', 'im', 'mpim'];
  const kindOf = (one) => ({ dm: 'im', group: 'mpim' })[one.kind] ?? (one.private ? 'private' : 'public');
  const fits = (one) => include.includes(kindOf(one)) && !(filter.exclude_bot_users && person(one.with).kind === 'bot');
  return [{ choices: model.state.channels.filter(fits).map((one) => ({ key: one.id, label: channelLabel(one), value: one.id })) }];
}

function keyOf(value) {
  return value?.value ?? value ?? '';
}

function choiceNodes(groups, chosenKeys) {
  const nodes = (choices) => choices.map((one) => h('option', { value: one.key, selected: chosenKeys.includes(one.key) }, one.label));
  return groups.map((group) => (group.label ? h('optgroup', { label: group.label }, nodes(group.choices)) : nodes(group.choices)));
}

function pickFrom(groups, key) {
  return groups.flatMap((group) => group.choices).find((one) => one.key === key)?.value ?? null;
}

function select(field, groups, slot, initial) {
  const start = (field.kept ?? keepInitial(field, slot, initial))?.[slot];
  let before = keyOf(start);
  const change = async () => {
    await commit(field, { [slot]: pickFrom(groups, node.value) }, () => { node.value = before; });
    before = node.value;
  };
  const placeholder = h('option', { value: '' }, field.el.placeholder?.text ?? 'Choose');
  const node = h('select.field', { ...field.common, onchange: change }, placeholder, choiceNodes(groups, [before]));
  return node;
}

function keepInitial(field, slot, initial) {
  const value = field.el[initial];
  if (value !== undefined) keep(field, { [slot]: value });
  return { [slot]: value };
}

function multiSelect(field, groups, slot, initial) {
  let values = (field.kept ?? keepInitial(field, slot, initial))?.[slot] ?? [];
  const chips = h('span.chips', {});
  const change = (next) => {
    values = next;
    draw();
    commit(field, { [slot]: values });
  };
  const adder = h('select.field', { ...field.common, onchange: () => change([...values, pickFrom(groups, adder.value)]) });
  const draw = () => {
    const keys = values.map(keyOf);
    const rest = groups.map((group) => ({ ...group, choices: group.choices.filter((one) => !keys.includes(one.key)) }));
    const full = field.el.max_selected_items && values.length >= field.el.max_selected_items;
    const chosenOnes = groups.flatMap((group) => group.choices).filter((one) => keys.includes(one.key));
    chips.replaceChildren(...chosenOnes.map((one) => {
      const remove = () => change(values.filter((value) => keyOf(value) !== one.key));
      return h('span.chip', {}, one.label, iconButton('close', `Remove ${one.label}`, remove));
    }));
    adder.replaceChildren(h('option', { value: '' }, field.el.placeholder?.text ?? 'Add'), ...choiceNodes(rest, []).flat());
    adder.disabled = Boolean(full);
  };
  draw();
  return h('div.multi', {}, chips, adder);
}

function optionLabel(control, option) {
  const description = option.description ? h('span.hint', {}, textObject(option.description)) : null;
  return h('label.option', {}, control, h('span', {}, h('span', {}, textObject(option.text)), description));
}

function checkboxes(field) {
  const kept = field.kept ?? keepInitial(field, 'selected_options', 'initial_options');
  const on = (kept.selected_options ?? []).map(keyOf);
  const boxes = field.el.options.map((option) => h('input', { type: 'checkbox', value: option.value, checked: on.includes(option.value) }));
  const change = () => commit(field, { selected_options: field.el.options.filter((option, at) => boxes[at].checked) });
  const labels = field.el.options.map((option, at) => optionLabel(boxes[at], option));
  return h('div.options', { ...field.common, role: 'group', onchange: change }, labels);
}

function radioButtons(field) {
  const kept = field.kept ?? keepInitial(field, 'selected_option', 'initial_option');
  const name = freshId('radio');
  const labels = field.el.options.map((option) => {
    const checked = keyOf(kept.selected_option) === option.value;
    const choose = () => commit(field, { selected_option: option });
    return optionLabel(h('input', { type: 'radio', name, value: option.value, checked, onchange: choose }), option);
  });
  return h('div.options', { ...field.common, role: 'radiogroup' }, labels);
}

function chosen(field, type, slot, initial) {
  const kept = field.kept ?? keepInitial(field, slot, initial);
  const change = () => commit(field, { [slot]: node.value || null });
  const node = h('input.field', { ...field.common, type, value: kept[slot] ?? '', onchange: change });
  return node;
}

function textInput(field) {
  const { el } = field;
  const limits = { minlength: el.min_length, maxlength: el.max_length ?? 3000, dir: 'auto' };
  return el.multiline ? written(field, { rows: 4, ...limits }, 'textarea.field') : written(field, { type: 'text', ...limits });
}

function numberInput(field) {
  const { is_decimal_allowed: decimal, min_value: min, max_value: max } = field.el;
  return written(field, { type: 'number', step: decimal ? 'any' : '1', min, max });
}

// Text is kept at each stroke; Enter tells the app where the block asks for it.
function written(field, props, selector = 'input.field') {
  const kept = field.kept ?? keepInitial(field, 'value', 'initial_value');
  const typed = () => ({ value: node.value || null });
  const store = () => keep(field, typed());
  const enter = (event) => event.key === 'Enter' && !field.quiet && selector === 'input.field' && commit(field, typed());
  const shown = { placeholder: field.el.placeholder?.text, value: kept.value ?? '' };
  const node = h(selector, { ...field.common, ...props, ...shown, oninput: store, onkeydown: enter });
  return node;
}

/** The note in place of a block or element of no known kind. */
export function unsupported(what) {
  return h('div.unsupported', { testid: 'unsupported' }, icon('bug'), `unsupported block: ${what}`);
}
