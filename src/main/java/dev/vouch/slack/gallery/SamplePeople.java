package dev.vouch.slack.gallery;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Place;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.Intent;
import dev.vouch.slack.view.person.WhoView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Made-up people as they stand with a made-up company, the same every time. */
final class SamplePeople {
  private static final Relationship ACCOUNT = Relationship.none(Subject.account("northwind-foods"));

  private SamplePeople() {}

  /** Speaks up for us, was asked once, and waits for an answer. */
  static WhoView.Facts advocate() {
    return ana(
        between(), Stream.concat(Samples.latest().stream(), Stream.of(answered(230, 4))).toList());
  }

  /** A question that one of us answered so many hours later. */
  private static Heard answered(int number, int hours) {
    Heard question = Samples.heard(Intent.QUESTION, number, "can it close two entities at once?");
    Instant answered = question.mention().at().plus(Duration.ofHours(hours));
    return question.at(question.place().answered(new Place.Answer(Samples.REP, answered)));
  }

  /** Said that others should take another product, which comes before all else. */
  static WhoView.Facts atRisk() {
    return ana(between(), Samples.latestAndForACompetitor());
  }

  /** Said one kind word. */
  static WhoView.Facts contact() {
    return new WhoView.Facts(
        Samples.contact(),
        null,
        Evidence.of(
            Samples.SECOND,
            List.of(),
            List.of(Samples.heard(Intent.PRAISE, 250, "two years now, and it just works"))),
        Samples.NOW);
  }

  /** An account that has renewed twice. */
  static Relationship renewed() {
    return ACCOUNT
        .with(passed("renewed:1", Kind.RENEWED, 600, "until 2026-03-31", null))
        .with(passed("renewed:2", Kind.RENEWED, 240, "until 2027-03-31", null));
  }

  private static WhoView.Facts ana(Relationship between, List<Heard> heard) {
    return new WhoView.Facts(
        Samples.advocate(),
        Samples.account(),
        new Evidence(
            List.of(Samples.act(), Samples.savedAct()),
            heard,
            between.answered(heard),
            ACCOUNT,
            null),
        Samples.NOW);
  }

  /** Was asked twice, and would rather be asked later the second time. */
  static Relationship asked() {
    return between()
        .with(passed("b", Kind.ASK, 20, "a talk at the summit", "talks").worth(-4_000))
        .with(passed("l", Kind.ASK_LATER, 19, "after the audit", "b"));
  }

  private static Relationship between() {
    Relationship between =
        Relationship.none(Subject.person(Samples.ADVOCATE))
            .movedBy(Motivator.PEERS, new Relationship.Known(Samples.ADVOCATE, Samples.NOW))
            .movedBy(Motivator.CAREER, new Relationship.Known(Samples.REP, Samples.NOW));
    for (LedgerEntry entry : Samples.ledger()) {
      between = between.with(entry);
    }
    return between
        .with(passed("a", Kind.ASK, 90, "a quote for the new page", "references"))
        .with(passed("y", Kind.ASK_DONE, 80, null, "a"));
  }

  private static LedgerEntry passed(
      String id, Kind kind, int daysAgo, @Nullable String words, @Nullable String about) {
    return LedgerEntry.moment(id, kind, Samples.NOW.minus(Duration.ofDays(daysAgo)))
        .worth(Goodwill.worth(kind))
        .noted(new Note(Samples.REP, words, about));
  }
}
