package dev.vouch.advocate;

import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.Stance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one mention: how it was judged and why, where to read it, not its text.
 *
 * @param otherwise the likeliest intent other than advocacy, which it becomes when a person says
 *     that advocacy is wrong
 * @param competitor promotes another product instead of ours, and so counts as a warning
 * @param evidence the words that decided, most telling first
 * @param rule what judged: a model's name and version, or "saved by hand"
 * @param correctedBy Slack id of whoever set the label by hand
 * @param place where it stands among others
 */
public record Heard(
    MentionId mention,
    String person,
    Intent intent,
    Intent otherwise,
    double confidence,
    Sentiment sentiment,
    boolean abstained,
    boolean competitor,
    List<String> evidence,
    String permalink,
    String rule,
    @Nullable String correctedBy,
    Place place) {

  public Heard {
    evidence = List.copyOf(evidence);
  }

  /** A mention that answers nobody. */
  public Heard(
      MentionId mention,
      String person,
      Intent intent,
      Intent otherwise,
      double confidence,
      Sentiment sentiment,
      boolean abstained,
      boolean competitor,
      List<String> evidence,
      String permalink,
      String rule,
      @Nullable String correctedBy) {
    this(
        mention,
        person,
        intent,
        otherwise,
        confidence,
        sentiment,
        abstained,
        competitor,
        evidence,
        permalink,
        rule,
        correctedBy,
        new Place(null, Stance.of(intent), null, null));
  }

  /** The same at another place. */
  public Heard at(Place other) {
    return new Heard(
        mention,
        person,
        intent,
        otherwise,
        confidence,
        sentiment,
        abstained,
        competitor,
        evidence,
        permalink,
        rule,
        correctedBy,
        other);
  }
}
