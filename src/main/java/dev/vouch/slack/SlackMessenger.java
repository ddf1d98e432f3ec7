package dev.vouch.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.ResponseMetadata;
import dev.vouch.digest.Digest;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.ConsentView;
import dev.vouch.slack.view.DigestView;
import dev.vouch.slack.view.EtiquetteView;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.NudgeView;
import dev.vouch.slack.view.OwnView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.executive.IntroductionView;
import dev.vouch.slack.view.gift.GiftView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says things in one workspace through Slack's Web API. */
public final class SlackMessenger implements Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(SlackMessenger.class);
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 5;

  /** By how much the clock of whoever began a sending and Slack's may differ. */
  private static final Duration SKEW = Duration.ofHours(1);

  private final WebApi api;
  private final HomeDesk home;
  private final InstantSource clock;
  private final ChannelPace pace;
  private final SlackFiles files;

  /**
   * @param home makes the pages of App Home; its directory and settings are this workspace's
   */
  public SlackMessenger(WebApi api, HomeDesk home, InstantSource clock) {
    this.api = api;
    this.home = home;
    this.clock = clock;
    this.pace = new ChannelPace(clock);
    this.files = new SlackFiles(api, pace);
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
    return say(directChannel(person), view, Marks.of(nudge.id()));
  }

  /** As its reader must see it: to answer, or where it is not for them, to approve. */
  private static Nudge open(Nudge nudge, String person) {
    if (nudge.state().isOpen()) {
      return nudge;
    }
    return nudge.now(person.equals(nudge.to()) ? State.SENT : State.APPROVAL, nudge.reason());
  }

  @Override
  public Optional<Nudge.Posted> find(String nudgeId, String person, Instant begun) {
    String channel = directChannel(person);
    return find(channel, SlackTime.ts(begun.minus(SKEW)), Marks.of(nudgeId))
        .map(message -> new Nudge.Posted(channel, message.getTs()));
  }

  /** Looks through what was said in a channel since then, page by page, for what bears a mark. */
  private Optional<Message> find(String channel, String since, Metadata mark) {
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      ConversationsHistoryResponse history = history(channel, since, cursor);
      Optional<Message> found =
          Stream.ofNullable(history.getMessages())
              .flatMap(List::stream)
              .filter(message -> Marks.bears(mark, message.getMetadata()))
              .findFirst();
      ResponseMetadata more = history.getResponseMetadata();
      cursor = more == null ? null : more.getNextCursor();
      if (found.isPresent() || cursor == null || cursor.isEmpty()) {
        return found;
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

  @Override
  public void show(Nudge nudge) {
    Nudge.Posted where = nudge.sent();
    if (where == null) {
      return;
    }
    change(
        new MentionId(where.channel(), where.ts()),
        NudgeView.of(nudge, home.directory()::name),
        Marks.of(nudge.isErased() ? "erased" : nudge.id()));
  }

  /**
   * @param mark null leaves the message the one that it has
   */
  private void change(MentionId message, Rendering view, @Nullable Metadata mark) {
    api.call(
        "chat.update",
        slack ->
            slack.chatUpdate(
                change ->
                    change
                        .channel(message.channel())
                        .ts(message.ts())
                        .text(view.text())
                        .blocks(view.blocks())
                        .metadata(mark)));
  }

  @Override
  public Nudge.Posted send(Notice notice) {
    String to = notice.delivery().to();
    if (!home.isStaff(to)) {
      throw new Refused("of introductions nobody is told but our own people: " + to);
    }
    return say(
        directChannel(to),
        IntroductionView.of(notice, home.directory()::name),
        Marks.of(notice.introduction().mark(notice.delivery())));
  }

  @Override
  public void show(Notice notice) {
    Nudge.Posted where = notice.delivery().posted();
    if (where != null) {
      change(
          new MentionId(where.channel(), where.ts()),
          IntroductionView.of(notice, home.directory()::name),
          notice.introduction().isErased() ? Marks.of("erased") : null);
    }
  }

  /**
   * The digest is for our own people: what Slack says of the channel is asked afresh, and a
   * conversation of two may be with anybody.
   */
  @Override
  public void post(Digest digest, byte[] chart, String channel) {
    home.directory().changed(channel);
    boolean ours =
        home.directory()
            .channel(channel)
            .filter(known -> !known.external() && !known.direct())
            .isPresent();
    if (!ours) {
      throw new Refused(
          "the digest does not go to %s: Vouch cannot see it, or people of other companies can;"
                  .formatted(channel)
              + " choose another channel with /vouch settings digest");
    }
    Optional<Author> guest = home.directory().outsiderIn(channel);
    if (guest.isPresent()) {
      throw new Refused(
          "the digest does not go to %s: %s, who is not one of our own people, can read it; choose"
                  .formatted(channel, guest.get().id())
              + " another channel with /vouch settings digest");
    }
    say(channel, DigestView.of(digest), Marks.of(digest));
    if (chart.length > 0) {
      files.chart(digest, chart, channel);
    }
  }

  @Override
  public boolean isPosted(Digest digest, String channel) {
    try {
      return find(channel, SlackTime.ts(digest.to().minus(SKEW)), Marks.of(digest)).isPresent();
    } catch (Refused e) {
      LOG.warn("{} cannot be read back: {}", channel, e.getMessage());
      return false;
    }
  }

  @Override
  public void greet(MentionId message, String person) {
    Rendering view = home.isStaff(person) ? HelpView.greetingStaff() : HelpView.greetingOthers();
    say(message.channel(), view, Marks.of(message));
  }

  /** Where they wrote it, which nobody but them and Vouch can read. */
  @Override
  public void answer(MentionId message, Reply reply) {
    if (!message.channel().startsWith("D")) {
      throw new Refused("what is said to one person is not said in " + message.channel());
    }
    say(message.channel(), OwnView.of(reply, clock.instant()), Marks.of(message));
  }

  @Override
  public void confirm(MentionId message, @Nullable String root, String person, Reply reply) {
    Rendering view = OwnView.of(reply, clock.instant());
    try {
      String channel = directChannel(person);
      if (find(channel, message.ts(), Marks.of(message)).isEmpty()) {
        say(channel, view, Marks.of(message));
      }
    } catch (Refused e) {
      whisper(message.channel(), root, person, view.text());
    }
  }

  /** What a person alone sees cannot be changed later, so there is nothing to press. */
  private void whisper(String channel, @Nullable String root, String person, String words) {
    try {
      api.call(
          "chat.postEphemeral",
          slack ->
              slack.chatPostEphemeral(
                  aside -> aside.channel(channel).threadTs(root).user(person).text(words)));
    } catch (Refused e) {
      LOG.warn("{} could not be told that it was heard: {}", person, e.getMessage());
    }
  }

  @Override
  public void show(MentionId message, Reply reply) {
    change(message, OwnView.of(reply, clock.instant()), null);
  }

  @Override
  public void hand(String person, byte[] json) {
    files.own(json, directChannel(person));
  }

  @Override
  public void invite(Invitation invitation) {
    Rendering view =
        OwnView.invitation(
            home.directory().name(invitation.by()),
            home.directory().home().name(),
            invitation.in());
    Nudge.Posted unused = say(directChannel(invitation.person()), view, Marks.of(invitation));
  }

  @Override
  public boolean isInvited(Invitation invitation) {
    String since = SlackTime.ts(invitation.at().minus(SKEW));
    return find(directChannel(invitation.person()), since, Marks.of(invitation)).isPresent();
  }

  @Override
  public void task(Task task, String staff) {
    if (!home.isStaff(staff)) {
      throw new Refused("a task does not go to %s, who is not one of our own".formatted(staff));
    }
    Nudge.Posted unused =
        say(
            directChannel(staff),
            ConsentView.task(task, home.directory().name(task.about())),
            Marks.of(Actions.TASK_METADATA, Actions.TASK_METADATA_AT, task.at().toString()));
  }

  @Override
  public Nudge.Posted tell(Silence silence) {
    String person = silence.person();
    if (!home.isStaff(person)) {
      throw new Refused("%s is not one of our own, and is told nothing".formatted(person));
    }
    return say(directChannel(person), EtiquetteView.silence(silence), Marks.of(silence));
  }

  @Override
  public Optional<Nudge.Posted> find(Silence silence) {
    String channel = directChannel(silence.person());
    return find(channel, SlackTime.ts(silence.since().minus(SKEW)), Marks.of(silence))
        .map(message -> new Nudge.Posted(channel, message.getTs()));
  }

  @Override
  public void show(Silence over, Nudge.Posted where) {
    change(new MentionId(where.channel(), where.ts()), EtiquetteView.silence(over), Marks.of(over));
  }

  public void gift(GiftNews news, String staff) {
    if (!home.isStaff(staff)) {
      throw new Refused(
          "a gift is not talked of with %s, who is not one of our own".formatted(staff));
    }
    Nudge.Posted unused =
        say(
            directChannel(staff),
            GiftView.news(news, home.directory()::name),
            Marks.of(Actions.GIFT_METADATA, Actions.GIFT_METADATA_ID, news.event().gift()));
  }

  /** The message and its answer bear the time of one clock, which is Slack's. */
  @Override
  public boolean isGreeted(MentionId message) {
    return find(message.channel(), message.ts(), Marks.of(message)).isPresent();
  }

  @Override
  public AskLine asks() {
    return new SlackAsks(api, home, pace);
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

  private Nudge.Posted say(String channel, Rendering view, Metadata metadata) {
    ChatPostMessageResponse posted = pace.inTurn(channel, () -> postNow(channel, view, metadata));
    return new Nudge.Posted(posted.getChannel(), posted.getTs());
  }

  private ChatPostMessageResponse postNow(String channel, Rendering view, Metadata metadata) {
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
}
