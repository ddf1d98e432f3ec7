package dev.vouch.slack.view.executive;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.nudge.executive.Executive;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Matching.LeftOut;
import dev.vouch.nudge.executive.Matching.Match;
import dev.vouch.pipeline.executive.Wish;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The executives whom customers can meet, and what comes of the wish that somebody does. */
public final class RosterView {
  private static final int MOST = 30;
  private static final int MOST_OTHERS = 2;
  private static final int MOST_LINES = 3;

  private RosterView() {}

  /**
   * An executive with what there is to know now.
   *
   * @param isHere whether Slack still knows them as one of our own people
   * @param left how many introductions they can take this month
   * @param zone as Slack tells it
   */
  public record Row(Executive executive, boolean isHere, int left, String zone) {}

  /**
   * @param note what was just done; empty where nothing was
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering roster(List<Row> rows, String note, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!note.isEmpty()) {
      blocks.add(Kit.section(Mrkdwn.words(note, 300)));
    }
    blocks.addAll(
        Kit.list(
            "Executives whom customers can meet", rows, Kit.Cap.of(MOST), row -> row(row, names)));
    if (rows.isEmpty()) {
      blocks.add(Kit.section("*Executives whom customers can meet:* nobody yet."));
    }
    blocks.add(
        Kit.context(
            "`/vouch exec @person add topics \"security, pricing\" capacity 3 assistant @x` adds or"
                + " changes one, `pause until DAY` and `resume` as it says, `remove` takes them off;"
                + " `/vouch intro @person \"why\"` asks whoever suits best."));
    return new Rendering("Executives whom customers can meet", blocks);
  }

  private static String row(Row row, UnaryOperator<String> names) {
    Executive one = row.executive();
    List<String> facts = new ArrayList<>();
    facts.add(
        row.isHere()
            ? "%d of %s left this month"
                .formatted(Math.max(0, row.left()), Lines.count(one.capacity(), "introduction"))
            : "not with us any more, by what Slack says: never asked");
    if (one.pausedUntil() != null) {
      facts.add("paused until " + one.pausedUntil());
    }
    if (one.seniority() != null) {
      facts.add(one.seniority().wire());
    }
    facts.add(one.topics().isEmpty() ? "no topics" : "topics: " + words(one.topics()));
    if (!one.languages().isEmpty()) {
      facts.add("speaks " + words(one.languages()));
    }
    if (one.assistant() != null) {
      facts.add("calendar: " + Lines.name(names.apply(one.assistant())));
    }
    facts.add(row.zone());
    return "*%s* · %s".formatted(Lines.name(names.apply(one.person())), String.join(" · ", facts));
  }

  private static String words(java.util.Collection<String> all) {
    return Mrkdwn.words(String.join(", ", all), 300);
  }

  /** An executive with what speaks for and against them. */
  static String match(Match match, UnaryOperator<String> names) {
    List<String> why = match.why();
    String name = "*%s* ".formatted(Lines.name(names.apply(match.executive().person())));
    String against = match.against().isEmpty() ? "" : "\nBut: " + all(match.against());
    return name
        + (why.isEmpty() ? "had no more introductions lately than others" : all(why))
        + "."
        + against
        + (against.isEmpty() ? "" : ".");
  }

  private static String all(List<String> reasons) {
    return Mrkdwn.words(String.join("; ", reasons), 600);
  }

  /** What came of a wish. */
  public static Rendering of(Wish.Outcome outcome, UnaryOperator<String> names) {
    if (outcome instanceof Wish.Asked asked) {
      return asked(asked, names);
    }
    if (outcome instanceof Wish.Refused refused) {
      return Rendering.saying(
          "*Please do not introduce %s to an executive now,* because %s."
              .formatted(Lines.name(refused.name()), refused.why().words()),
          "What would change it: %s.".formatted(refused.why().change()));
    }
    if (outcome instanceof Wish.UnderWay open) {
      return Rendering.saying(
          "An introduction of %s is under way. %s"
              .formatted(
                  Lines.name(open.name()), IntroductionWords.stands(open.introduction(), names)));
    }
    return nobody((Wish.Nobody) outcome, names);
  }

  private static Rendering asked(Wish.Asked asked, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    Introduction one = asked.introduction();
    String executive = names.apply(one.executive());
    blocks.add(
        Kit.section(
            "*%s is asked whether they meet %s.* You hear of the answer here."
                .formatted(Lines.name(executive), IntroductionWords.who(one))));
    blocks.add(Kit.section("*Why this one:* " + match(asked.match(), names)));
    blocks.addAll(
        Kit.list(
            "Who else could",
            asked.others().stream().limit(MOST_OTHERS).toList(),
            Kit.Cap.of(MOST_OTHERS),
            other -> match(other, names)));
    return new Rendering(
        "%s is asked whether they meet %s"
            .formatted(Lines.plainName(executive), Lines.plainName(one.request().name())),
        blocks);
  }

  private static Rendering nobody(Wish.Nobody nobody, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String wanted = nobody.wanted();
    String point =
        wanted == null
            ? "No executive can meet %s now".formatted(Lines.plainName(nobody.name()))
            : "%s cannot meet %s now"
                .formatted(Lines.plainName(names.apply(wanted)), Lines.plainName(nobody.name()));
    blocks.add(Kit.section("*%s.*".formatted(Mrkdwn.words(point, 300))));
    nobody.matching().leftOut().stream()
        .filter(one -> wanted == null || one.executive().equals(wanted))
        .forEach(one -> blocks.add(Kit.context(leftOut(one, names))));
    blocks.addAll(
        Kit.list(
            "Who could",
            nobody.matching().ranked(),
            Kit.Cap.of(MOST_OTHERS),
            other -> match(other, names)));
    if (nobody.matching().leftOut().isEmpty() && nobody.matching().ranked().isEmpty()) {
      blocks.add(Kit.context("The roster is empty: `/vouch exec @person add`."));
    } else if (wanted != null
        && nobody.matching().leftOut().stream().noneMatch(one -> one.executive().equals(wanted))) {
      blocks.add(Kit.context("They are not on the roster: `/vouch exec @person add`."));
    }
    return new Rendering(point, blocks);
  }

  private static String leftOut(LeftOut one, UnaryOperator<String> names) {
    return "%s %s.".formatted(Lines.name(names.apply(one.executive())), one.why().words());
  }

  /** The introductions of a person, as part of other views; nothing where there are none. */
  public static List<LayoutBlock> introductions(
      List<Introduction> newestFirst, UnaryOperator<String> names) {
    return newestFirst.isEmpty()
        ? List.of()
        : List.of(
            Kit.section(
                "*Introductions:*"
                    + newestFirst.stream()
                        .limit(MOST_LINES)
                        .map(
                            one ->
                                "\n• %s · %s"
                                    .formatted(
                                        IntroductionWords.stands(one, names),
                                        Mrkdwn.date(one.since())))
                        .collect(Collectors.joining())));
  }
}
