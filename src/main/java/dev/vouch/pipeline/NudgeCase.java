package dev.vouch.pipeline;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Trend;
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
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about the nudges of one mention rests on, read once.
 *
 * @param acted the mention, as it stands now
 * @param past what there was about the person before
 * @param settings the workspace's, which name who is asked where an account has no owner
 * @param terms on which we are with the person
 */
record NudgeCase(
    Acted acted, @Nullable Account account, Past past, TeamSettings settings, Terms terms) {
  private static final int LATEST = 200;

  /** Of somebody we have heard; asks for their account, and for what they or we said in words. */
  static NudgeCase toOpen(Acted acted, Past past, Workspace workspace) {
    Contact about = Objects.requireNonNull(acted.contact(), "nobody we have heard");
    Relationship between = workspace.relationships().of(Subject.person(about.id()));
    return of(acted, past, workspace, Terms.said(between, roles(about, workspace)));
  }

  /** Of somebody we have heard; asks for their account, and for all that says where they stand. */
  static NudgeCase toSend(Acted acted, Past past, Workspace workspace, Instant now) {
    Contact about = Objects.requireNonNull(acted.contact(), "nobody we have heard");
    Evidence evidence =
        new EvidenceReader(workspace.advocates(), workspace.relationships(), now).of(about);
    Standing standing = PersonStanding.of(evidence, now).standing();
    Terms terms = Terms.of(standing, evidence.person(), roles(about, workspace));
    return of(acted, past, workspace, terms);
  }

  private static RoleRules roles(Contact about, Workspace workspace) {
    return RoleRules.of(RoleRules.roles(about, workspace.accounts().cards().card(about.id())));
  }

  private static NudgeCase of(Acted acted, Past past, Workspace workspace, Terms terms) {
    Contact about = Objects.requireNonNull(acted.contact(), "nobody we have heard");
    Account account = about.account().flatMap(workspace.accounts()::account).orElse(null);
    return new NudgeCase(acted, account, past, workspace.settings().settings(), terms);
  }

  private Contact about() {
    return Objects.requireNonNull(acted.contact(), "nobody we have heard");
  }

  /** A nudge about the mention, before anything is decided. */
  Nudge draft(NudgeKind kind, Instant now) {
    Heard heard = Objects.requireNonNull(acted.heard(), "nothing that stands");
    AdvocacyAct act = acted.act();
    Nudge draft =
        new Nudge(
            Nudge.idOf(kind, heard.mention()),
            kind,
            "",
            heard.person(),
            about().name(),
            "",
            null,
            heard.mention(),
            act == null ? heard.permalink() : act.permalink(),
            act == null ? heard.evidence() : act.evidence(),
            Nudge.State.HELD,
            "",
            now,
            null,
            null,
            null);
    return refreshed(draft);
  }

  /** What the owner should know beside the words; null where there is nothing. */
  @Nullable String note(NudgeKind kind, Workspace workspace, Instant now) {
    return switch (kind) {
      case DELIGHT, EXEC_INTRO -> null;
      case DISCLOSURE_REMINDER -> ties();
      case COMPETITOR_FLAG ->
          Trend.of(workspace.advocates().heard(about().id(), LATEST), now).sentence();
    };
  }

  private @Nullable String ties() {
    AdvocacyAct act = acted.act();
    List<Tie> ties =
        act == null
            ? List.of()
            : terms.ties().stream().filter(tie -> tie.bearsOn(act.at())).toList();
    return ties.isEmpty()
        ? String.join(" ", terms.roles().reasons())
        : ties.stream()
            .map(tie -> "%s (%s)".formatted(tie.what(), tie.kind().wire()))
            .collect(Collectors.joining(", ", "Ties on record: ", "."));
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
    Moment moment =
        new Moment(nudge.id(), acted.act(), acted.heard(), about(), account, to, zone, last, terms);
    return policy.decide(nudge.kind(), moment, settings.rules(), now);
  }

  private @Nullable String recipient() {
    return account != null && account.owner() != null ? account.owner() : settings.owner();
  }
}
