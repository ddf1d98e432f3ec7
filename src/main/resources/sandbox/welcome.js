// The first steps for newcomers to the demo: a strip that stays away once it was dismissed.
import { h, iconButton } from './dom.js';
import { model } from './model.js';

const KEY = 'vouch-sandbox-welcome';
const DISMISSED = 'dismissed';
const STEPS = [
  ['Answer a nudge.'],
  ['Act as ', h('b', {}, 'Amara'), ' and write something in ', h('b', {}, '#customer-community'), '.'],
  ['Press ', h('b', {}, 'Next day'), ' and read the digest.'],
];
const strip = document.getElementById('welcome');

/** Shows the strip where the demo's people are, unless it was dismissed. */
export function drawWelcome() {
  const inDemo = model.state.people.some((one) => one.name.startsWith('Amara'));
  strip.hidden = !inDemo || remembered() === DISMISSED;
  if (!strip.hidden && !strip.firstChild) strip.append(h('ol', {}, STEPS.map(step)), iconButton('close', 'Dismiss', dismiss, { testid: 'welcome-dismiss' }));
}

// The numbers are text, so that they are part of the sentence wherever it is read.
function step(words, at) {
  return h('li', {}, h('span.step', {}, `${at + 1}.`), ' ', words);
}

function dismiss() {
  strip.hidden = true;
  strip.replaceChildren();
  try {
    localStorage.setItem(KEY, DISMISSED);
  } catch (refused) {
    console.info('The strip comes again with the next visit: this browser keeps nothing for the page.', refused);
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
