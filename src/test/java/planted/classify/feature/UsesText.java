package planted.classify.feature;

import planted.classify.text.UsesFeature;

/** Half of a planted cycle within a package. */
public final class UsesText {
  UsesFeature planted;
}
