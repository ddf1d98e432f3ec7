// Suggestions while typing: @people, #channels, :emoji: and /commands with their sub-commands.
import { freshId, h } from './dom.js';
import { findEmoji } from './emoji.js';
import { model } from './model.js';

const MOST = 8;

/** Gives a text area a list of suggestions that arrows, Tab, Enter and Escape work on. */
export function withCompletion(area) {
  const id = freshId('completion');
  const list = h('div.completion', { role: 'listbox', id, 'aria-label': 'Suggestions', hidden: true, testid: 'completion' });
  let offers = [];
  let active = 0;

  const draw = () => {
    list.hidden = offers.length === 0;
    list.replaceChildren(...offers.map((offer, at) => h('div.offer', {
      role: 'option', id: `${id}-${at}`, 'aria-selected': String(at === active), onmousedown: (event) => choose(event, at),
    }, h('span.offer-label', {}, offer.label), h('span.hint', {}, offer.detail ?? ''))));
    if (list.hidden) area.removeAttribute('aria-activedescendant');
    else area.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const show = (found) => {
    offers = found;
    active = 0;
    draw();
  };
  const take = (at) => {
    const { from, insert } = offers[at];
    area.setRangeText(insert, from, area.selectionStart, 'end');
    show(offersFor(area.value.slice(0, area.selectionStart)));
    area.dispatchEvent(new Event('input'));
  };
  const choose = (event, at) => {
    event.preventDefault();
    take(at);
  };
  const keys = {
    ArrowDown: () => { active = (active + 1) % offers.length; draw(); },
    ArrowUp: () => { active = (active - 1 + offers.length) % offers.length; draw(); },
    Tab: () => take(active),
    Enter: () => take(active),
    Escape: () => show([]),
  };

  area.setAttribute('aria-autocomplete', 'list');
  area.setAttribute('aria-controls', id);
  area.addEventListener('input', () => show(offersFor(area.value.slice(0, area.selectionStart))));
  area.addEventListener('blur', () => show([]));
  area.addEventListener('keydown', (event) => {
    const key = keys[event.key];
    const sends = event.key === 'Enter' && (event.shiftKey || offers[active]?.hintOnly);
    if (!key || list.hidden || sends) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    key();
  });
  return list;
}

function offersFor(before) {
  if (before.startsWith('/')) return commandOffers(before);
  const token = /(?:^|\s)([@#:])([\p{L}\p{N}_+-]*)$/u.exec(before);
  if (!token) return [];
  const [, mark, word] = token;
  const from = before.length - word.length - 1;
  return SOURCES[mark](word.toLowerCase()).slice(0, MOST).map((offer) => ({ from, ...offer }));
}

const SOURCES = {
  '@': (word) => model.state.people.filter((one) => one.name.toLowerCase().split(/\s+/).some((part) => part.startsWith(word)))
    .map((one) => ({ label: `@${one.name}`, detail: one.title, insert: `@${one.name} ` })),
  '#': (word) => model.state.channels.filter((one) => one.kind === 'channel' && one.name.includes(word))
    .map((one) => ({ label: `#${one.name}`, detail: one.topic, insert: `#${one.name} ` })),
  ':': (word) => (word.length < 2 ? [] : findEmoji(word, MOST).map(({ name, glyph }) => ({ label: `${glyph} :${name}:`, insert: `:${name}: ` }))),
};

function commandOffers(before) {
  const space = before.indexOf(' ');
  if (space < 0) {
    return model.state.commands.filter((one) => one.command.startsWith(before))
      .map((one) => ({ from: 0, label: one.command, detail: one.description, insert: `${one.command} ` }));
  }
  const command = model.state.commands.find((one) => one.command === before.slice(0, space));
  const words = before.slice(space + 1);
  const mark = /(?:^|\s)([@#])([\p{L}\p{N}_-]*)$/u.exec(words);
  if (mark) return SOURCES[mark[1]](mark[2].toLowerCase()).slice(0, MOST).map((offer) => ({ from: before.length - mark[2].length - 1, ...offer }));
  return command ? subcommandOffers(command, words, space + 1) : [];
}

// Uses such as "who @person" name the sub-commands; the first word completes, the rest explains what comes after it.
function subcommandOffers({ uses }, words, from) {
  const typed = words.toLowerCase();
  if (!typed.includes(' ')) {
    return uses.filter(({ usage }) => usage.split(' ')[0].startsWith(typed))
      .map(({ usage, meaning }) => ({ from, label: usage, detail: meaning, insert: `${usage.split(' ')[0]} `, hintOnly: usage === typed }));
  }
  return uses.filter(({ usage }) => usage.includes(' ') && typed === `${usage.split(' ')[0]} `)
    .map(({ usage, meaning }) => ({ from: from + words.length, label: usage, detail: meaning, insert: '', hintOnly: true }));
}
