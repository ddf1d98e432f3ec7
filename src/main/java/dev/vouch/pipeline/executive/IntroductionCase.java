package dev.vouch.pipeline.executive;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Card.Tongue;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.mention.Author;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.executive.Brief;
import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Matching;
import dev.vouch.nudge.executive.Matching.Candidate;
import dev.vouch.nudge.executive.Refusal;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a decision about the introduction of somebody rests on, read once. */
public record IntroductionCase(
    Contact person,
    @Nullable Account account,
    Optional<Card> card,
    Evidence evidence,
    Workspace workspace,
    Instant now) {
  private static final int LATEST = 500;

  /** Those after which the same two need not be brought together again soon. */
  private static final Set<Stage> MET =
      Set.of(Stage.DECLINED, Stage.HAPPENED, Stage.UNTOLD, Stage.EXPIRED, Stage.APPROVED);

  public static IntroductionCase of(String person, Workspace workspace, Instant now) {
    Contact contact =
        workspace
            .advocates()
            .contact(person)
            .orElseGet(
                () ->
                    new Contact(
                        person,
                        workspace.directory().name(person),
                        null,
                        Map.of(),
                        Reach.NONE,
                        0,
                        null,
                        null));
    return new IntroductionCase(
        contact,
        contact.account().flatMap(workspace.accounts()::account).orElse(null),
        workspace.accounts().cards().card(contact.id()),
        new EvidenceReader(workspace.advocates(), workspace.relationships(), now).of(contact),
        workspace,
        now);
  }

  /**
   * The same nudge with the executive who suits best, and why; as it is where there is no roster,
   * or nobody on it can.
   */
  public static Nudge suggested(Nudge nudge, Workspace workspace, Instant now) {
    if (workspace.executives().roster().isEmpty()) {
      return nudge;
    }
    return of(nudge.about(), workspace, now).matching().ranked().stream()
        .findFirst()
        .map(
            match ->
                nudge
                    .lookedAfterBy(nudge.to(), nudge.accountName(), match.executive().person())
                    .noted(match.why().isEmpty() ? null : String.join("; ", match.why()) + "."))
        .orElse(nudge);
  }

  /** Why they are not to be introduced to an executive now. */
  Optional<Refusal> refusal() {
    return Refusal.of(
        new Refusal.Facts(
            evidence.person(),
            PersonStanding.of(evidence, now).standing(),
            RoleRules.of(RoleRules.roles(person, card))),
        now);
  }

  Brief brief() {
    return Brief.of(evidence, card.map(Card::title).orElse(null), account, now);
  }

  /** Which of our executives suit them now. */
  public Matching matching() {
    List<Executive> roster = workspace.executives().roster();
    Map<String, ZoneId> zones = new HashMap<>();
    Map<String, YearMonth> months = new HashMap<>();
    for (Executive one : roster) {
      ZoneId zone = workspace.directory().zone(one.person());
      zones.put(one.person(), zone);
      months.put(one.person(), YearMonth.from(now.atZone(zone)));
    }
    Map<String, Integer> taken = workspace.executives().taken(months);
    List<Introduction> latest = workspace.executives().latest(LATEST);
    return Matching.of(
        wanted(),
        roster.stream()
            .map(
                one ->
                    new Candidate(
                        one,
                        zones.get(one.person()),
                        isHere(one.person(), workspace),
                        one.capacity() - taken.getOrDefault(one.person(), 0),
                        lately(one.person(), latest),
                        met(one.person(), latest)))
            .toList(),
        now);
  }

  /** Whether an executive is still one of our own people. */
  public static boolean isHere(String executive, Workspace workspace) {
    return workspace.directory().isActive(executive)
        && workspace
            .directory()
            .author(executive)
            .filter(author -> author.kind() == Author.Kind.STAFF)
            .isPresent();
  }

  private int lately(String executive, List<Introduction> latest) {
    return Math.toIntExact(
        latest.stream()
            .filter(one -> one.executive().equals(executive) && one.stage().holdsSlot())
            .filter(one -> one.request().at().plus(Matching.LATELY).isAfter(now))
            .count());
  }

  private @Nullable Instant met(String executive, List<Introduction> latest) {
    return latest.stream()
        .filter(one -> one.executive().equals(executive) && MET.contains(one.stage()))
        .filter(one -> one.request().person().equals(person.id()))
        .map(Introduction::since)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private Matching.Person wanted() {
    String title = card.map(Card::title).orElse(null);
    String sector = account == null ? null : account.profile().sector();
    List<String> words =
        Stream.of(
                evidence.acts().stream().flatMap(act -> act.evidence().stream()),
                evidence.heard().stream()
                    .filter(heard -> !heard.abstained())
                    .flatMap(heard -> heard.evidence().stream()),
                Stream.ofNullable(title),
                Stream.ofNullable(sector))
            .flatMap(all -> all)
            .toList();
    return new Matching.Person(
        person.id(),
        account,
        words,
        evidence.person().motivators().keySet(),
        title,
        new Tongue(card.map(one -> one.tongue().language()).orElse(null), zone()));
  }

  /** Where they are: by their card, else by what Slack says. */
  @Nullable String zone() {
    return card.map(one -> one.tongue().zone())
        .or(() -> workspace.directory().author(person.id()).map(Author::zone))
        .orElse(null);
  }
}
