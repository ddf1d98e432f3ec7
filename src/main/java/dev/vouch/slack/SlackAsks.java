package dev.vouch.slack;

import com.slack.api.model.Message.Metadata;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.reply.ReplyNote;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.ask.AskView;
import dev.vouch.slack.view.outside.AskedView;
import dev.vouch.slack.view.reply.ReplyView;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Carries the asks of one workspace through Slack's Web API, in direct messages alone. */
final class SlackAsks implements AskLine {
  private final Conversations talks;
  private final HomeDesk home;
  private final Forgetting forgetting;

  SlackAsks(Conversations talks, HomeDesk home, Forgetting forgetting) {
    this.talks = talks;
    this.home = home;
    this.forgetting = forgetting;
  }

  @Override
  public Posted send(Ask ask) {
    if (home.isStaff(ask.about())) {
      throw new Refused("ask %s does not go to one of our own people".formatted(ask.id()));
    }
    return talks.say(talks.direct(ask.about()), seen(ask), mark(ask));
  }

  /** Nothing of what our own people weigh stands in it. */
  private Rendering seen(Ask ask) {
    return AskedView.of(
        ask.state().isOpen() ? ask : asSent(ask),
        home.directory().name(ask.by()),
        home.directory().home().name());
  }

  /** What is handed to Slack is not with them yet, and looks as if it were. */
  private static Ask asSent(Ask ask) {
    return ask.state() == Ask.State.HELD ? ask.now(Ask.State.SENT, ask.reason()) : ask;
  }

  @Override
  public Optional<Posted> find(Ask ask, Instant begun) {
    String channel = talks.direct(ask.about());
    return talks.find(channel, begun, mark(ask));
  }

  @Override
  public void show(Ask ask) {
    Posted where = ask.way().sent();
    if (where != null) {
      talks.change(where, seen(ask), mark(ask));
    }
  }

  @Override
  public void approve(Ask ask, String approver) {
    Posted posted =
        talks.sayOnce(
            toStaff(approver),
            AskView.toApprove(ask, name(ask.about()), name(ask.by())),
            mark(ask, "approve"),
            ask.at());
    forgetting.told(ask.about(), posted.message());
  }

  @Override
  public Posted tell(Ask ask) {
    Rendering view = AskView.told(ask, name(ask.about()));
    Posted where = ask.way().told();
    if (where == null) {
      Posted posted = talks.sayOnce(toStaff(ask.by()), view, mark(ask, "told"), ask.at());
      forgetting.told(ask.about(), posted.message());
      return posted;
    }
    talks.change(where, view, mark(ask, "told"));
    return where;
  }

  @Override
  public void tell(Ask ask, Answer answer) {
    Posted posted =
        talks.sayOnce(
            toStaff(ask.by()),
            AskView.answered(ask, answer, name(ask.about())),
            mark(ask, answer.cause()),
            answer.at(),
            ask.way().told());
    forgetting.told(ask.about(), posted.message());
  }

  @Override
  public void tell(ReplyNote note, String staff) {
    Posted posted =
        talks.sayOnce(
            toStaff(staff),
            ReplyView.told(note, name(note.person())),
            Marks.of(
                Actions.REPLY_METADATA,
                Actions.REPLY_METADATA_OF,
                "%s %s".formatted(note.message(), note.what())),
            note.message().at());
    forgetting.told(note.person(), posted.message());
  }

  @Override
  public void remind(Ask ask) {
    Posted posted =
        talks.sayOnce(
            toStaff(ask.by()),
            AskView.reminder(ask, name(ask.about())),
            mark(ask, "again " + ask.due()),
            Objects.requireNonNullElse(ask.due(), ask.at()),
            ask.way().told());
    forgetting.told(ask.about(), posted.message());
  }

  private String name(String person) {
    return home.directory().name(person);
  }

  private String toStaff(String person) {
    if (!home.isStaff(person)) {
      throw new Refused("%s, who is not one of our own people, is told nothing".formatted(person));
    }
    return talks.direct(person);
  }

  /** Of what our own people are told of it. */
  private static Metadata mark(Ask ask, String what) {
    return Marks.of(Actions.ASK_METADATA, Actions.ASK_METADATA_ID, ask.id() + " " + what);
  }

  private static Metadata mark(Ask ask) {
    return Marks.of(Actions.ASK_METADATA, Actions.ASK_METADATA_ID, ask.id());
  }
}
