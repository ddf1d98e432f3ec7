package dev.vouch.pipeline;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.nudge.Decision;
import dev.vouch.nudge.Moment;
import dev.vouch.nudge.Moment.Terms;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog.Past;
import dev.vouch.nudge.NudgePolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about the nudges of one act rests on, read once.
 *
 * @param act null where it does not stand any more
 * @param past what there was about the person before
 * @param settings the workspace's, which name who is asked where an account has no owner
 * @param terms on which we are with the person
 */
record NudgeCase(
    Contact about,
    @Nullable AdvocacyAct act,
    @Nullable Account account,
    Past past,
    TeamSettings settings,
    Terms terms) {

  /** Of somebody we have heard; asks for their account, and for what they or we said in words. */
  static NudgeCase toOpen(Acted acted, Past past, Workspace workspace) {
    Contact about = Objects.requireNonNull(acted.contact(), "nobody we have heard");
    Relationship between = workspace.relationships().of(Subject.person(about.id()));
    return of(acted, past, workspace, Terms.said(between));
  }

  /** Of somebody we have heard; asks for their account, and for all that says where they stand. */
  static NudgeCase toSend(Acted acted, Past past, Workspace workspace, Instant now) {
    Contact about = Objects.requireNonNull(acted.contact(), "nobody we have heard");
    Evidence evidence =
        new EvidenceReader(workspace.advocates(), workspace.relationships(), now).of(about);
    Standing standing = PersonStanding.of(evidence, now).standing();
    return of(acted, past, workspace, new Terms(standing, evidence.person().pause()));
  }

  private static NudgeCase of(Acted acted, Past past, Workspace workspace, Terms terms) {
    Contact about = Objects.requireNonNull(acted.contact(), "nobody we have heard");
    Account account = about.account().flatMap(workspace.accounts()::account).orElse(null);
    return new NudgeCase(about, acted.act(), account, past, workspace.settings().settings(), terms);
  }

  /** A nudge about the act, before anything is decided. */
  Nudge draft(NudgeKind kind, Instant now) {
    AdvocacyAct standing = Objects.requireNonNull(act, "no act");
    Nudge draft =
        new Nudge(
            Nudge.idOf(kind, standing.mention()),
            kind,
            "",
            about.id(),
            about.name(),
            "",
            null,
            standing.mention(),
            standing.permalink(),
            standing.evidence(),
            Nudge.State.HELD,
            "",
            now,
            null,
            null,
            null);
    return refreshed(draft);
  }

  /** Owner, sponsor and account may have changed since it was drafted. */
  Nudge refreshed(Nudge nudge) {
    String to = recipient();
    return nudge.lookedAfterBy(
        to == null ? "" : to,
        account == null ? "" : account.name(),
        account == null ? null : account.sponsor());
  }

  /** What the policy says of a nudge now. */
  Decision decide(Nudge nudge, NudgePolicy policy, Directory directory, Instant now) {
    String to = recipient();
    ZoneId zone = to == null ? ZoneOffset.UTC : directory.zone(to);
    Instant last = past.lastOf(nudge.kind(), nudge.id());
    Moment moment = new Moment(nudge.id(), act, about, account, to, zone, last, terms);
    return policy.decide(nudge.kind(), moment, settings.rules(), now);
  }

  private @Nullable String recipient() {
    return account != null && account.owner() != null ? account.owner() : settings.owner();
  }
}
