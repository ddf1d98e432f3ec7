package dev.vouch.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.NudgeLog.Past;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the policy may look at when it decides about a nudge.
 *
 * @param acted the person and the mention that it came of, as they are now
 * @param evidence about the person; when a nudge is opened only what is at hand, because what is
 *     due is decided again with all of it
 * @param place where the person belongs and who looks after that
 * @param past what there was about the person before
 * @param terms on which we are with them
 */
public record Situation(Acted acted, Evidence evidence, Place place, Past past, Terms terms) {

  /**
   * Where somebody belongs.
   *
   * @param recipient Slack id of the member of staff a nudge would go to: the account's owner, else
   *     the workspace's; null where there is neither
   * @param zone the recipient's time zone
   */
  public record Place(@Nullable Account account, @Nullable String recipient, ZoneId zone) {}

  /**
   * On what terms we are with somebody, as far as nudges go by it.
   *
   * @param standing unknown while nobody has looked, as when a nudge is opened: what is due is
   *     decided again anyhow
   * @param declined what they have said no to
   * @param ties of theirs to us
   * @param roles what follows from what they are to us
   */
  public record Terms(
      Standing standing,
      @Nullable Pause pause,
      Set<Topic> declined,
      List<Tie> ties,
      RoleRules roles) {
    /** Nothing is known that would stand in the way. */
    public static final Terms FREE = new Terms(Standing.UNKNOWN, null);

    public Terms {
      declined = Set.copyOf(declined);
      ties = List.copyOf(ties);
    }

    /** Of somebody who has said no to nothing. */
    public Terms(Standing standing, @Nullable Pause pause, List<Tie> ties, RoleRules roles) {
      this(standing, pause, Set.of(), ties, roles);
    }

    /** Of a customer without ties. */
    public Terms(Standing standing, @Nullable Pause pause) {
      this(standing, pause, List.of(), RoleRules.FREE);
    }

    /** By what stands between us, and what it comes to. */
    public static Terms of(Standing standing, Relationship between, RoleRules roles) {
      return new Terms(standing, between.pause(), between.declined(), between.ties(), roles);
    }

    /** By what they or we have said in so many words. */
    public static Terms said(Relationship between, RoleRules roles) {
      return of(between.optedOut() ? Standing.OPTED_OUT : Standing.UNKNOWN, between, roles);
    }

    /** Why they themselves want no nudge of that kind to be made of them. */
    public Optional<Reason> unwanted(NudgeKind kind) {
      if (standing == Standing.OPTED_OUT) {
        return Optional.of(Reason.OPTED_OUT);
      }
      return kind.topic().filter(declined::contains).map(topic -> Reason.DECLINED);
    }

    /** Whether an act says less of what ties the person to us than readers ought to know. */
    boolean lackDisclosure(AdvocacyAct act) {
      boolean tied = ties.stream().anyMatch(tie -> tie.bearsOn(act.at()));
      return (tied || roles.alwaysDiscloses()) && !act.isDisclosed();
    }
  }

  Contact contact() {
    return Objects.requireNonNull(acted.contact(), "nobody we have heard");
  }
}
