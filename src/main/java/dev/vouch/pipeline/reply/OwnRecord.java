package dev.vouch.pipeline.reply;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is held about somebody, as they may see it themselves: every fact about them, and nothing of
 * what our own people weigh.
 *
 * @param company that runs this Vouch
 * @param said their messages that are kept, newest first
 * @param passed what passed between us, newest first, each in neutral words
 * @param motivators what moves them, by their own choice or as one of us noted it
 * @param chose whether they have said themselves what moves them
 * @param in the language in which they are told
 */
public record OwnRecord(
    Who who,
    String company,
    List<Said> said,
    Map<Topic, Consent> consents,
    @Nullable Pause pause,
    Set<Motivator> motivators,
    boolean chose,
    List<Tie> ties,
    List<Passed> passed,
    Language in) {

  /**
   * Who they are, as far as it was told.
   *
   * @param account name of the company they work for
   */
  public record Who(
      String id,
      String name,
      @Nullable String account,
      @Nullable String title,
      @Nullable String email) {}

  /** One message of theirs: what it was taken for, and the words that showed it. */
  public record Said(MentionId id, Intent as, String permalink, List<String> words) {
    public Said {
      words = List.copyOf(words);
    }

    public Instant at() {
      return id.at();
    }
  }

  /** Something that one of us did for them, asked of them or noted about them. */
  public record Passed(Instant at, LedgerEntry.Kind kind) {}

  public OwnRecord {
    said = List.copyOf(said);
    consents = Map.copyOf(consents);
    motivators = Set.copyOf(motivators);
    ties = List.copyOf(ties);
    passed = List.copyOf(passed);
  }

  /** The same, told in another language. */
  public OwnRecord in(Language other) {
    return new OwnRecord(
        who, company, said, consents, pause, motivators, chose, ties, passed, other);
  }

  /** Whether they have answered anything that they can agree to. */
  public boolean answered() {
    return !consents.isEmpty();
  }

  /** Whether they said yes to a topic. */
  public boolean agreed(Topic topic) {
    Consent consent = consents.get(topic);
    return consent != null && consent.agreed();
  }

  /** Whether nothing is sent to them now. */
  public boolean isPaused(Instant now) {
    return pause != null && pause.holds(now);
  }
}
