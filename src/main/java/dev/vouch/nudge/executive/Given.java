package dev.vouch.nudge.executive;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;

/** What an introduction that happened is between us and the person. */
public final class Given {
  private Given() {}

  /**
   * Help where they have told us themselves that they wish to be close to what we build, for then
   * it is what they came for; else something that nobody had promised.
   *
   * @param executive the name of whom they met
   */
  public static LedgerEntry of(Introduction one, Relationship between, String executive) {
    Kind kind = isWished(between) ? Kind.HELP : Kind.DELIGHT;
    return LedgerEntry.moment("introduction:" + one.id(), kind, one.since())
        .worth(Goodwill.worth(kind))
        .noted(new Note(one.request().by(), "an introduction to " + executive, null));
  }

  private static boolean isWished(Relationship between) {
    return isTheirs(between, Motivator.ACCESS) || isTheirs(between, Motivator.INFLUENCE);
  }

  private static boolean isTheirs(Relationship between, Motivator motivator) {
    Known known = between.motivators().get(motivator);
    return known != null && known.by().equals(between.with().id());
  }
}
