package dev.vouch.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.Decision.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reason to act now, with all that the policy may look at.
 *
 * @param act the act of advocacy, or null where the mention is none, or none any more
 * @param heard what is known of the mention, or null where it does not stand any more
 * @param recipient Slack id of the member of staff a nudge would go to: the account's owner, else
 *     the workspace's; null where there is neither
 * @param zone the recipient's time zone
 * @param lastOfKind when this person was last the reason for a nudge of this kind (another one than
 *     this moment's), or null
 * @param terms on which we are with this person
 */
public record Moment(
    String nudgeId,
    @Nullable AdvocacyAct act,
    @Nullable Heard heard,
    Contact advocate,
    @Nullable Account account,
    @Nullable String recipient,
    ZoneId zone,
    @Nullable Instant lastOfKind,
    Terms terms) {

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

  /** When what it comes of was said; null where it does not stand any more. */
  @Nullable Instant said() {
    if (act != null) {
      return act.at();
    }
    return heard == null ? null : heard.mention().at();
  }
}
