package dev.vouch.pipeline.nudge;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Card;
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
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.moment.Peers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** Of people we have heard; asks for their accounts, and for what they or we said in words. */
  static List<NudgeCase> toOpen(List<NudgeOpening.Turn> turns, Workspace workspace) {
    List<String> people = turns.stream().map(turn -> about(turn.acted()).id()).toList();
    Map<Subject, Relationship> between =
        workspace.relationships().all(people.stream().map(Subject::person).toList());
    Map<String, Card> cards = workspace.accounts().cards().cards(people);
    Map<String, Account> accounts =
        workspace
            .accounts()
            .accounts(
                turns.stream()
                    .flatMap(turn -> about(turn.acted()).account().stream())
                    .distinct()
                    .toList());
    TeamSettings settings = workspace.settings().settings();
    List<NudgeCase> cases = new ArrayList<>();
    for (NudgeOpening.Turn turn : turns) {
      Contact about = about(turn.acted());
      Relationship ours = Objects.requireNonNull(between.get(Subject.person(about.id())));
      RoleRules roles = roles(about, Optional.ofNullable(cards.get(about.id())));
      Account account = about.account().map(accounts::get).orElse(null);
      Evidence evidence = atHand(turn.acted(), ours);
      cases.add(
          new NudgeCase(
              turn.acted(), evidence, account, turn.past(), settings, Terms.said(ours, roles)));
    }
    return cases;
  }

  private static Evidence atHand(Acted acted, Relationship between) {
    return new Evidence(
        Stream.ofNullable(acted.act()).toList(),
        Stream.ofNullable(acted.heard()).toList(),
        between,
        Relationship.none(Subject.account("")),
        null);
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
    Contact about = about(acted);
    RoleRules roles = roles(about, workspace.accounts().cards().card(about.id()));
    return new NudgeCase(
        acted,
        evidence,
        about.account().flatMap(workspace.accounts()::account).orElse(null),
        past,
        workspace.settings().settings(),
        Terms.of(standing, evidence.person(), roles));
  }

  private static RoleRules roles(Contact about, Optional<Card> card) {
    return RoleRules.of(RoleRules.roles(about, card));
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
