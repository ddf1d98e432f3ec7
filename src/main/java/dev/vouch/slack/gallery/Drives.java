package dev.vouch.slack.gallery;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.Provenance.Rule;
import dev.vouch.advocate.Provenance.Ruling;
import dev.vouch.advocate.pattern.Finding;
import dev.vouch.advocate.pattern.History;
import dev.vouch.advocate.pattern.Programme;
import dev.vouch.advocate.pattern.Share;
import dev.vouch.advocate.pattern.Spent;
import dev.vouch.advocate.pattern.TransactionalPattern;
import dev.vouch.mention.ActKind;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.impact.Impact;
import dev.vouch.slack.view.person.WhyView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Sample data about what drives acts: of one person, and of a whole programme. */
final class Drives {
  private static final Instant FROM = Samples.NOW.minus(Duration.ofDays(400));
  private static final Ruling OFFERED =
      new Ruling(Provenance.REWARDED, Rule.OFFER, "offer", "2 days after a reward was offered");

  private Drives() {}

  static WhyView.Drive unknown() {
    History few = history(List.of(), 1);
    return new WhyView.Drive(TransactionalPattern.of(few), null, false);
  }

  static WhyView.Drive rewards() {
    return new WhyView.Drive(found(), null, true);
  }

  static WhyView.Drive confirmed() {
    return new WhyView.Drive(
        found(), new dev.vouch.advocate.relationship.Ruling(true, Samples.REP, Samples.NOW), false);
  }

  private static Finding found() {
    List<LedgerEntry> offers = IntStream.range(0, 3).mapToObj(i -> offer(60 + i * 100)).toList();
    return TransactionalPattern.of(history(offers, 9));
  }

  private static LedgerEntry offer(int day) {
    return LedgerEntry.offer("offer" + day, day(day), day(day + 20), Set.of());
  }

  private static Instant day(int day) {
    return FROM.plus(Duration.ofDays(day));
  }

  /** Acts in three campaigns; the first is the one that the page shows, too. */
  private static History history(List<LedgerEntry> offers, int acts) {
    return new History(
        IntStream.range(0, acts).mapToObj(Drives::act).toList(),
        List.of(Samples.mention(260).toString()),
        offers,
        FROM,
        Samples.NOW);
  }

  private static History.Act act(int number) {
    return new History.Act(
        Samples.mention(300 - number * 100 % 200).toString() + (number < 2 ? "" : number),
        day(62 + number % 3 * 100 + number),
        ActKind.REVIEW,
        "C0SHARED",
        OFFERED,
        number % 4 == 0,
        null);
  }

  static Programme programme() {
    YearMonth last = YearMonth.of(2026, 11);
    List<Programme.Month> months =
        IntStream.range(0, 12)
            .mapToObj(i -> month(last.minusMonths(11 - i), i < 9 ? 2 : 9, 12))
            .toList();
    return new Programme(months, new Spent(Map.of("EUR", new BigDecimal("640")), 2));
  }

  private static Programme.Month month(YearMonth month, int afterOffer, int acts) {
    return new Programme.Month(month, new Share(afterOffer, acts), (acts - afterOffer) / 2);
  }

  /** One kind of nudge of which something can be told, and one of which nothing can. */
  static Map<NudgeKind, Impact> impacts() {
    Map<NudgeKind, Impact> impacts = new EnumMap<>(NudgeKind.class);
    impacts.put(NudgeKind.DELIGHT, Impact.of(arm(400, 5), arm(45, 3)));
    impacts.put(NudgeKind.EXEC_INTRO, Impact.of(arm(21, 4), arm(3, 4)));
    impacts.put(NudgeKind.CHECK_IN, Impact.of(arm(0, 1), arm(0, 1)));
    return impacts;
  }

  /** People of whom the first few of each five have one act. */
  private static Impact.Arm arm(int people, int ofFive) {
    return new Impact.Arm(
        IntStream.range(0, people).mapToObj(i -> i % 5 < ofFive - 1 ? i % 2 + 1 : 0).toList());
  }

  static Programme nothingYet() {
    return Programme.of(List.of(), Spent.of(List.of()), YearMonth.of(2026, 11), 12);
  }
}
