package dev.vouch.slack;

import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import com.slack.api.model.Message.Metadata;
import dev.vouch.digest.AdvocacyChart;
import dev.vouch.digest.Digest;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Messenger;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.DigestView;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.NudgeView;
import dev.vouch.slack.view.Rendering;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says things in one workspace through Slack's Web API. */
public final class SlackMessenger implements Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(SlackMessenger.class);
  private static final int LOOKED_AT = 100;

  /** By how much our clock and Slack's may differ. */
  private static final Duration SKEW = Duration.ofHours(1);

  private static final String CHART_TITLE = "Advocacy and likes, 14 days";

  private final WebApi api;
  private final HomeDesk home;
  private final InstantSource clock;
  private final ChannelPace pace;

  /**
   * @param home makes the pages of App Home; its directory and settings are this workspace's
   */
  public SlackMessenger(WebApi api, HomeDesk home, InstantSource clock) {
    this.api = api;
    this.home = home;
    this.clock = clock;
    this.pace = new ChannelPace(clock);
  }

  @Override
  public Nudge.Posted send(Nudge nudge, String person) {
    if (!home.isStaff(person)) {
      throw new Refused(
          "nudge %s does not go to %s, who is not one of our own people; name another owner or"
                  .formatted(nudge.id(), person)
              + " approver");
    }
    Rendering view = NudgeView.of(open(nudge, person), home.directory()::name);
    return say(directChannel(person), view, mark(nudge.id()));
  }

  /** As its reader must see it: to answer, or where it is not for them, to approve. */
  private static Nudge open(Nudge nudge, String person) {
    if (nudge.state().isOpen()) {
      return nudge;
    }
    return nudge.now(person.equals(nudge.to()) ? State.SENT : State.APPROVAL, nudge.reason());
  }

  @Override
  public Optional<Nudge.Posted> find(String nudgeId, String person, Instant since) {
    String channel = directChannel(person);
    return history(channel, since).stream()
        .filter(
            message ->
                isMarked(
                    message.getMetadata(),
                    Actions.NUDGE_METADATA,
                    Actions.NUDGE_METADATA_ID,
                    nudgeId))
        .map(message -> new Nudge.Posted(channel, message.getTs()))
        .findFirst();
  }

  private List<Message> history(String channel, Instant since) {
    ConversationsHistoryResponse history =
        api.call(
            "conversations.history",
            slack ->
                slack.conversationsHistory(
                    ask ->
                        ask.channel(channel)
                            .oldest(SlackTime.ts(since))
                            .includeAllMetadata(true)
                            .limit(LOOKED_AT)));
    return history.getMessages() == null ? List.of() : history.getMessages();
  }

  @Override
  public void show(Nudge nudge) {
    Nudge.Posted where = nudge.sent();
    if (where == null) {
      return;
    }
    Rendering view = NudgeView.of(nudge, home.directory()::name);
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
                        .metadata(mark(nudge.id()))));
  }

  /** The digest is for our own people: what Slack says of the channel is asked afresh. */
  @Override
  public void post(Digest digest, byte[] chart, String channel) {
    home.directory().changed(channel);
    boolean ours = home.directory().channel(channel).filter(known -> !known.external()).isPresent();
    if (!ours) {
      throw new Refused(
          "the digest does not go to %s: Vouch cannot see it, or people of other companies can;"
                  .formatted(channel)
              + " choose another channel with /vouch settings digest");
    }
    if (isPosted(digest, channel)) {
      LOG.info("the digest of {} stands in {} already", digest.day(), channel);
      return;
    }
    Metadata mark = mark(Actions.DIGEST_METADATA, Actions.DIGEST_METADATA_DAY, dayOf(digest));
    say(channel, DigestView.of(digest), mark);
    if (chart.length > 0) {
      postChart(digest, chart, channel);
    }
  }

  /** Whoever posted it may have died, or lost Slack's answer, before it could be noted. */
  private boolean isPosted(Digest digest, String channel) {
    try {
      return history(channel, digest.to().minus(SKEW)).stream()
          .anyMatch(
              message ->
                  isMarked(
                      message.getMetadata(),
                      Actions.DIGEST_METADATA,
                      Actions.DIGEST_METADATA_DAY,
                      dayOf(digest)));
    } catch (Refused e) {
      LOG.debug("{} cannot be read back: {}", channel, e.getMessage());
      return false;
    }
  }

  private static String dayOf(Digest digest) {
    return digest.day().toString();
  }

  /** A digest without its chart is better than none or two of them. */
  private void postChart(Digest digest, byte[] chart, String channel) {
    try {
      pace.inTurn(channel, () -> upload(digest, chart, channel));
    } catch (Unreachable | Refused e) {
      LOG.warn(
          "The digest of {} stands in {} without its chart: {}",
          digest.day(),
          channel,
          e.getMessage());
    }
  }

  private boolean upload(Digest digest, byte[] chart, String channel) {
    return api.call(
            "files.completeUploadExternal",
            slack -> {
              try {
                return slack.filesUploadV2(
                    file ->
                        file.filename("vouch-%s.png".formatted(digest.day()))
                            .title(CHART_TITLE)
                            .altTxt(new AdvocacyChart().altText(digest))
                            .fileData(chart)
                            .channel(channel)
                            .initialComment("Acts of advocacy and, apart from them, likes.")
                            .requestFileInfo(false));
              } catch (SlackFilesUploadV2Exception e) {
                throw new IOException("the upload of the chart did not go through", e);
              }
            })
        .isOk();
  }

  @Override
  public void greet(String channel, String person) {
    say(channel, home.isStaff(person) ? HelpView.greetingStaff() : HelpView.greetingOthers(), null);
  }

  @Override
  public void publishHome(String person) {
    var page = home.homeOf(person, clock.instant());
    api.call(
        "views.publish", slack -> slack.viewsPublish(publish -> publish.userId(person).view(page)));
  }

  private String directChannel(String person) {
    return api.call(
            "conversations.open",
            slack -> slack.conversationsOpen(open -> open.users(List.of(person))))
        .getChannel()
        .getId();
  }

  private Nudge.Posted say(String channel, Rendering view, @Nullable Metadata metadata) {
    ChatPostMessageResponse posted = pace.inTurn(channel, () -> postNow(channel, view, metadata));
    return new Nudge.Posted(posted.getChannel(), posted.getTs());
  }

  private ChatPostMessageResponse postNow(
      String channel, Rendering view, @Nullable Metadata metadata) {
    return api.call(
        "chat.postMessage",
        slack ->
            slack.chatPostMessage(
                message ->
                    message
                        .channel(channel)
                        .text(view.text())
                        .blocks(view.blocks())
                        .metadata(metadata)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
  }

  private static Metadata mark(String nudgeId) {
    return mark(Actions.NUDGE_METADATA, Actions.NUDGE_METADATA_ID, nudgeId);
  }

  private static Metadata mark(String type, String key, String id) {
    return Metadata.builder().eventType(type).eventPayload(Map.of(key, id)).build();
  }

  private static boolean isMarked(@Nullable Metadata metadata, String type, String key, String id) {
    return metadata != null
        && type.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && id.equals(metadata.getEventPayload().get(key));
  }
}
