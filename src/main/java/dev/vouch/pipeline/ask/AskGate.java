package dev.vouch.pipeline.ask;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.advocate.standing.PersonStanding;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Asking;
import dev.vouch.nudge.ask.Asking.Facts;
import dev.vouch.nudge.ask.Asking.Refused;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether people may be asked, by what stands between us and them, and what asks and answers leave
 * there. Spending is one atomic step, so that of a thousand who ask at once one may.
 */
public final class AskGate {
  private static final int MENTIONS = 500;

  private final Workspace workspace;

  public AskGate(Workspace workspace) {
    this.workspace = workspace;
  }

  /** All that a decision about an ask of that person rests on. */
  public Facts facts(String person, Instant now) {
    return facts(person, reader(now), now);
  }

  Facts facts(String person, EvidenceReader reader, Instant now) {
    return workspace
        .advocates()
        .contact(person)
        .map(contact -> facts(contact, reader, now))
        .orElseGet(() -> ofNobodyHeard(person));
  }

  /** What reads the evidence about several people, whose accounts it looks at once. */
  EvidenceReader reader(Instant now) {
    return new EvidenceReader(workspace.advocates(), workspace.relationships(), now);
  }

  private Facts facts(Contact contact, EvidenceReader reader, Instant now) {
    Evidence evidence = reader.of(contact);
    List<Heard> heard = workspace.advocates().heard(contact.id(), MENTIONS);
    Optional<Card> card = workspace.accounts().cards().card(contact.id());
    return new Facts(
        evidence.person().answered(heard),
        contact.account().isPresent() ? evidence.account() : null,
        heard,
        evidence.acts(),
        PersonStanding.of(evidence, now).standing(),
        RoleRules.of(RoleRules.roles(contact, card)));
  }

  private Facts ofNobodyHeard(String person) {
    return new Facts(
        workspace.relationships().of(Subject.person(person)),
        null,
        List.of(),
        List.of(),
        Standing.UNKNOWN,
        RoleRules.of(
            RoleRules.noted(
                workspace.accounts().cards().card(workspace.identities().person(person)))));
  }

  /** Why the person may not be asked now; empty if they may. Nothing is written. */
  public Optional<Refused> look(Asking asking, String person, Instant now) {
    return asking.refused(facts(person, now), now);
  }

  /** Takes from goodwill what the ask takes, or says why not. Twice is once. */
  public Optional<Refused> spend(Asking asking, String person, Instant now) {
    Facts facts = facts(person, now);
    return workspace
        .relationships()
        .decide(
            both(person),
            stand -> {
              Facts stands =
                  facts.with(
                      stand.get(0).answered(facts.heard()), stand.size() > 1 ? stand.get(1) : null);
              Optional<Refused> why = asking.refused(stands, now);
              return new Decided<>(why.isPresent() ? stand : with(asking.entry(now), stand), why);
            });
  }

  /** Nobody was asked after all: it took nothing. */
  void takeBack(String askId, String person) {
    Object unused =
        workspace
            .relationships()
            .decide(
                both(person),
                stand ->
                    new Decided<>(
                        stand.stream().map(one -> one.without(askId)).toList(), Boolean.TRUE));
  }

  /**
   * Notes an answer that decides something, and gives back what a no gives back.
   *
   * @return what stands of it in the ledger; empty where it decides nothing, or something else was
   *     said before that ended the ask
   */
  public Optional<LedgerEntry> note(String person, String askId, Answer answer) {
    return workspace
        .relationships()
        .decide(
            both(person),
            stand -> {
              Optional<LedgerEntry> entry =
                  stand
                      .get(0)
                      .entry(askId)
                      .flatMap(answer::entry)
                      .flatMap(one -> noted(one, stand.get(0), askId));
              return new Decided<>(entry.map(one -> with(one, stand)).orElse(stand), entry);
            });
  }

  /** What was noted before stands as it was noted. */
  private static Optional<LedgerEntry> noted(LedgerEntry entry, Relationship person, String askId) {
    boolean over =
        person.has(askId, Kind.ASK_DONE, Kind.ASK_DECLINED, Kind.ASK_LATER)
            && person.entry(entry.id()).isEmpty();
    return over ? Optional.empty() : person.entry(entry.id()).or(() -> Optional.of(entry));
  }

  private static List<Relationship> with(LedgerEntry entry, List<Relationship> stand) {
    return stand.stream().map(one -> one.with(entry)).toList();
  }

  /** What is asked of a person is asked of their account, too. */
  private List<Subject> both(String person) {
    List<Subject> both = new ArrayList<>(List.of(Subject.person(person)));
    workspace
        .advocates()
        .contact(person)
        .flatMap(Contact::account)
        .map(Subject::account)
        .ifPresent(both::add);
    return both;
  }
}
