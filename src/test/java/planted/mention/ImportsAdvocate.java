package planted.mention;

import planted.advocate.ImportsMention;

/** Half of a planted cycle of packages. */
public final class ImportsAdvocate {
  Class<?> planted = ImportsMention.class;
}
