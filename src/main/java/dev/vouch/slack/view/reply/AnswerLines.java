package dev.vouch.slack.view.reply;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Mrkdwn;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody answered lately, when, in which words, and in which thread that is told. */
public final class AnswerLines {
  private static final int MOST = 5;
  private static final int LONGEST = 140;

  private AnswerLines() {}

  private record Line(Ask ask, Answer answer) {}

  /**
   * The latest answers of a person, newest first; nothing where there are none.
   *
   * @param link where a message can be read, by whoever is in its conversation
   */
  public static List<LayoutBlock> of(List<Ask> asks, Function<Posted, String> link) {
    List<Line> lines =
        asks.stream()
            .flatMap(ask -> ask.answers().stream().map(answer -> new Line(ask, answer)))
            .filter(line -> line.answer().by().equals(line.ask().about()))
            .sorted(Comparator.comparing((Line line) -> line.answer().at()).reversed())
            .limit(MOST)
            .toList();
    return lines.isEmpty()
        ? List.of()
        : List.of(
            Kit.section(
                lines.stream()
                    .map(line -> "\n• " + line(line, link))
                    .collect(Collectors.joining("", "*What they answered:*", ""))));
  }

  private static String line(Line line, Function<Posted, String> link) {
    Answer answer = line.answer();
    String words = answer.words();
    Posted told = line.ask().way().told();
    return "%s to %s · %s%s%s"
        .formatted(
            answer.kind().wire(),
            line.ask().rung().label(),
            Mrkdwn.date(answer.at()),
            words == null ? "" : " · “%s”".formatted(Mrkdwn.words(words, LONGEST)),
            told == null ? "" : " · " + Mrkdwn.link(link.apply(told), "thread"));
  }
}
