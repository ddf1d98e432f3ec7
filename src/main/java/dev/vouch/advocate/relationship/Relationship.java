package dev.vouch.advocate.relationship;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Place;
import dev.vouch.advocate.Weighed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that stands between us and one person or account, beside what they said.
 *
 * @param version moves with every change
 * @param ledger by time, oldest first
 * @param ties by time, oldest first
 * @param motivators since when each is known, and who said so: the person or one of us
 * @param pattern what one of us decided about the pattern of the person's acts; null while nobody
 *     has
 */
public record Relationship(
    Subject with,
    long version,
    List<LedgerEntry> ledger,
    Map<Topic, Consent> consents,
    @Nullable Pause pause,
    List<Tie> ties,
    Map<Motivator, Known> motivators,
    @Nullable Ruling pattern) {

  private static final String CHOSEN = "interests:";

  /** An ask that nobody has answered for so long is over. */
  public static final Duration ASK_OPEN = Duration.ofDays(30);

  /** Since when something is known, and from whom. */
  public record Known(String by, Instant at) {}

  public Relationship {
    ledger =
        ledger.stream()
            .sorted(Comparator.comparing(LedgerEntry::from).thenComparing(LedgerEntry::id))
            .toList();
    ties = ties.stream().sorted(Comparator.comparing(Tie::from).thenComparing(Tie::id)).toList();
    consents = Collections.unmodifiableMap(new TreeMap<>(consents));
    motivators = Collections.unmodifiableMap(new TreeMap<>(motivators));
  }

  /** Nothing is between us yet. */
  public static Relationship none(Subject with) {
    return new Relationship(with, 0, List.of(), Map.of(), null, List.of(), Map.of(), null);
  }

  /** The same with one more entry; without a change if one of that id is there. */
  public Relationship with(LedgerEntry entry) {
    if (entry(entry.id()).isPresent()) {
      return this;
    }
    List<LedgerEntry> more = new ArrayList<>(ledger);
    more.add(entry);
    return new Relationship(with, version, more, consents, pause, ties, motivators, pattern);
  }

  /** The same with our answers below what the person said, which stand with their mentions. */
  public Relationship answered(Collection<Heard> heard) {
    Relationship more = this;
    for (Heard one : heard) {
      Place.Answer answer = one.place().ourAnswer();
      if (answer != null) {
        more =
            more.with(
                LedgerEntry.moment("answer:" + one.mention(), Kind.ANSWER, answer.at())
                    .worth(Goodwill.worth(Kind.ANSWER))
                    .noted(new LedgerEntry.Note(answer.by(), null, one.mention().toString())));
      }
    }
    return more;
  }

  /** The same without the entry of that id. */
  public Relationship without(String entryId) {
    List<LedgerEntry> rest = ledger.stream().filter(one -> !one.id().equals(entryId)).toList();
    return new Relationship(with, version, rest, consents, pause, ties, motivators, pattern);
  }

  /** The same with what the person said to a topic, instead of what they said before. */
  public Relationship with(Consent consent) {
    Map<Topic, Consent> more = new EnumMap<>(Topic.class);
    more.putAll(consents);
    more.put(consent.topic(), consent);
    return new Relationship(with, version, ledger, more, pause, ties, motivators, pattern);
  }

  /** The same at rest, with who wanted it, when and why. */
  public Relationship paused(Pause newPause) {
    return with(LedgerEntry.moment(
                "pause:" + newPause.at().toEpochMilli(), Kind.PAUSED, newPause.at())
            .noted(new Note(newPause.by(), newPause.reason(), null)))
        .pausedBy(newPause);
  }

  /** The same going on, with who wanted it and when; without a change where nothing rested. */
  public Relationship resumed(String by, Instant at) {
    return pause == null
        ? this
        : with(LedgerEntry.moment("resume:" + at.toEpochMilli(), Kind.RESUMED, at)
                .noted(new Note(by, null, null)))
            .pausedBy(null);
  }

  /**
   * The same after an answer that counts, with an entry in the ledger; without a change where it
   * does not, or was heard before.
   *
   * @param cause id of the message, button or command with which it was said
   * @param words in which they said it, for our own people
   */
  public Relationship answered(Consent consent, String cause, @Nullable String words) {
    String id = "consent:%s:%s".formatted(consent.topic().wire(), cause);
    if (entry(id).isPresent() || !consent.counts(consents.get(consent.topic()), with.id())) {
      return this;
    }
    Kind kind = consent.agreed() ? Kind.AGREED : Kind.DECLINED;
    LedgerEntry entry =
        LedgerEntry.moment(id, kind, consent.at())
            .noted(new LedgerEntry.Note(consent.by(), words, consent.topic().wire()));
    return with(consent).with(entry);
  }

  /** The same with what the person says moves them, instead of what anybody said before. */
  public Relationship movedBy(Collection<Motivator> chosen, Instant at, String cause) {
    String id = CHOSEN + cause;
    if (entry(id).isPresent()) {
      return this;
    }
    Map<Motivator, Known> own = new EnumMap<>(Motivator.class);
    chosen.forEach(one -> own.put(one, new Known(with.id(), at)));
    LedgerEntry entry =
        LedgerEntry.moment(id, Kind.AGREED, at)
            .noted(new LedgerEntry.Note(with.id(), null, "interests"));
    return new Relationship(with, version, ledger, consents, pause, ties, own, pattern).with(entry);
  }

  /** Whether the person has said themselves what moves them, even if that is nothing. */
  public boolean choseMotivators() {
    return ledger.stream().anyMatch(entry -> entry.id().startsWith(CHOSEN));
  }

  /** The same at rest, or going on if {@code newPause} is null. */
  public Relationship pausedBy(@Nullable Pause newPause) {
    return new Relationship(with, version, ledger, consents, newPause, ties, motivators, pattern);
  }

  /** The same with a tie, instead of the one of its id if there is one. */
  public Relationship with(Tie tie) {
    List<Tie> more = new ArrayList<>(ties);
    more.removeIf(one -> one.id().equals(tie.id()));
    more.add(tie);
    return new Relationship(with, version, ledger, consents, pause, more, motivators, pattern);
  }

  /** The same without the tie of that id. */
  public Relationship withoutTie(String id) {
    List<Tie> rest = ties.stream().filter(one -> !one.id().equals(id)).toList();
    return new Relationship(with, version, ledger, consents, pause, rest, motivators, pattern);
  }

  /** The same with something more that moves the person. */
  public Relationship movedBy(Motivator motivator, Known known) {
    Map<Motivator, Known> more = new EnumMap<>(Motivator.class);
    more.putAll(motivators);
    more.putIfAbsent(motivator, known);
    return new Relationship(with, version, ledger, consents, pause, ties, more, pattern);
  }

  /** The same without something that does not move the person. */
  public Relationship notMovedBy(Motivator motivator) {
    Map<Motivator, Known> fewer = new TreeMap<>(motivators);
    fewer.remove(motivator);
    return new Relationship(with, version, ledger, consents, pause, ties, fewer, pattern);
  }

  /**
   * The same with what one of us decided about the pattern of the acts, or with nothing decided.
   */
  public Relationship ruled(@Nullable Ruling ruling) {
    return new Relationship(with, version, ledger, consents, pause, ties, motivators, ruling);
  }

  /** The ties that bear on what they said then, oldest first. */
  public List<Tie> tiesOn(Instant said) {
    return ties.stream().filter(tie -> tie.bearsOn(said)).toList();
  }

  /** What each act of theirs weighs, held against a ledger that may be more than theirs alone. */
  public List<Weighed> weighed(
      Collection<AdvocacyAct> acts, List<LedgerEntry> against, Instant now) {
    boolean confirmed = pattern != null && pattern.confirmed();
    return Weighed.all(acts, against, confirmed, now).stream()
        .map(one -> tiesOn(one.act().at()).isEmpty() ? one : one.underATie())
        .toList();
  }

  /** The entry of that id. */
  public Optional<LedgerEntry> entry(String id) {
    return ledger.stream().filter(one -> one.id().equals(id)).findAny();
  }

  /** Entries of these kinds, oldest first. */
  public List<LedgerEntry> entries(Kind... kinds) {
    Set<Kind> wanted = Set.of(kinds);
    return ledger.stream().filter(one -> wanted.contains(one.kind())).toList();
  }

  /** Whether an entry of one of these kinds belongs to that mention or other entry. */
  public boolean has(String about, Kind... kinds) {
    return entries(kinds).stream().anyMatch(one -> one.isAbout(about));
  }

  /** The ask that waits for an answer, if there is one. */
  public Optional<LedgerEntry> openAsk(Instant now) {
    return entries(Kind.ASK).stream()
        .filter(ask -> ask.from().plus(ASK_OPEN).isAfter(now))
        .filter(ask -> !has(ask.id(), Kind.ASK_DONE, Kind.ASK_DECLINED, Kind.ASK_LATER))
        .reduce((earlier, later) -> later);
  }

  /** Whether they agreed to a topic, which counts only while we may write to them at all. */
  public boolean agreesTo(Topic topic) {
    return agreed(topic) && agreed(Topic.MESSAGES);
  }

  private boolean agreed(Topic topic) {
    Consent consent = consents.get(topic);
    return consent != null && consent.agreed();
  }

  /** All that they have said no to. */
  public Set<Topic> declined() {
    Set<Topic> no = EnumSet.noneOf(Topic.class);
    consents.values().stream()
        .filter(consent -> !consent.agreed())
        .forEach(consent -> no.add(consent.topic()));
    return no;
  }

  /** Whether they have told us to stop. */
  public boolean optedOut() {
    Consent consent = consents.get(Topic.MESSAGES);
    return consent != null && !consent.agreed();
  }

  public boolean isPaused(Instant now) {
    return pause != null && pause.holds(now);
  }
}
