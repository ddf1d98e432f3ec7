package dev.vouch.advocate.identity;

import dev.vouch.advocate.Card;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands between us and two ids of one human, as one. Whatever one of them forbade is
 * forbidden; what passed with either has passed.
 *
 * @param person under whom they are known from then on
 * @param identity the other id
 */
public record Joining(Relationship person, Relationship identity, Merge merge) {

  /** All of it, but for the note that it was joined. */
  public Relationship joined() {
    Relationship all = person;
    Map<String, String> renamed = renamed();
    for (LedgerEntry entry : identity.ledger()) {
      all = all.with(renamed(entry, renamed));
    }
    for (Tie tie : identity.ties()) {
      all = all.with(renamed(tie));
    }
    for (Consent said : consents().values()) {
      all = all.with(said);
    }
    return motivated(all).pausedBy(pause()).ruled(ruling());
  }

  /** The same with that note. */
  public Relationship noted(Relationship joined) {
    return joined.with(merge.entry(merge.identity()));
  }

  /** An id made of the time may stand for one thing here and for another there. */
  private Map<String, String> renamed() {
    Map<String, String> renamed = new HashMap<>();
    for (LedgerEntry entry : identity.ledger()) {
      if (person.entry(entry.id()).filter(one -> !one.equals(entry)).isPresent()) {
        renamed.put(entry.id(), entry.id() + ":" + merge.identity());
      }
    }
    return renamed;
  }

  private static LedgerEntry renamed(LedgerEntry entry, Map<String, String> renamed) {
    Note note = entry.note();
    String about = note.about();
    return new LedgerEntry(
        renamed.getOrDefault(entry.id(), entry.id()),
        entry.kind(),
        entry.from(),
        entry.until(),
        entry.pays(),
        entry.goodwill(),
        new Note(
            note.by(), note.words(), about == null ? null : renamed.getOrDefault(about, about)));
  }

  private Tie renamed(Tie tie) {
    boolean taken =
        person.ties().stream().anyMatch(one -> one.id().equals(tie.id()) && !one.equals(tie));
    String id = taken ? tie.id() + ":" + merge.identity() : tie.id();
    return new Tie(id, tie.kind(), tie.what(), tie.from(), tie.until(), tie.by());
  }

  private Map<Topic, Consent> consents() {
    Map<Topic, Consent> all = new EnumMap<>(Topic.class);
    all.putAll(person.consents());
    identity.consents().forEach((topic, said) -> all.merge(topic, own(said), this::stricter));
    return all;
  }

  /** A no of either holds; where they said the same, what counts after the other does. */
  private Consent stricter(Consent one, Consent other) {
    if (one.agreed() != other.agreed()) {
      return one.agreed() ? other : one;
    }
    return other.counts(one, merge.person()) ? other : one;
  }

  /** Their own word is the person's own word. */
  private Consent own(Consent said) {
    return new Consent(said.topic(), said.answer(), said.at(), said.text(), own(said.by()));
  }

  private @Nullable String own(@Nullable String by) {
    return merge.identity().equals(by) ? merge.person() : by;
  }

  private @Nullable Pause pause() {
    Pause one = person.pause();
    Pause other = identity.pause();
    if (other == null || !other.holds(merge.at())) {
      return one;
    }
    boolean longer =
        one == null
            || !one.holds(merge.at())
            || one.until() != null && (other.until() == null || other.until().isAfter(one.until()));
    String by = Objects.requireNonNullElse(own(other.by()), other.by());
    return longer ? new Pause(by, other.at(), other.until(), other.reason()) : one;
  }

  /** What one chose themselves stands over what was noted of the other. */
  private Relationship motivated(Relationship all) {
    boolean chosen = person.choseMotivators();
    boolean otherChose = identity.choseMotivators();
    Relationship joined = all;
    if (otherChose && !chosen) {
      for (Motivator noted : person.motivators().keySet()) {
        joined = joined.notMovedBy(noted);
      }
    }
    if (otherChose || !chosen) {
      for (Map.Entry<Motivator, Known> known : identity.motivators().entrySet()) {
        String by = Objects.requireNonNull(own(known.getValue().by()));
        joined = joined.movedBy(known.getKey(), new Known(by, known.getValue().at()));
      }
    }
    return joined;
  }

  /** The later word of ours. */
  private @Nullable Ruling ruling() {
    Ruling one = person.pattern();
    Ruling other = identity.pattern();
    return one == null || other != null && other.at().isAfter(one.at()) ? other : one;
  }

  /** The person's card with the roles and the language of the other, and nothing of an account. */
  public static Optional<Card> joined(Optional<Card> person, Optional<Card> other, Merge merge) {
    if (other.isEmpty() || person.isEmpty() && other.get().roles().isEmpty()) {
      return person;
    }
    Card mine =
        person.orElseGet(
            () ->
                new Card(
                    new Card.Handle(merge.person(), null),
                    merge.name(),
                    null,
                    Set.of(),
                    null,
                    other.get().tongue(),
                    "another account of theirs"));
    Set<Role> roles = new HashSet<>(mine.roles());
    roles.addAll(other.get().roles());
    return Optional.of(mine.withRoles(roles));
  }

  /** The card without what a merge gave it. */
  public static Optional<Card> parted(
      Optional<Card> now, Optional<Card> before, Optional<Card> joined) {
    if (now.equals(joined)) {
      return before;
    }
    Set<Role> gained = new HashSet<>(joined.map(Card::roles).orElse(Set.of()));
    before.map(Card::roles).ifPresent(gained::removeAll);
    return now.map(
        card -> {
          Set<Role> left = new HashSet<>(card.roles());
          left.removeAll(gained);
          return card.withRoles(left);
        });
  }

  /** Since when it was joined is told by the merge; by whom it is parted, and when, by these. */
  public record Parting(Merge merge, Set<Topic> saidNo, boolean rests, String by, Instant at) {
    /**
     * @param saidNo to which topics they said no since
     * @param rests whether they asked for silence since, which holds
     */
    public Parting {
      saidNo = Set.copyOf(saidNo);
    }

    private LedgerEntry entry(String about) {
      return Merge.entry(merge.identity(), Kind.UNMERGED, new Note(by, null, about), at);
    }

    /**
     * The person, without what goes with the other id.
     *
     * @param person as they stood before, with what was noted since
     */
    public Relationship staying(Relationship person, Relationship identity, Goes goes) {
      Relationship now = person;
      for (LedgerEntry entry : person.ledger()) {
        if (goes.goes(entry, person, identity)) {
          now = now.without(entry.id());
        }
      }
      return now.with(entry(merge.identity()));
    }

    /** The other id as it stood, with what goes with it and with every no that was said since. */
    public Relationship going(Relationship person, Relationship identity, Goes goes) {
      Relationship now = identity;
      for (LedgerEntry entry : person.ledger()) {
        if (goes.goes(entry, person, identity)) {
          now = now.with(entry);
        }
      }
      for (Topic topic : saidNo) {
        now = refused(now, person, topic);
      }
      Pause pause = person.pause();
      if (rests && pause != null) {
        now = now.pausedBy(new Pause(merge.identity(), pause.at(), pause.until(), pause.reason()));
      }
      return now.with(merge.entry(merge.person())).with(entry(merge.person()));
    }

    private Relationship refused(Relationship identity, Relationship person, Topic topic) {
      Consent before = identity.consents().get(topic);
      Consent said = Objects.requireNonNull(person.consents().get(topic));
      if (before != null && !before.agreed()) {
        return identity;
      }
      String by = merge.person().equals(said.by()) ? merge.identity() : said.by();
      Relationship now =
          identity.with(new Consent(topic, said.answer(), said.at(), said.text(), by));
      return person.entries(Kind.DECLINED).stream()
          .filter(entry -> entry.isAbout(topic.wire()))
          .reduce((earlier, later) -> later)
          .map(now::with)
          .orElse(now);
    }
  }

  /** Tells what belongs to something that goes with the other id. */
  @FunctionalInterface
  public interface Goes {
    /** Whether a message was said by the other id. */
    boolean saidByThem(String mention);

    private boolean goes(LedgerEntry entry, Relationship person, Relationship identity) {
      String about = entry.note().about();
      return about != null
          && (saidByThem(about)
              || identity.entry(about).isPresent() && person.entry(about).isEmpty());
    }
  }
}
