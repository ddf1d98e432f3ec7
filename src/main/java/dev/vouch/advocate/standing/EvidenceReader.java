package dev.vouch.advocate.standing;

import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Neglect.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the evidence about people as it is at one moment. Of an account it looks at twenty of its
 * people, so that what a look takes does not grow with the account, and remembers what it saw.
 */
public final class EvidenceReader {
  private static final int COLLEAGUES = 20;
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
    String account = contact.account().orElse("");
    List<String> people = people(contact.id(), account);
    List<Subject> subjects = new ArrayList<>(people.stream().map(Subject::person).toList());
    subjects.add(Subject.account(account));
    Map<Subject, Relationship> between = relationships.all(subjects);
    Map<String, List<Heard>> heard = advocates.heard(people, MENTIONS);
    Optional<Neglect> known = neglects.get(account);
    Optional<Neglect> neglect =
        known == null
            ? Neglect.of(people.stream().map(one -> voice(one, between, heard)).toList(), now)
            : known;
    if (!account.isEmpty()) {
      neglects.put(account, neglect);
    }
    Voice own = voice(contact.id(), between, heard);
    return new Evidence(
        advocates.acts(contact.id()),
        own.heard(),
        own.between(),
        Objects.requireNonNull(between.get(Subject.account(account))),
        neglect.orElse(null));
  }

  /** The person first, and those of their account unless it has been looked at. */
  private List<String> people(String person, String account) {
    Set<String> people = new LinkedHashSet<>(List.of(person));
    if (!account.isEmpty() && !neglects.containsKey(account)) {
      advocates.people(account, COLLEAGUES).forEach(people::add);
    }
    return List.copyOf(people);
  }

  private static Voice voice(
      String person, Map<Subject, Relationship> between, Map<String, List<Heard>> heard) {
    List<Heard> said = heard.getOrDefault(person, List.of());
    return new Voice(
        Objects.requireNonNull(between.get(Subject.person(person))).answered(said), said);
  }
}
