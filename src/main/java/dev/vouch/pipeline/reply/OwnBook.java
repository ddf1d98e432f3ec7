package dev.vouch.pipeline.reply;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.reply.OwnRecord.Passed;
import dev.vouch.pipeline.reply.OwnRecord.Said;
import dev.vouch.pipeline.reply.OwnRecord.Who;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what a workspace holds about one person, for that person. */
public record OwnBook(
    AdvocateBook advocates,
    AccountBook accounts,
    RelationshipBook relationships,
    Directory directory) {
  private static final int ALL = 10_000;

  /** What the person knows by themselves, or was only suggested to one of us. */
  private static final Set<Kind> LEFT_OUT =
      EnumSet.of(Kind.NUDGE, Kind.REACTION, Kind.SHARE, Kind.AGREED, Kind.DECLINED);

  /** That of a workspace. */
  public static OwnBook of(Workspace workspace) {
    return new OwnBook(
        workspace.advocates(),
        workspace.accounts(),
        workspace.relationships(),
        workspace.directory());
  }

  /**
   * What is held about a person, which may be nothing but what Slack tells anybody. By each of
   * their accounts they are shown what they said by it: one of us may be wrong about whose they
   * are.
   */
  public OwnRecord of(String person) {
    Relationship between = relationships.of(Subject.person(person));
    return new OwnRecord(
        who(person),
        directory.home().name(),
        advocates.heard(person, ALL).stream()
            .filter(heard -> heard.person().equals(person))
            .map(OwnBook::said)
            .toList(),
        consents(between, person),
        between.pause(),
        between.motivators().keySet(),
        between.choseMotivators(),
        between.ties(),
        between.ledger().stream()
            .filter(entry -> !LEFT_OUT.contains(entry.kind()))
            .sorted(Comparator.comparing(LedgerEntry::from).reversed())
            .map(entry -> new Passed(entry.from(), entry.kind()))
            .toList(),
        language(between));
  }

  /**
   * The language in which somebody is told something: that of the text which they answered last,
   * else of what is known of them from elsewhere, else of their Slack.
   */
  public Language language(String person) {
    return language(relationships.of(Subject.person(person)));
  }

  private Language language(Relationship between) {
    String person = between.with().id();
    return between.consents().values().stream()
        .filter(consent -> person.equals(consent.by()))
        .max(Comparator.comparing(Consent::at))
        .flatMap(consent -> PurposeText.language(consent.text()))
        .or(
            () ->
                accounts
                    .cards()
                    .card(person)
                    .flatMap(card -> Language.of(card.tongue().language())))
        .or(() -> directory.locale(person).flatMap(Language::of))
        .orElse(Language.ENGLISH);
  }

  /** What they said themselves, by whichever of their accounts, is their own word. */
  private static Map<Topic, Consent> consents(Relationship between, String person) {
    Map<Topic, Consent> own = new EnumMap<>(Topic.class);
    between
        .consents()
        .forEach(
            (topic, said) -> {
              String by = between.with().id().equals(said.by()) ? person : said.by();
              own.put(topic, new Consent(topic, said.answer(), said.at(), said.text(), by));
            });
    return own;
  }

  private Who who(String person) {
    Optional<Contact> contact = advocates.contact(person);
    Optional<Card> card = accounts.cards().card(person);
    String name = contact.map(Contact::name).orElseGet(() -> directory.name(person));
    String account =
        contact
            .flatMap(Contact::account)
            .flatMap(accounts::account)
            .map(Account::name)
            .orElse(null);
    return new Who(
        person,
        name,
        account,
        card.map(Card::title).orElse(null),
        card.map(known -> known.handle().email()).orElse(null));
  }

  private static Said said(Heard heard) {
    return new Said(heard.mention(), heard.intent(), heard.permalink(), heard.evidence());
  }
}
