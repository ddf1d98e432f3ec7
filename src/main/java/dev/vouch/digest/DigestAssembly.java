package dev.vouch.digest;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.digest.Digest.DayCount;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.NudgeLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts the digest of a day together from what one workspace knows.
 *
 * <p>It covers the time from one digest's hour to the next, without a gap. The chart's days are
 * whole calendar days in the channel's zone and end with the day before the digest, because a bar
 * for half a day would look like a fall. Nothing is read but the period and those days, however
 * much is stored.
 */
public final class DigestAssembly {
  /** How many mentions each list shows; the totals count them all. */
  public static final int LONGEST_LIST = 5;

  /** So many are read for a list, in case that some of them are of people who are paused. */
  private static final int MOST_READ = 4 * LONGEST_LIST;

  /** How many days the chart shows. */
  public static final int CHART_DAYS = 14;

  private static final Set<Intent> NEEDS =
      Set.of(Intent.COMPLAINT, Intent.WARNING, Intent.QUESTION);

  private final AdvocateBook advocates;
  private final AccountBook accounts;
  private final NudgeLog nudges;
  private final RelationshipBook relationships;

  public DigestAssembly(
      AdvocateBook advocates,
      AccountBook accounts,
      NudgeLog nudges,
      RelationshipBook relationships) {
    this.advocates = advocates;
    this.accounts = accounts;
    this.nudges = nudges;
    this.relationships = relationships;
  }

  /** The digest dated {@code day}, as its channel's zone and hour have it. */
  public Digest of(DigestChannel channel, LocalDate day) {
    return new Period(DigestCalendar.start(channel, day), DigestCalendar.at(channel, day))
        .digest(channel, day);
  }

  private List<DayCount> days(LocalDate day, ZoneId zone) {
    return IntStream.rangeClosed(1, CHART_DAYS)
        .mapToObj(back -> dayCount(day.minusDays(CHART_DAYS + 1L - back), zone))
        .toList();
  }

  private DayCount dayCount(LocalDate day, ZoneId zone) {
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    return new DayCount(
        day, advocates.count(Intent.ADVOCACY, from, to), likes(advocates, from, to));
  }

  private static long likes(AdvocateBook book, Instant from, Instant to) {
    return book.count(Intent.AMPLIFICATION, from, to) + book.countReactions(from, to);
  }

  /** One period's reading, which asks for each person once. */
  private final class Period {
    private final Instant from;
    private final Instant to;
    private final Map<String, Names> names = new HashMap<>();

    Period(Instant from, Instant to) {
      this.from = from;
      this.to = to;
    }

    Digest digest(DigestChannel channel, LocalDate day) {
      return new Digest(
          day,
          channel.zone(),
          from,
          to,
          entries(NEEDS),
          entries(Set.of(Intent.SUGGESTION)),
          entries(Set.of(Intent.ADVOCACY)),
          entries(Set.of(Intent.PRAISE)),
          totals(),
          Math.toIntExact(nudges.countOpen()),
          days(day, channel.zone()),
          advocates.spread(to));
    }

    /** A warning to others is a complaint that is told to others, and counted as one. */
    private Totals totals() {
      return new Totals(
          count(Intent.COMPLAINT) + count(Intent.WARNING),
          count(Intent.QUESTION),
          count(Intent.SUGGESTION),
          count(Intent.ADVOCACY),
          count(Intent.PRAISE),
          likes(advocates, from, to));
    }

    private long count(Intent intent) {
      return advocates.count(intent, from, to);
    }

    /** Whoever is paused is counted and not named. */
    private List<Entry> entries(Set<Intent> intents) {
      List<Heard> heard = advocates.heardBetween(intents, from, to, MOST_READ);
      Set<String> resting = resting(heard);
      return heard.stream()
          .filter(one -> !resting.contains(one.person()))
          .limit(LONGEST_LIST)
          .map(this::entry)
          .toList();
    }

    private Set<String> resting(List<Heard> heard) {
      Set<Subject> people =
          heard.stream().map(one -> Subject.person(one.person())).collect(Collectors.toSet());
      return relationships.all(people).entrySet().stream()
          .filter(one -> one.getValue().isPaused(to))
          .map(one -> one.getKey().id())
          .collect(Collectors.toSet());
    }

    private Entry entry(Heard heard) {
      Names known = names.computeIfAbsent(heard.person(), this::lookUp);
      return new Entry(heard, known.person(), known.account());
    }

    private Names lookUp(String person) {
      return advocates
          .contact(person)
          .map(contact -> new Names(contact.name(), accountName(contact)))
          .orElseGet(() -> new Names(person, ""));
    }

    private String accountName(Contact contact) {
      return contact.account().flatMap(accounts::account).map(Account::name).orElse("");
    }
  }

  /**
   * What people call somebody and their account.
   *
   * @param account empty where they belong to none
   */
  private record Names(String person, String account) {}
}
