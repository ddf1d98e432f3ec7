package planted.advocate;

import planted.mention.ImportsAdvocate;

/** The other half of a planted cycle of packages. */
public final class ImportsMention {
  Class<?> planted = ImportsAdvocate.class;
}
