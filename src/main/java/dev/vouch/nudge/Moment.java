package dev.vouch.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Standing;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A reason to act now, with all that the policy may look at.
 *
 * @param act the act of advocacy, or null where it does not stand any more
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
   */
  public record Terms(Standing standing, @Nullable Pause pause) {
    /** Nothing is known that would stand in the way. */
    public static final Terms FREE = new Terms(Standing.UNKNOWN, null);

    /** By what they or we have said in so many words. */
    public static Terms said(Relationship between) {
      return new Terms(between.optedOut() ? Standing.OPTED_OUT : Standing.UNKNOWN, between.pause());
    }
  }
}
