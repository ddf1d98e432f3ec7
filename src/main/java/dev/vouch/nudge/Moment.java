package dev.vouch.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
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
 */
public record Moment(
    String nudgeId,
    @Nullable AdvocacyAct act,
    Contact advocate,
    @Nullable Account account,
    @Nullable String recipient,
    ZoneId zone,
    @Nullable Instant lastOfKind) {}
