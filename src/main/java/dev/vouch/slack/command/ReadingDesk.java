package dev.vouch.slack.command;

import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.classify.reply.Again;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskAnswers;
import dev.vouch.pipeline.reply.AnswerDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.reply.ReplyView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what one of us reads in an answer that was not clear to Vouch. */
public final class ReadingDesk {
  private static final Duration LATER = Duration.ofDays(30);
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private ReadingDesk() {}

  /**
   * @param handle of the answer: the id of the ask and what it came with, or the id of the person
   *     who was asked whether they may be written to
   */
  public static Rendering read(Answer.Kind kind, String handle, Asked asked, Workspace workspace) {
    String[] parts = handle.split(" ", 2);
    if (parts.length == 1) {
      return consent(kind, parts[0], asked, workspace);
    }
    Optional<Ask> ask = workspace.asks().ask(parts[0]);
    if (ask.isEmpty() || !ask.get().state().isOpen()) {
      return ReplyView.gone(ask.map(Ask::about).map(workspace.directory()::name).orElse("they"));
    }
    Optional<Answer> unclear =
        ask.get().answers().stream().filter(one -> one.cause().equals(parts[1])).findAny();
    Instant until = kind == Answer.Kind.LATER ? until(unclear, ask.get(), workspace) : null;
    Object unused =
        new AskAnswers(workspace)
            .answer(
                parts[0],
                new Answer(kind, asked.now(), AnswerDesk.READ + parts[1], asked.by(), until, null));
    return ReplyView.noted(workspace.directory().name(ask.get().about()), kind);
  }

  /** On the day that their words name, where they are. */
  private static Instant until(Optional<Answer> unclear, Ask ask, Workspace workspace) {
    ZoneId zone = workspace.directory().zone(ask.about());
    return unclear
        .flatMap(one -> day(one, zone))
        .orElseGet(() -> unclear.map(Answer::at).orElse(ask.at()).plus(LATER));
  }

  private static Optional<Instant> day(Answer answer, ZoneId zone) {
    String words = answer.words();
    return words == null
        ? Optional.empty()
        : Again.in(words, answer.at().atZone(zone).toLocalDate())
            .map(day -> day.atTime(MORNING).atZone(zone).toInstant());
  }

  private static Rendering consent(
      Answer.Kind kind, String person, Asked asked, Workspace workspace) {
    Consent.@Nullable Answer said =
        switch (kind) {
          case YES -> Consent.Answer.AGREED;
          case NO -> Consent.Answer.DECLINED;
          default -> null;
        };
    if (said != null) {
      Consent consent = new Consent(Topic.MESSAGES, said, asked.now(), Consent.TOLD, asked.by());
      String cause = "%d:%s".formatted(asked.now().toEpochMilli(), asked.by());
      Relationship now =
          workspace
              .relationships()
              .change(Subject.person(person), between -> between.answered(consent, cause, null));
      Relationship unused = new NudgeRest(workspace, InstantSource.fixed(asked.now())).follow(now);
    }
    return ReplyView.noted(workspace.directory().name(person), kind);
  }
}
