package dev.vouch.advocate.standing;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Place;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a person waited for the first answer of one of us to a question or a complaint.
 *
 * @param median of those that were answered; null where none was
 * @param wanted how many wanted an answer
 * @param answered how many have one
 */
public record ResponseTime(@Nullable Duration median, int wanted, int answered) {
  /** Long enough that a quiet person has asked something in it. */
  public static final Duration SPAN = Duration.ofDays(90);

  /** Of what was said lately; empty where nothing wanted an answer. */
  public static Optional<ResponseTime> of(Collection<Heard> heard, Instant now) {
    List<Heard> wanted =
        heard.stream()
            .filter(one -> one.mention().at().isAfter(now.minus(SPAN)))
            .filter(one -> !one.abstained() && wantsAnswer(one.intent()))
            .toList();
    List<Duration> waited = new ArrayList<>();
    for (Heard one : wanted) {
      Place.Answer answer = one.place().ourAnswer();
      if (answer != null) {
        waited.add(Duration.between(one.mention().at(), answer.at()));
      }
    }
    waited.sort(null);
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResponseTime(
                waited.isEmpty() ? null : waited.get(waited.size() / 2),
                wanted.size(),
                waited.size()));
  }

  private static boolean wantsAnswer(Intent intent) {
    return intent == Intent.QUESTION || intent == Intent.COMPLAINT;
  }
}
