// What the page knows: the server's last state, who acts, and which conversation is open.

export const model = { as: null, state: null, place: {}, messages: [], home: null, editing: null };

/** The person with this id; someone unknown still gets a name to show. */
export function person(id) {
  return model.state.people.find((one) => one.id === id) ?? { id, name: id ?? 'Someone', kind: 'guest', color: '#616061' };
}

/** Whoever acts now. */
export function me() {
  return person(model.as);
}

/** The conversation with this id if the acting person sees it, else undefined. */
export function channel(id) {
  return model.state.channels.find((one) => one.id === id);
}

/** The name of a conversation as people say it: "#general", or who else is in it. */
export function channelLabel(one) {
  if (one.kind === 'dm') return person(one.with).name;
  return one.kind === 'channel' ? `#${one.name}` : one.name;
}

/** The people one may write to: no bots, nobody who has left. */
export function reachablePeople() {
  return model.state.people.filter((one) => one.kind !== 'bot' && !one.deleted);
}

/** The app whose Home or Messages tab this place is, else undefined. */
export function appAt(place) {
  return model.state.apps.find((app) => (place.home ? app.id === place.home : app.dm && app.dm === place.channel));
}

/** True for a person of another company than the sandbox's own. */
export function isExternal(one) {
  return one.kind === 'external';
}

/** True for a guest: a person of the own workspace who is not one of its staff. */
export function isGuest(one) {
  return one.kind === 'guest';
}

/** True for messages that belong in the thread pane only. */
export function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts && message.subtype !== 'thread_broadcast';
}

/** Who wrote a message; a bot may write under a name of its own. */
export function authorOf(message) {
  const app = message.bot_id && model.state.apps[0];
  const author = person(message.user ?? app?.id ?? message.bot_id);
  return message.username ? { ...author, name: message.username } : author;
}
