package dev.vouch.slack.view.person;

import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.pipeline.reply.PurposeText;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What our own people see of what somebody agreed to, and of what moves them. */
public final class ConsentView {
  private ConsentView() {}

  /**
   * What a person said, topic by topic.
   *
   * @param note what has just happened
   * @param likely what Vouch thinks moves them, each with the words that show it
   */
  public record Shown(
      String name, Relationship between, String note, Map<Motivator, String> likely) {}

  /**
   * @param names the name of anybody by Slack id
   */
  public static Rendering of(Shown shown, Instant now, UnaryOperator<String> names) {
    List<String> lines = new ArrayList<>();
    shown.between().consents().values().stream()
        .sorted(java.util.Comparator.comparing(Consent::topic))
        .map(consent -> line(consent, shown.between(), names))
        .forEach(lines::add);
    String said =
        lines.isEmpty()
            ? "They have agreed to nothing yet, so nothing is sent."
            : String.join("\n", lines);
    List<com.slack.api.model.block.LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section(shown.note()));
    blocks.add(Kit.section("*What %s agreed to*\n%s".formatted(Lines.name(shown.name()), said)));
    if (shown.between().isPaused(now)) {
      blocks.add(Kit.section("*Paused:* nothing is sent to them now."));
    }
    blocks.add(Kit.section("*What moves them*\n" + moves(shown, names)));
    return new Rendering(Mrkdwn.withoutMarks(shown.note()), blocks);
  }

  private static String line(Consent consent, Relationship between, UnaryOperator<String> names) {
    boolean own = between.with().id().equals(consent.by());
    String by = consent.by() == null ? "somebody" : names.apply(consent.by());
    return "• %s: *%s* · %s · %s"
        .formatted(
            topic(consent.topic()),
            consent.agreed() ? "yes" : "no",
            Mrkdwn.date(consent.at()),
            own
                ? "their own word, text of %s".formatted(Mrkdwn.words(consent.text(), 20))
                : "noted by %s".formatted(Lines.name(by)));
  }

  static String topic(Topic topic) {
    return topic.wire();
  }

  private static String moves(Shown shown, UnaryOperator<String> names) {
    List<String> lines = new ArrayList<>();
    Relationship between = shown.between();
    between
        .motivators()
        .forEach(
            (motivator, known) ->
                lines.add(
                    "• %s · %s"
                        .formatted(
                            words(motivator),
                            known.by().equals(between.with().id())
                                ? "they chose it"
                                : "noted by " + Lines.name(names.apply(known.by())))));
    if (!between.choseMotivators()) {
      shown
          .likely()
          .forEach(
              (motivator, words) -> {
                if (!between.motivators().containsKey(motivator)) {
                  lines.add(
                      "• %s · Vouch thinks, from:\n%s"
                          .formatted(words(motivator), Mrkdwn.quote(words, 200)));
                }
              });
    }
    return lines.isEmpty()
        ? "Not known. Note it with `/vouch likes @person career, peers`."
        : lines.stream().collect(Collectors.joining("\n"));
  }

  private static String words(Motivator motivator) {
    return motivator.wire().replace('_', ' ');
  }

  /** Why an invitation did not go out. */
  public static Rendering notSent(String name, String why) {
    return Rendering.saying(
        "Nothing was sent to %s, because %s.".formatted(Lines.name(name), Mrkdwn.words(why, 200)));
  }

  /** An invitation goes out later. */
  public static Rendering waits(String name, Hold wait) {
    return Rendering.saying(
        "%s is asked %s at the earliest, by itself."
            .formatted(Lines.name(name), Mrkdwn.date(wait.until())),
        wait.reason().sentence());
  }

  /** Slack's answer was lost. */
  public static Rendering unknown(String name) {
    return Rendering.saying(
        "Slack did not answer, so nobody knows whether %s has been asked. Vouch looks in a few minutes,"
                .formatted(Lines.name(name))
            + " and asks them only if they have not.");
  }

  public static Rendering begun(String name) {
    return Rendering.saying("%s is being asked.".formatted(Lines.name(name)));
  }

  public static Rendering invited(String name) {
    return Rendering.saying(
        "%s has been asked, once, whether Vouch may write to them. No answer is a no."
            .formatted(Lines.name(name)));
  }

  /** Slack does not let us write to them, so the rep gets words to send. */
  public static Rendering words(String name, String company) {
    PurposeText text = PurposeText.current();
    String words =
        "Hi %s, we use a program called Vouch. %s May it write to you now and then? No is fine."
            .formatted(Lines.plainName(name), plain(text.purpose(company)));
    return new Rendering(
        "Slack does not let Vouch write to %s. Here are words to send yourself."
            .formatted(Lines.plainName(name)),
        List.of(
            Kit.section(
                "Slack does not let Vouch write to %s. Here are words to send yourself:"
                    .formatted(Lines.name(name))),
            Kit.section(Mrkdwn.quote(words, 1_000)),
            Kit.context(
                "Then note what they say: `/vouch consent @person messages yes \"their words\"`.")));
  }

  private static String plain(String purpose) {
    return purpose.replace("I am Vouch, a program that helps", "It helps");
  }

  /** Somebody outside the company wants something of us. */
  public static Rendering task(Task task, String name) {
    String asks =
        "%s says that something held about them is not right, or asks for something:"
            .formatted(Lines.name(name));
    return new Rendering(
        Mrkdwn.withoutMarks(asks),
        List.of(
            Kit.section(asks),
            Kit.section(Mrkdwn.quote(task.words(), 1_200)),
            Kit.context(
                "We owe them an answer within a month of %s. It stands among your promises:"
                        .formatted(Mrkdwn.date(task.at()))
                    + " `/vouch kept @person` when it is done.")));
  }
}
