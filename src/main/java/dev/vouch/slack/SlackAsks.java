package dev.vouch.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message.Metadata;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Messenger.Refused;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.reply.ReplyNote;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.AskView;
import dev.vouch.slack.view.AskedView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.reply.ReplyView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries the asks of one workspace through Slack's Web API, in direct messages alone. */
final class SlackAsks implements AskLine {
  /** By how much the clock of whoever began a sending and Slack's may differ. */
  private static final Duration SKEW = Duration.ofHours(1);

  private static final int LATEST = 200;

  private final WebApi api;
  private final HomeDesk home;
  private final ChannelPace pace;

  SlackAsks(WebApi api, HomeDesk home, ChannelPace pace) {
    this.api = api;
    this.home = home;
    this.pace = pace;
  }

  @Override
  public Posted send(Ask ask) {
    if (home.isStaff(ask.about())) {
      throw new Refused("ask %s does not go to one of our own people".formatted(ask.id()));
    }
    return say(directChannel(ask.about()), seen(ask), mark(ask), null);
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
    String channel = directChannel(ask.about());
    return Stream.ofNullable(
            api.call(
                    "conversations.history",
                    slack ->
                        slack.conversationsHistory(
                            history ->
                                history
                                    .channel(channel)
                                    .oldest(SlackTime.ts(begun.minus(SKEW)))
                                    .includeAllMetadata(true)
                                    .limit(LATEST)))
                .getMessages())
        .flatMap(List::stream)
        .filter(message -> Marks.bears(mark(ask), message.getMetadata()))
        .findFirst()
        .map(message -> new Posted(channel, message.getTs()));
  }

  @Override
  public void show(Ask ask) {
    Posted where = ask.way().sent();
    if (where != null) {
      update(where, seen(ask), mark(ask));
    }
  }

  @Override
  public void approve(Ask ask, String approver) {
    Posted unused =
        say(
            toStaff(approver),
            AskView.toApprove(ask, name(ask.about()), name(ask.by())),
            mark(ask),
            null);
  }

  @Override
  public Posted tell(Ask ask) {
    Rendering view = AskView.told(ask, name(ask.about()));
    Posted where = ask.way().told();
    if (where == null) {
      return say(toStaff(ask.by()), view, mark(ask), null);
    }
    update(where, view, mark(ask));
    return where;
  }

  @Override
  public void tell(Ask ask, Answer answer) {
    Posted unused =
        say(
            toStaff(ask.by()),
            AskView.answered(ask, answer, name(ask.about())),
            mark(ask),
            ask.way().told());
  }

  @Override
  public void tell(ReplyNote note, String staff) {
    Posted unused =
        say(
            toStaff(staff),
            ReplyView.told(note, name(note.person())),
            Metadata.builder()
                .eventType(Actions.REPLY_METADATA)
                .eventPayload(Map.of(Actions.REPLY_METADATA_OF, note.person()))
                .build(),
            null);
  }

  @Override
  public void remind(Ask ask) {
    Posted unused =
        say(
            toStaff(ask.by()),
            AskView.reminder(ask, name(ask.about())),
            mark(ask),
            ask.way().told());
  }

  private String name(String person) {
    return home.directory().name(person);
  }

  private String toStaff(String person) {
    if (!home.isStaff(person)) {
      throw new Refused("%s, who is not one of our own people, is told nothing".formatted(person));
    }
    return directChannel(person);
  }

  private String directChannel(String person) {
    return api.call(
            "conversations.open",
            slack -> slack.conversationsOpen(open -> open.users(List.of(person))))
        .getChannel()
        .getId();
  }

  /**
   * @param below the message under which it stands, and in the conversation itself, too, so that it
   *     is seen; null where it stands by itself
   */
  private Posted say(String channel, Rendering view, Metadata mark, @Nullable Posted below) {
    ChatPostMessageResponse posted =
        pace.inTurn(
            channel,
            () ->
                api.call(
                    "chat.postMessage",
                    slack ->
                        slack.chatPostMessage(
                            message ->
                                message
                                    .channel(channel)
                                    .text(view.text())
                                    .blocks(view.blocks())
                                    .metadata(mark)
                                    .threadTs(below == null ? null : below.ts())
                                    .replyBroadcast(below != null)
                                    .unfurlLinks(false)
                                    .unfurlMedia(false))));
    return new Posted(posted.getChannel(), posted.getTs());
  }

  private void update(Posted where, Rendering view, Metadata mark) {
    api.call(
        "chat.update",
        slack ->
            slack.chatUpdate(
                change ->
                    change
                        .channel(where.channel())
                        .ts(where.ts())
                        .text(view.text())
                        .blocks(view.blocks())
                        .metadata(mark)));
  }

  private static Metadata mark(Ask ask) {
    return Marks.of(Actions.ASK_METADATA, Actions.ASK_METADATA_ID, ask.id());
  }
}
