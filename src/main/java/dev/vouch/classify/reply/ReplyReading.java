package dev.vouch.classify.reply;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was taken for.
 *
 * @param meaning the likeliest
 * @param sure how likely, 0 to 1
 * @param clear whether it may be acted on; if not, a person decides
 * @param wish what the rules took it for
 * @param day on which they may be asked again; null where they named none
 * @param shares how likely each meaning is
 * @param silence whether they want no messages at all until a day, and not only this one later
 */
public record ReplyReading(
    Meaning meaning,
    double sure,
    boolean clear,
    Wish wish,
    @Nullable LocalDate day,
    Map<Meaning, Double> shares,
    boolean silence) {
  public ReplyReading {
    shares = Map.copyOf(shares);
  }

  /** Whether something is done about it without asking a person. */
  public boolean acts() {
    return clear && meaning != Meaning.OTHER;
  }

  /** Whether it may be acted on as that. */
  public boolean clearly(Meaning one) {
    return clear && meaning == one;
  }

  /** Whether it may ask for silence, so that nothing is sent until they have said so. */
  public boolean maybeStop() {
    return !clear && meaning == Meaning.STOP;
  }
}
