// Opens direct messages, making the conversation where there is none yet.
import { act } from './api.js';
import { model } from './model.js';
import { go } from './router.js';

/** Opens the direct messages with an app. */
export function openMessages(app) {
  return app.dm ? go({ channel: app.dm }) : openDm(app.id);
}

/** Opens the direct messages with a person. */
export async function openDm(id) {
  const known = model.state.channels.find((one) => one.kind === 'dm' && one.with === id);
  if (known) return go({ channel: known.id });
  const result = await act('open_dm', { person: id });
  return result.ok && go({ channel: result.channel });
}
