package dev.vouch.pipeline.ask;

import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.reply.ReplyNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what was said about asks, and can refuse, or lose an answer of Slack. */
public final class TestAskLine implements AskLine {
  public final List<Ask> sent = new CopyOnWriteArrayList<>();
  public final List<Ask> shown = new CopyOnWriteArrayList<>();
  public final List<Ask> told = new CopyOnWriteArrayList<>();
  public final List<Answer.Kind> answers = new CopyOnWriteArrayList<>();
  public final List<Answer> said = new CopyOnWriteArrayList<>();
  public final List<ReplyNote> notes = new CopyOnWriteArrayList<>();
  public final List<String> approvers = new CopyOnWriteArrayList<>();
  public final List<Ask> reminders = new CopyOnWriteArrayList<>();
  public volatile boolean refuses;
  public volatile boolean losesAnswers;
  private final Map<String, Posted> marks = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public Posted send(Ask ask) {
    refuse();
    sent.add(ask);
    Posted where = next("D" + ask.about());
    marks.put(ask.id(), where);
    if (losesAnswers) {
      throw new Directory.Unreachable("chat.postMessage: timeout", null, null);
    }
    return where;
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
    return Optional.ofNullable(marks.get(ask.id()));
  }

  @Override
  public void show(Ask ask) {
    shown.add(ask);
  }

  /** As Slack's history tells, in which everything is looked for before it is said. */
  private boolean isNew(Ask ask, String what) {
    boolean isNew = !marks.containsKey(ask.id() + " " + what);
    if (isNew) {
      marks.put(ask.id() + " " + what, next("D" + ask.by()));
    }
    return isNew;
  }

  @Override
  public void approve(Ask ask, String approver) {
    refuse();
    if (isNew(ask, "approve")) {
      approvers.add(approver);
    }
  }

  @Override
  public Posted tell(Ask ask) {
    told.add(ask);
    boolean unused = isNew(ask, "told");
    Posted where = ask.way().told();
    return where == null ? Objects.requireNonNull(marks.get(ask.id() + " told")) : where;
  }

  @Override
  public void tell(Ask ask, Answer answer) {
    if (isNew(ask, answer.cause())) {
      answers.add(answer.kind());
      said.add(answer);
    }
  }

  @Override
  public void tell(ReplyNote note, String staff) {
    boolean told =
        notes.stream()
            .anyMatch(one -> one.message().equals(note.message()) && one.what() == note.what());
    if (!told) {
      notes.add(note);
    }
  }

  @Override
  public void remind(Ask ask) {
    refuse();
    if (isNew(ask, "again " + ask.due())) {
      reminders.add(ask);
    }
  }
}
