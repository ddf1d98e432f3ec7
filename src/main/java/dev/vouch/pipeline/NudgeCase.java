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
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Decision;
import dev.vouch.nudge.Decision.Nothing;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog.Past;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.Situation;
import dev.vouch.nudge.Situation.Place;
import dev.vouch.nudge.Situation.Terms;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.pipeline.moment.Peers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that decisions about the nudges of one person rest on, read once.
 *
 * @param acted the person and the mention at hand, as they stand now
 * @param evidence about the person; only what is at hand while a nudge is opened
 * @param past what there was about the person before
 * @param settings the workspace's, which name who is asked where an account has no owner
 * @param terms on which we are with the person
 */
record NudgeCase(
    Acted acted,
    Evidence evidence,
    @Nullable Account account,
    Past past,
    TeamSettings settings,
    Terms terms) {
  private static final int LATEST = 200;

  /** Of somebody we have heard; asks for their account, and for what they or we said in words. */
  static NudgeCase toOpen(Acted acted, Past past, Workspace workspace) {
    Contact about = about(acted);
    Relationship between = workspace.relationships().of(Subject.person(about.id()));
    Evidence atHand =
        new Evidence(
            Stream.ofNullable(acted.act()).toList(),
            Stream.ofNullable(acted.heard()).toList(),
            between,
            Relationship.none(Subject.account("")),
            null);
    return of(acted, atHand, past, workspace).on(Terms.said(between, roles(about, workspace)));
  }

  /** Of somebody we have heard; asks for their account, and for all that says where they stand. */
  static NudgeCase toSend(Acted acted, Past past, Workspace workspace, Instant now) {
    Evidence evidence =
        new EvidenceReader(workspace.advocates(), workspace.relationships(), now).of(about(acted));
    return of(acted, evidence, past, workspace, now);
  }

  /** Of somebody of whom all is known that says where they stand; asks for their account. */
  static NudgeCase of(Acted acted, Evidence evidence, Past past, Workspace workspace, Instant now) {
    Standing standing = PersonStanding.of(evidence, now).standing();
    return of(acted, evidence, past, workspace)
        .on(Terms.of(standing, evidence.person(), roles(about(acted), workspace)));
  }

  private static RoleRules roles(Contact about, Workspace workspace) {
    return RoleRules.of(RoleRules.roles(about, workspace.accounts().cards().card(about.id())));
  }

  private static NudgeCase of(Acted acted, Evidence evidence, Past past, Workspace workspace) {
    Account account = about(acted).account().flatMap(workspace.accounts()::account).orElse(null);
    TeamSettings settings = workspace.settings().settings();
    return new NudgeCase(acted, evidence, account, past, settings, Terms.FREE);
  }

  private NudgeCase on(Terms newTerms) {
    return new NudgeCase(acted, evidence, account, past, settings, newTerms);
  }

  /** The same with what an occasion came of at hand. */
  NudgeCase at(Occasion occasion) {
    MentionId mention = occasion.mention();
    if (mention == null || acted.heard() != null) {
      return this;
    }
    AdvocacyAct act =
        evidence.acts().stream()
            .filter(one -> one.mention().equals(mention))
            .findAny()
            .orElse(null);
    Heard heard =
        evidence.heard().stream()
            .filter(one -> one.mention().equals(mention))
            .findAny()
            .orElse(null);
    Acted there = new Acted(acted.contact(), act, heard);
    return new NudgeCase(there, evidence, account, past, settings, terms);
  }

  private static Contact about(Acted acted) {
    return Objects.requireNonNull(acted.contact(), "nobody we have heard");
  }

  /** A nudge of an occasion, before anything is decided; about the id by which it was said. */
  Nudge draft(NudgeKind kind, Occasion occasion, Instant now) {
    Contact about = about(acted);
    Heard heard = acted.heard();
    String id = heard == null ? about.id() : heard.person();
    Nudge.Party party = new Nudge.Party("", id, about.name(), "", null);
    return refreshed(Nudge.draft(kind, occasion, party, now));
  }

  /** What the owner should know beside the words; null where there is nothing. */
  @Nullable String note(NudgeKind kind, Workspace workspace, Instant now) {
    return switch (kind) {
      case DELIGHT, EXEC_INTRO, OFFER_TO_VOUCH, CHECK_IN -> null;
      case PEER_HELP -> new Peers(workspace).sentence(about(acted), now);
      case DISCLOSURE_REMINDER -> ties();
      case COMPETITOR_FLAG ->
          Trend.of(workspace.advocates().heard(about(acted).id(), LATEST), now).sentence();
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
    return isQuiet(nudge)
        ? new Nothing(Reason.QUIET_CHANNEL)
        : policy.decide(nudge, situation(directory), settings.rules(), now);
  }

  private boolean isQuiet(Nudge nudge) {
    MentionId mention = nudge.mention();
    return mention != null && settings.etiquette().in(mention.channel()) != ChannelRule.LISTEN;
  }

  /** Whether the person is among those about whom such a nudge could be sent. */
  Optional<Exposure> exposure(Nudge nudge, NudgePolicy policy, Directory directory, Instant now) {
    return isQuiet(nudge)
        ? Optional.empty()
        : policy.exposure(nudge, situation(directory), settings.rules(), now);
  }

  private Situation situation(Directory directory) {
    String to = recipient();
    Place place = new Place(account, to, to == null ? ZoneOffset.UTC : directory.zone(to));
    return new Situation(acted, evidence, place, past, terms);
  }

  private @Nullable String recipient() {
    return account != null && account.owner() != null ? account.owner() : settings.owner();
  }
}
