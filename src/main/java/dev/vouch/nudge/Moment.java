package dev.vouch.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import java.time.Instant;
import java.time.ZoneId;
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
 * @param between what stands between us and the person
 * @param roles what follows from what the person is to us
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
    Relationship between,
    RoleRules roles) {

  /** When what it comes of was said; null where it does not stand any more. */
  @Nullable Instant said() {
    if (act != null) {
      return act.at();
    }
    return heard == null ? null : heard.mention().at();
  }

  /** Whether an act says less of what ties the person to us than readers ought to know. */
  boolean lacksDisclosure(AdvocacyAct said) {
    boolean ought = roles.alwaysDiscloses() || !between.tiesOn(said.at()).isEmpty();
    return ought && !said.isDisclosed();
  }
}
