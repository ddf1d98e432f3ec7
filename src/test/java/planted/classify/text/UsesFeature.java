package planted.classify.text;

import planted.classify.feature.UsesText;

/** Half of a planted cycle within a package. */
public final class UsesFeature {
  UsesText planted;
}
