package planted.classify;

import planted.app.Planted;

/** A planted violation: this package may not import app. */
final class ImportsApp {
  Object planted = new Planted();
}
