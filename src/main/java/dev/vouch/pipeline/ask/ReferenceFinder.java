package dev.vouch.pipeline.ask;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Facts;
import dev.vouch.nudge.reference.Candidate;
import dev.vouch.nudge.reference.Candidate.Said;
import dev.vouch.nudge.reference.Facet;
import dev.vouch.nudge.reference.Need;
import dev.vouch.nudge.reference.Need.Fit;
import dev.vouch.nudge.reference.Proposals;
import dev.vouch.nudge.reference.Proposals.Assessed;
import dev.vouch.nudge.reference.Rotation;
import dev.vouch.pipeline.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds whom to ask for what a rep looks for. It looks at people with acts and at people of
 * accounts that fit, so many of each at most, never at everybody; whether they bear an ask is asked
 * of those alone who fit.
 */
public final class ReferenceFinder {
  private static final int MOST_ACCOUNTS = 2_000;
  private static final int MOST_ACTING = 200;
  private static final int FITTING_ACCOUNTS = 30;
  private static final int OF_EACH = 20;
  private static final int MOST_ASSESSED = 60;
  private static final int MOST_ASKS = 5_000;
  private static final int MENTIONS = 100;

  private final Workspace workspace;
  private final AskGate gate;

  public ReferenceFinder(Workspace workspace) {
    this.workspace = workspace;
    this.gate = new AskGate(workspace);
  }

  /**
   * What was found.
   *
   * @param rotation how often each was asked of late
   * @param looked how many people were looked at
   * @param beyond how many who fit were not looked at more closely, because there were too many
   */
  public record Found(Need need, Proposals proposals, Rotation rotation, int looked, int beyond) {}

  /** Looks for people whom {@code asking} might be asked of, if they are as the words say. */
  public Found find(Asking asking, Instant now) {
    List<Account> accounts = workspace.accounts().accounts(MOST_ACCOUNTS);
    Need need = Need.read(asking.words(), accounts);
    Map<String, Candidate> pool = pool(need, accounts);
    Rotation rotation = rotation(now);
    Map<Boolean, List<Candidate>> byFit =
        pool.values().stream()
            .sorted(
                Comparator.<Candidate>comparingInt(one -> rotation.times(one.person()))
                    .thenComparing(Candidate::person))
            .collect(Collectors.partitioningBy(one -> need.fit(one).holds()));
    List<Candidate> fitting = Objects.requireNonNull(byFit.get(true));
    List<Candidate> close = fitting.subList(0, Math.min(MOST_ASSESSED, fitting.size()));
    List<Assessed> people = new ArrayList<>();
    EvidenceReader reader = gate.reader(now);
    saying(close)
        .forEach(
            one ->
                people.add(
                    assessed(
                        one, need.fit(one), asking, gate.facts(one.person(), reader, now), now)));
    Objects.requireNonNull(byFit.get(false)).forEach(one -> people.add(unfit(one, need)));
    return new Found(
        need, Proposals.of(people, rotation), rotation, pool.size(), fitting.size() - close.size());
  }

  private Rotation rotation(Instant now) {
    Instant from = now.minus(Duration.ofDays(Rotation.DAYS));
    Map<String, Integer> asked = new HashMap<>();
    workspace.asks().since(from, MOST_ASKS).stream()
        .filter(Ask::counts)
        .forEach(ask -> asked.merge(ask.about(), 1, Integer::sum));
    double share = workspace.settings().settings().etiquette().askShare() / 100.0;
    return new Rotation(asked, share);
  }

  private Map<String, Candidate> pool(Need need, List<Account> accounts) {
    Map<String, Account> byId =
        accounts.stream().collect(Collectors.toMap(Account::id, Function.identity()));
    Set<String> ids = new LinkedHashSet<>();
    accounts.stream()
        .filter(account -> fits(account, need))
        .limit(need.wanted().isEmpty() ? 0 : FITTING_ACCOUNTS)
        .forEach(account -> ids.addAll(workspace.advocates().people(account.id(), OF_EACH)));
    workspace.advocates().top(MOST_ACTING).forEach(contact -> ids.add(contact.id()));
    Map<String, Card> cards = workspace.accounts().cards().cards(ids);
    return workspace.advocates().contacts(ids).values().stream()
        .map(contact -> candidate(contact, byId, cards))
        .collect(Collectors.toMap(Candidate::person, Function.identity()));
  }

  private static boolean fits(Account account, Need need) {
    return need.fit(new Candidate("", "", account, null, List.of())).missing().stream()
        .allMatch(one -> one.facet() == Facet.LANGUAGE);
  }

  private static Candidate candidate(
      Contact contact, Map<String, Account> accounts, Map<String, Card> cards) {
    Card card = cards.get(contact.id());
    return new Candidate(
        contact.id(),
        contact.name(),
        contact.account().map(accounts::get).orElse(null),
        card == null ? null : card.tongue().language(),
        List.of());
  }

  /** With what they said: their acts and whatever else of theirs is kept. */
  private List<Candidate> saying(List<Candidate> people) {
    List<String> ids = people.stream().map(Candidate::person).toList();
    Map<String, List<AdvocacyAct>> acts = workspace.advocates().acts(ids);
    Map<String, List<Heard>> heard = workspace.advocates().heard(ids, MENTIONS);
    return people.stream()
        .map(
            one ->
                one.saying(
                    Stream.concat(
                            acts.getOrDefault(one.person(), List.of()).stream()
                                .flatMap(ReferenceFinder::said),
                            heard.getOrDefault(one.person(), List.of()).stream()
                                .flatMap(ReferenceFinder::said))
                        .toList()))
        .toList();
  }

  private static Stream<Said> said(AdvocacyAct act) {
    return act.evidence().stream().map(words -> new Said(words, act.at(), act.permalink()));
  }

  private static Stream<Said> said(Heard heard) {
    return heard.evidence().stream()
        .map(words -> new Said(words, heard.mention().at(), heard.permalink()));
  }

  private static Assessed assessed(
      Candidate one, Fit fit, Asking asking, Facts facts, Instant now) {
    return new Assessed(
        one,
        fit,
        asking.refused(facts, now).orElse(null),
        facts.standing(),
        Goodwill.of(facts.person(), facts.heard(), now));
  }

  private static Assessed unfit(Candidate one, Need need) {
    return new Assessed(one, need.fit(one), null, Standing.UNKNOWN, 0);
  }
}
