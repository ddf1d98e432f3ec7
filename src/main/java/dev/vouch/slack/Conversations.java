package dev.vouch.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.ResponseMetadata;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.pipeline.Claims;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.slack.view.Rendering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages of ours in Slack's conversations: each bears a mark by which it is found again where
 * nobody heard whether it arrived, and goes out in the pace of its channel, and while it is for the
 * sender to send.
 */
record Conversations(WebApi api, ChannelPace pace, Lease lease, Claims claims) {
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 5;

  /** By how much the clock of whoever began a sending and Slack's may differ. */
  private static final Duration SKEW = Duration.ofHours(1);

  /** Longer than a look and the call that may follow it; half of it is left to begin that in. */
  private static final Duration RIGHT = SlackClient.WHOLE_CALL.multipliedBy(2);

  /** The same for somebody who has so long from now to say something. */
  Conversations within(Duration length) {
    return new Conversations(api, pace, lease.of(length), claims);
  }

  /** The conversation of Vouch with one person. */
  String direct(String person) {
    return api.call(
            "conversations.open",
            slack -> slack.conversationsOpen(open -> open.users(List.of(person))))
        .getChannel()
        .getId();
  }

  Posted say(String channel, Rendering view, Metadata mark) {
    return say(channel, view, mark, null);
  }

  /**
   * @param below the message under which it stands, and in the conversation itself, too, so that it
   *     is seen; null where it stands by itself
   */
  Posted say(String channel, Rendering view, Metadata mark, @Nullable Posted below) {
    ChatPostMessageResponse posted = pace.inTurn(channel, () -> sayNow(channel, view, mark, below));
    return new Posted(posted.getChannel(), posted.getTs());
  }

  /** Says it unless it stands there already, for what others may have begun or be at now. */
  Posted sayOnce(String channel, Rendering view, Metadata mark, Instant begun) {
    return sayOnce(channel, view, mark, begun, null);
  }

  Posted sayOnce(
      String channel, Rendering view, Metadata mark, Instant begun, @Nullable Posted below) {
    return once(
        channel,
        mark.getEventType() + mark.getEventPayload(),
        () -> find(channel, begun, mark),
        mine -> {
          ChatPostMessageResponse posted = mine.sayNow(channel, view, mark, below);
          return new Posted(posted.getChannel(), posted.getTs());
        });
  }

  /**
   * Brings something into a channel, in its turn, unless it stands there already. While somebody
   * has the right to, it may be on its way and not to be seen yet, and nobody else does it.
   *
   * @throws Unreachable if it may be on its way
   */
  Posted once(
      String channel,
      String what,
      Supplier<Optional<Posted>> look,
      Function<Conversations, Posted> bring) {
    return pace.inTurn(
        channel,
        () -> {
          Conversations mine = within(RIGHT);
          boolean ours = claims.take("say:%s:%08x".formatted(channel, what.hashCode()), RIGHT);
          Optional<Posted> before = look.get();
          if (before.isEmpty() && !ours) {
            throw new Unreachable("it may be on its way to " + channel, null, null);
          }
          return before.orElseGet(() -> bring.apply(mine));
        });
  }

  private ChatPostMessageResponse sayNow(
      String channel, Rendering view, Metadata mark, @Nullable Posted below) {
    return api.call(
        "chat.postMessage",
        slack -> {
          lease.require();
          return slack.chatPostMessage(
              message ->
                  message
                      .channel(channel)
                      .text(view.text())
                      .blocks(view.blocks())
                      .metadata(mark)
                      .threadTs(below == null ? null : below.ts())
                      .replyBroadcast(below != null)
                      .unfurlLinks(false)
                      .unfurlMedia(false));
        });
  }

  /**
   * @param mark null leaves the message the one that it has
   */
  void change(Posted where, Rendering view, @Nullable Metadata mark) {
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

  /** What bears that mark, if it was begun then by some instance's clock. */
  Optional<Posted> find(String channel, Instant begun, Metadata mark) {
    return find(channel, begun, message -> Marks.bears(mark, message.getMetadata()));
  }

  /** What is such a message, if it was begun then by some instance's clock. */
  Optional<Posted> find(String channel, Instant begun, Predicate<Message> such) {
    return find(channel, SlackTime.ts(begun.minus(SKEW)), such);
  }

  /** What bears that mark and was said since then by Slack's own clock. */
  Optional<Posted> find(String channel, String since, Metadata mark) {
    return find(channel, since, message -> Marks.bears(mark, message.getMetadata()));
  }

  /** Looks through what was said in a channel since then, page by page. */
  private Optional<Posted> find(String channel, String since, Predicate<Message> such) {
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      ConversationsHistoryResponse history = history(channel, since, cursor);
      Optional<Message> found =
          Stream.ofNullable(history.getMessages()).flatMap(List::stream).filter(such).findFirst();
      ResponseMetadata more = history.getResponseMetadata();
      cursor = more == null ? null : more.getNextCursor();
      if (found.isPresent() || cursor == null || cursor.isEmpty()) {
        return found.map(message -> new Posted(channel, message.getTs()));
      }
    }
    return Optional.empty();
  }

  private ConversationsHistoryResponse history(
      String channel, String since, @Nullable String cursor) {
    return api.call(
        "conversations.history",
        slack ->
            slack.conversationsHistory(
                ask ->
                    ask.channel(channel)
                        .oldest(since)
                        .includeAllMetadata(true)
                        .limit(PAGE)
                        .cursor(cursor)));
  }
}
