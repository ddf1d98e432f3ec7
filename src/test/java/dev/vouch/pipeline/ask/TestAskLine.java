package dev.vouch.pipeline.ask;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what was said about asks, and can refuse, or lose an answer of Slack. */
public final class TestAskLine implements AskLine {
  public final List<Ask> sent = new CopyOnWriteArrayList<>();
  public final List<Ask> shown = new CopyOnWriteArrayList<>();
  public final List<Ask> told = new CopyOnWriteArrayList<>();
  public final List<Answer.Kind> answers = new CopyOnWriteArrayList<>();
  public final List<String> approvers = new CopyOnWriteArrayList<>();
  public final List<Ask> reminders = new CopyOnWriteArrayList<>();
  public volatile boolean refuses;
  public volatile boolean losesAnswers;
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public Posted send(Ask ask) {
    refuse();
    sent.add(ask);
    if (losesAnswers) {
      throw new Directory.Unreachable("chat.postMessage: timeout", null, null);
    }
    return next("D" + ask.about());
  }

  private void refuse() {
    if (refuses) {
      throw new Messenger.Refused("conversations.open: cannot_dm_bot");
    }
  }

  private Posted next(String channel) {
    return new Posted(channel, "1764000000.%06d".formatted(count.incrementAndGet()));
  }

  @Override
  public Optional<Posted> find(Ask ask, Instant begun) {
    return sent.stream()
        .filter(one -> one.id().equals(ask.id()))
        .map(one -> next("D" + ask.about()))
        .findFirst();
  }

  @Override
  public void show(Ask ask) {
    shown.add(ask);
  }

  @Override
  public void approve(Ask ask, String approver) {
    refuse();
    approvers.add(approver);
  }

  @Override
  public Posted tell(Ask ask) {
    told.add(ask);
    Posted where = ask.way().told();
    return where == null ? next("D" + ask.by()) : where;
  }

  @Override
  public void tell(Ask ask, Answer answer) {
    answers.add(answer.kind());
  }

  @Override
  public void remind(Ask ask) {
    refuse();
    reminders.add(ask);
  }
}
