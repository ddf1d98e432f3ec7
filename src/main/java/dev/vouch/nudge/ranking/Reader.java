package dev.vouch.nudge.ranking;

import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.etiquette.Manners;
import java.time.Instant;
import java.util.List;

/**
 * All there is to know about somebody before they are written to.
 *
 * @param taken when each message was begun that counts now
 * @param given the nudges among those
 * @param waiting nudges for them that are due by now, or were held for their list
 * @param preferences what their team took up so far
 */
public record Reader(
    Manners manners,
    List<Instant> taken,
    List<Nudge> given,
    List<Nudge> waiting,
    Preferences preferences) {
  public Reader {
    taken = List.copyOf(taken);
    given = List.copyOf(given);
    waiting = List.copyOf(waiting);
  }

  /** The same with other nudges to put in order. */
  public Reader with(List<Nudge> others) {
    return new Reader(manners, taken, given, others, preferences);
  }
}
