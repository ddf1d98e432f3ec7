package dev.vouch.pipeline.inbox;

import com.google.gson.JsonObject;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.hearing.Effect;
import dev.vouch.pipeline.hearing.HandLabels;
import dev.vouch.pipeline.hearing.Listener;
import dev.vouch.pipeline.hearing.Reaction;
import dev.vouch.pipeline.hearing.SlackMessage;
import dev.vouch.pipeline.reply.ChoiceDesk;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.ReplyDesk;
import dev.vouch.pipeline.reply.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sorts the events of one workspace: messages are heard, reactions move reach, news about people
 * and channels refreshes the directory. It is idempotent, so an event may come any number of times.
 */
public final class EventReader {
  private static final Set<String> PRIVATE = Set.of("im", "mpim");

  /** Longer than a call of Slack takes that is given up. */
  private static final Duration GREETING = Duration.ofSeconds(40);

  /** Longer than anything is tried again. */
  private static final Duration WHISPERED = Duration.ofDays(3);

  private final Workspace workspace;
  private final Listener listener;
  private final ReplyDesk replies;

  public EventReader(Workspace workspace, Listener listener) {
    this.workspace = workspace;
    this.listener = listener;
    this.replies = new ReplyDesk(workspace);
  }

  Listener listener() {
    return listener;
  }

  ChoiceDesk choices(HandLabels labels) {
    return new ChoiceDesk(workspace, labels);
  }

  /** Gives an event its effect; one that means nothing to us has none. */
  public void read(JsonObject event) {
    Effect effect = effect(event, false);
    if (effect instanceof Effect.Hear hear) {
      listener.hear(List.of(hear.said())).get(0).get();
    } else if (effect instanceof Effect.React react) {
      listener.react(List.of(react.reaction())).get(0).get();
    } else if (effect instanceof Effect.Alone alone) {
      alone.work().run();
    }
  }

  /**
   * What an event comes to.
   *
   * @param repeated whether it was taken before, by somebody who may have died in the middle
   */
  Effect effect(JsonObject event, boolean repeated) {
    return switch (SlackMessage.text(event, "type").orElse("")) {
      case "message" -> message(event, repeated);
      case "reaction_added" -> reaction(event, true);
      case "reaction_removed" -> reaction(event, false);
      default -> new Effect.Alone(() -> other(event));
    };
  }

  private void other(JsonObject event) {
    switch (SlackMessage.text(event, "type").orElse("")) {
      case "user_change" -> changed(SlackMessage.object(event, "user"));
      case "channel_rename", "group_rename" -> changed(SlackMessage.object(event, "channel"));
      case "channel_shared", "channel_unshared" ->
          SlackMessage.text(event, "channel").ifPresent(workspace.directory()::changed);
      case "app_home_opened" -> homeOpened(event);
      default -> {
        // An event that we never asked for.
      }
    }
  }

  private Effect message(JsonObject event, boolean repeated) {
    Optional<String> channel = SlackMessage.text(event, "channel").filter(EventReader::isId);
    if (channel.isEmpty()) {
      return Effect.NOTHING;
    }
    return switch (SlackMessage.text(event, "subtype").orElse("")) {
      case "", "file_share", "thread_broadcast", "me_message", "bot_message" ->
          posted(channel.get(), event, repeated);
      case "message_changed" -> edited(channel.get(), SlackMessage.object(event, "message"));
      case "message_deleted" -> new Effect.Alone(() -> deleted(channel.get(), event));
      default -> Effect.NOTHING; // Joins, topics, pins: nobody's words.
    };
  }

  private Effect posted(String channel, JsonObject event, boolean repeated) {
    SlackMessage message = new SlackMessage(event);
    if (isPrivate(channel, event)) {
      return channel.startsWith("D")
          ? toUs(message.id(channel), message, repeated)
          : Effect.NOTHING;
    }
    return said(channel, message);
  }

  /** Words that others read too: heard, unless they tell Vouch to be quiet. */
  private Effect said(String channel, SlackMessage message) {
    Optional<MentionId> id = message.id(channel);
    Optional<String> person = message.text("user").filter(EventReader::isId);
    boolean told =
        id.isPresent()
            && person.isPresent()
            && message.ownText().contains("<@" + workspace.directory().home().self())
            && replies.isQuiet(message.ownText(), id.get().at());
    return told && replies.serves(person.get())
        ? new Effect.Alone(() -> quiet(id.get(), person.get(), message))
        : heard(channel, message);
  }

  /** Of a channel that is not read, only what was heard before is kept up to date. */
  private Effect heard(String channel, SlackMessage message) {
    boolean read = workspace.settings().settings().etiquette().in(channel) != ChannelRule.IGNORE;
    boolean known = read || message.id(channel).flatMap(workspace.advocates()::mention).isPresent();
    return known ? listener.said(channel, message) : Effect.NOTHING;
  }

  /** Whoever asks for silence learns that it is there, and nobody else does. */
  private void quiet(MentionId id, String person, SlackMessage message) {
    Reply reply = replies.heed(id, person, message.ownText());
    Messenger messenger = claimed(id);
    if (!messenger.confirm(id, person, reply)
        && workspace.claims().take("whisper:" + id, WHISPERED)) {
      messenger.whisper(id, message.root().orElse(null), person, reply);
    }
  }

  /** Words to Vouch alone: what they wish is done first, and then answered. */
  private Effect toUs(Optional<MentionId> id, SlackMessage message, boolean repeated) {
    Optional<String> person = message.text("user").filter(EventReader::isId);
    if (message.text("bot_id").isPresent() || id.isEmpty() || person.isEmpty()) {
      return Effect.NOTHING;
    }
    Written written =
        new Written(
            id.get(),
            message.id(id.get().channel()).orElse(id.get()).ts(),
            message.root().orElse(null),
            person.get(),
            message.ownText());
    return new Effect.Alone(() -> answer(written, repeated));
  }

  private void answer(Written written, boolean repeated) {
    MentionId message = written.message();
    replies.remember(message, written.person(), written.text());
    if (!replies.serves(written.person())) {
      once(message, repeated, slack -> slack.greet(message, written.person()));
      return;
    }
    workspace.attention().change(written.person(), Manners::answered);
    Reply reply = replies.heed(written);
    once(message, repeated, slack -> slack.answer(message, reply));
  }

  /**
   * Whoever took it before may have died, or lost Slack's answer, after they had answered; while
   * they may still be at it, nothing is to be found yet.
   */
  private void once(MentionId message, boolean repeated, Consumer<Messenger> answer) {
    Messenger messenger = claimed(message);
    if (!repeated || !messenger.isGreeted(message)) {
      answer.accept(messenger);
    }
  }

  /** What answers it while that is ours to do. */
  private Messenger claimed(MentionId message) {
    Messenger leased = workspace.messenger().within(GREETING);
    if (!workspace.claims().take("greeting:" + message, GREETING)) {
      throw new Directory.Unreachable(
          "the answer to %s may still be on its way".formatted(message), null, null);
    }
    return leased;
  }

  /** What is said to Vouch alone, or among a few, is nothing to quote to others. */
  private static boolean isPrivate(String channel, JsonObject event) {
    return channel.startsWith("D")
        || SlackMessage.text(event, "channel_type").filter(PRIVATE::contains).isPresent();
  }

  private Effect edited(String channel, JsonObject message) {
    SlackMessage now = new SlackMessage(message);
    if (channel.startsWith("D")) {
      Optional<MentionId> edit = now.edited().map(ts -> new MentionId(channel, ts));
      return edit.isPresent() ? toUs(edit, now, true) : Effect.NOTHING;
    }
    if (SlackMessage.text(message, "subtype").filter("tombstone"::equals).isPresent()) {
      return new Effect.Alone(
          () ->
              now.id(channel)
                  .ifPresent(id -> listener.withdraw(id, now.version().orElse(id.ts()))));
    }
    return now.edited().isPresent() ? said(channel, now) : Effect.NOTHING;
  }

  private void deleted(String channel, JsonObject event) {
    Optional<MentionId> deleted =
        SlackMessage.text(event, "deleted_ts")
            .filter(SlackMessage::isTs)
            .map(ts -> new MentionId(channel, ts));
    if (deleted.isPresent() && channel.startsWith("D")) {
      SlackMessage.text(SlackMessage.object(event, "previous_message"), "user")
          .filter(EventReader::isId)
          .ifPresent(person -> replies.retracted(deleted.get(), person));
    }
    deleted.ifPresent(id -> listener.withdraw(id, versionOf(event, id.ts())));
  }

  private static String versionOf(JsonObject event, String otherwise) {
    return SlackMessage.text(event, "event_ts")
        .or(() -> SlackMessage.text(event, "ts"))
        .filter(SlackMessage::isTs)
        .orElse(otherwise);
  }

  private Effect reaction(JsonObject event, boolean added) {
    JsonObject item = SlackMessage.object(event, "item");
    Optional<String> channel = SlackMessage.text(item, "channel").filter(EventReader::isId);
    Optional<MentionId> on = channel.flatMap(id -> new SlackMessage(item).id(id));
    Optional<String> reactor = SlackMessage.text(event, "user").filter(EventReader::isId);
    Optional<String> emoji = SlackMessage.text(event, "reaction");
    if (on.isEmpty() || reactor.isEmpty() || emoji.isEmpty()) {
      return Effect.NOTHING;
    }
    String receiver = SlackMessage.text(event, "item_user").filter(EventReader::isId).orElse(null);
    String version = versionOf(event, on.get().ts());
    return new Effect.React(
        new Reaction(on.get(), reactor.get(), receiver, emoji.get(), added, version));
  }

  private void changed(JsonObject what) {
    SlackMessage.text(what, "id").ifPresent(workspace.directory()::changed);
  }

  private void homeOpened(JsonObject event) {
    boolean home = SlackMessage.text(event, "tab").filter("home"::equals).isPresent();
    if (home) {
      SlackMessage.text(event, "user").ifPresent(workspace.messenger()::publishHome);
    }
  }

  private static boolean isId(String text) {
    return text.matches("[A-Za-z0-9_-]{1,64}");
  }
}
