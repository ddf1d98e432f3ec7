package dev.vouch.advocate.standing;

import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Neglect.Voice;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the evidence about people as it is at one moment. Of an account it looks at what its people
 * said of late that wanted an answer, so that what a look takes does not grow with the account, and
 * remembers what it saw.
 */
public final class EvidenceReader {
  private static final int MENTIONS = 200;

  private final AdvocateBook advocates;
  private final RelationshipBook relationships;
  private final Instant now;
  private final Map<String, Optional<Neglect>> neglects = new HashMap<>();

  public EvidenceReader(AdvocateBook advocates, RelationshipBook relationships, Instant now) {
    this.advocates = advocates;
    this.relationships = relationships;
    this.now = now;
  }

  /** All that can say where a person stands. */
  public Evidence of(Contact contact) {
    Subject person = Subject.person(contact.id());
    Subject account = Subject.account(contact.account().orElse(""));
    Map<Subject, Relationship> between = relationships.all(List.of(person, account));
    List<Heard> heard = advocates.heard(contact.id(), MENTIONS);
    Relationship own = Objects.requireNonNull(between.get(person)).answered(heard);
    Optional<Neglect> neglect =
        account.id().isEmpty()
            ? Neglect.of(List.of(new Voice(own, heard)), now)
            : neglects.computeIfAbsent(account.id(), this::neglect);
    return new Evidence(
        advocates.acts(contact.id()),
        heard,
        own,
        Objects.requireNonNull(between.get(account)),
        neglect.orElse(null));
  }

  private Optional<Neglect> neglect(String account) {
    Map<Subject, List<Heard>> waiting =
        advocates.waiting(account, Neglect.since(now)).stream()
            .collect(Collectors.groupingBy(one -> Subject.person(one.person())));
    List<Voice> voices =
        relationships.all(waiting.keySet()).values().stream()
            .map(between -> voice(between, waiting.getOrDefault(between.with(), List.of())))
            .toList();
    return Neglect.of(voices, now);
  }

  private static Voice voice(Relationship between, List<Heard> said) {
    return new Voice(between.answered(said), said);
  }
}
