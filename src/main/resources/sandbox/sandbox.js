// The sandbox's page: starts it, follows the address, and redraws what the server says has changed.
import { act, announce, listen, read, whenChanged } from './api.js';
import { showModal } from './modal.js';
import { appAt, channel, channelLabel, isExternal, me, model } from './model.js';
import { drawPanels } from './panels.js';
import { go, readAddress } from './router.js';
import { drawSidebar } from './sidebar.js';
import { toast } from './toast.js';
import { drawTopbar } from './topbar.js';
import { drawWelcome } from './welcome.js';

const REFRESH_MS = 30_000;
const FIRST_RETRY_MS = 1000;
let everConnected = false;

async function loadState() {
  const as = model.as;
  const state = await read('state');
  if (as === model.as) model.state = state;
}

async function loadPlace() {
  const { place } = model;
  const loaded = place.home ? await read('home') : await read('messages', { channel: place.channel });
  if (place !== model.place) return;
  model.home = loaded.view ?? null;
  model.messages = loaded.messages ?? [];
}

function draw() {
  const open = appAt(model.place)?.name ?? channelLabel(channel(model.place.channel));
  document.title = `${open} | Vouch sandbox`;
  drawTopbar();
  drawWelcome();
  drawSidebar();
  drawPanels();
  showModal(model.state.view);
  document.body.dataset.ready = 'true';
}

/** Goes where the address says, for whom it says; what that person cannot see becomes the place to start. */
async function follow() {
  const { as, ...wanted } = readAddress();
  const actor = as ?? model.as ?? (await firstActor());
  const changed = actor !== model.as;
  model.as = actor;
  model.editing = null;
  if (changed || !model.state || (wanted.channel && !channel(wanted.channel))) await loadState();
  if (changed) listen(showConnection);
  const place = visible(wanted) ? wanted : startingPlace();
  if (wanted.channel && place !== wanted && !changed) toast(`${me().name} does not see that conversation.`);
  model.place = place;
  if (place !== wanted || !as) go(place, true);
  else await enter(place);
}

async function enter(place) {
  if (place.home && !isExternal(me())) await act('open_home');
  await loadPlace();
  if (place === model.place) draw();
}

async function firstActor() {
  const { actors, people } = await read('state');
  const titleOf = (id) => people.find((one) => one.id === id)?.title?.toLowerCase() ?? '';
  return actors.find((id) => titleOf(id).includes('account')) ?? actors[0];
}

function visible({ channel: id, home }) {
  return home ? model.state.apps.some((app) => app.id === home) : Boolean(id && channel(id));
}

function startingPlace() {
  const written = model.state.apps.find((app) => app.dm && channel(app.dm));
  const channelId = written?.dm ?? model.state.channels[0]?.id;
  return channelId ? { channel: channelId } : { home: model.state.apps[0].id };
}

async function refresh(changes) {
  const ofPlace = (change) => (change.type === 'messages' && !model.place.home && (change.channel ?? model.place.channel) === model.place.channel)
    || (change.type === 'home' && model.place.home);
  try {
    await Promise.all([loadState(), changes.some(ofPlace) ? loadPlace() : null]);
    if (visible(model.place)) draw();
    else go(startingPlace(), true);
  } catch (problem) {
    showConnection(false, problem.message);
  }
}

function showConnection(connected, problem = 'The sandbox has stopped.') {
  const banner = document.getElementById('stopped');
  banner.hidden = connected;
  banner.textContent = connected ? '' : `${problem} Start it again; this page tries again by itself.`;
  if (connected && everConnected) for (const type of ['state', 'messages', 'home']) announce({ type });
  everConnected ||= connected;
}

async function start() {
  try {
    await follow();
  } catch (problem) {
    showConnection(false, problem.message);
    setTimeout(start, FIRST_RETRY_MS);
  }
}

whenChanged(refresh);
window.addEventListener('popstate', start);
window.addEventListener('vouch:redraw', draw);
setInterval(() => document.visibilityState === 'visible' && model.state && announce({ type: 'state' }), REFRESH_MS);
start();
