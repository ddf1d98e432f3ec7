package dev.vouch.pipeline;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Trend;
import dev.vouch.nudge.Decision;
import dev.vouch.nudge.Moment;
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
 * @param between what stands between us and the person
 * @param roles what follows from what the person is to us
 * @param settings the workspace's, which name who is asked where an account has no owner
 */
record NudgeCase(
    Acted acted,
    @Nullable Account account,
    Past past,
    Relationship between,
    RoleRules roles,
    TeamSettings settings) {
  private static final int LATEST = 200;

  /** Of somebody we have heard; asks for their account, and for what is noted of them. */
  static NudgeCase of(Acted acted, Past past, Workspace workspace) {
    Contact about = Objects.requireNonNull(acted.contact(), "nobody we have heard");
    return new NudgeCase(
        acted,
        about.account().flatMap(workspace.accounts()::account).orElse(null),
        past,
        workspace.relationships().of(Subject.person(about.id())),
        RoleRules.of(RoleRules.roles(about, workspace.accounts().cards().card(about.id()))),
        workspace.settings().settings());
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
            about().id(),
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
    List<Tie> ties = act == null ? List.of() : between.tiesOn(act.at());
    return ties.isEmpty()
        ? String.join(" ", roles.reasons())
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
        new Moment(
            nudge.id(),
            acted.act(),
            acted.heard(),
            about(),
            account,
            to,
            zone,
            last,
            between,
            roles);
    return policy.decide(nudge.kind(), moment, settings.rules(), now);
  }

  private @Nullable String recipient() {
    return account != null && account.owner() != null ? account.owner() : settings.owner();
  }
}
