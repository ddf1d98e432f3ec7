package dev.vouch.store;

import dev.vouch.mention.MentionId;

/** Addresses of messages without what follows from the message's id. */
final class Permalink {
  private static final String BEGIN = "https://";
  private static final String SLACK = ".slack.com/";
  private static final String SHORT = "\u0004";

  private Permalink() {}

  /** The same with a mark for each part that {@link #whole} can put back. */
  static String shortened(String link, MentionId id) {
    return link.replace(path(id), SHORT + "p")
        .replace(thread(id), SHORT + "c")
        .replace(SLACK, SHORT + "s")
        .replace(BEGIN, SHORT + "b");
  }

  /** Where in something shortened ends what the links of a workspace begin with alike. */
  static int beginning(String shortened) {
    int path = shortened.indexOf(SHORT + "p");
    return path < 0 ? 0 : path + 2;
  }

  static String whole(String shortened, MentionId id) {
    return shortened
        .replace(SHORT + "b", BEGIN)
        .replace(SHORT + "s", SLACK)
        .replace(SHORT + "c", thread(id))
        .replace(SHORT + "p", path(id));
  }

  private static String path(MentionId id) {
    return "archives/" + id.channel() + "/p" + id.ts().replace(".", "");
  }

  private static String thread(MentionId id) {
    return "&cid=" + id.channel();
  }
}
