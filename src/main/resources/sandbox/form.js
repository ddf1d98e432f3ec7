// Remembers what a person has filled into the inputs of a message or view, so that redrawing loses nothing.

const forms = new Map();

/** The values of one surface, in the shape of Slack's state.values. */
class Form {
  values = {};

  get(blockId, actionId) {
    return this.values[blockId]?.[actionId];
  }

  set(blockId, actionId, value) {
    this.values[blockId] = { ...this.values[blockId], [actionId]: value };
  }
}

/** The form of a message ("message:C1:123.4") or view ("view:V1"). */
export function formOf(key) {
  if (!forms.has(key)) forms.set(key, new Form());
  return forms.get(key);
}

/** Forgets a form, as when its view has closed. */
export function forget(key) {
  forms.delete(key);
}
