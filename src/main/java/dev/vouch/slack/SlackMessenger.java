package dev.vouch.slack;

import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.digest.Digest;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.pipeline.Claims;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import dev.vouch.slack.command.HomeDesk;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.executive.IntroductionView;
import dev.vouch.slack.view.gift.GiftView;
import dev.vouch.slack.view.home.EtiquetteView;
import dev.vouch.slack.view.nudge.NudgeView;
import dev.vouch.slack.view.outside.OwnView;
import dev.vouch.slack.view.person.ConsentView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says things in one workspace through Slack's Web API. */
public final class SlackMessenger implements Messenger {
  private static final Logger LOG = LoggerFactory.getLogger(SlackMessenger.class);

  private final WebApi api;
  private final HomeDesk home;
  private final Forgetting forgetting;
  private final InstantSource clock;
  private final Conversations talks;
  private final SlackFiles files;
  private final SlackDigests digests;

  /**
   * @param home makes the pages of App Home; its directory and settings are this workspace's
   * @param forgetting learns where our own people are told of somebody
   * @param claims tell who says what now
   */
  public SlackMessenger(
      WebApi api, HomeDesk home, Forgetting forgetting, Claims claims, InstantSource clock) {
    this(api, home, forgetting, claims, clock, System::nanoTime);
  }

  /**
   * @param ticker nanoseconds, by which it is known how long something was on its way
   */
  public SlackMessenger(
      WebApi api,
      HomeDesk home,
      Forgetting forgetting,
      Claims claims,
      InstantSource clock,
      LongSupplier ticker) {
    this(
        home,
        forgetting,
        clock,
        new Conversations(api, new ChannelPace(clock), Lease.endless(ticker), claims));
  }

  private SlackMessenger(
      HomeDesk home, Forgetting forgetting, InstantSource clock, Conversations talks) {
    this.api = talks.api();
    this.home = home;
    this.forgetting = forgetting;
    this.clock = clock;
    this.talks = talks;
    this.files = new SlackFiles(talks);
    this.digests = new SlackDigests(talks, files, home.directory());
  }

  @Override
  public Messenger within(Duration lease) {
    return new SlackMessenger(home, forgetting, clock, talks.within(lease));
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
    return talks.say(talks.direct(person), view, Marks.of(nudge.id()));
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
    return talks.find(talks.direct(person), begun, Marks.of(nudgeId));
  }

  @Override
  public void show(Nudge nudge) {
    Nudge.Posted where = nudge.sent();
    if (where == null) {
      return;
    }
    talks.change(
        where,
        NudgeView.of(nudge, home.directory()::name),
        Marks.of(nudge.isErased() ? "erased" : nudge.id()));
  }

  @Override
  public Nudge.Posted send(Notice notice) {
    String to = notice.delivery().to();
    if (!home.isStaff(to)) {
      throw new Refused("of introductions nobody is told but our own people: " + to);
    }
    return talks.say(
        talks.direct(to),
        IntroductionView.of(notice, home.directory()::name),
        Marks.of(notice.introduction().mark(notice.delivery())));
  }

  @Override
  public void show(Notice notice) {
    Nudge.Posted where = notice.delivery().posted();
    if (where != null) {
      talks.change(
          where,
          IntroductionView.of(notice, home.directory()::name),
          notice.introduction().isErased() ? Marks.of("erased") : null);
    }
  }

  @Override
  public void post(Digest digest, byte[] chart, String channel) {
    digests.post(digest, chart, channel);
  }

  @Override
  public void complete(Digest digest, byte[] chart, String channel) {
    digests.complete(digest, chart, channel);
  }

  @Override
  public boolean isPosted(Digest digest, String channel) {
    return digests.isPosted(digest, channel);
  }

  @Override
  public void greet(MentionId message, String person) {
    Rendering view = home.isStaff(person) ? HelpView.greetingStaff() : HelpView.greetingOthers();
    talks.say(message.channel(), view, Marks.of(message));
  }

  /** Where they wrote it, which nobody but them and Vouch can read. */
  @Override
  public void answer(MentionId message, Reply reply) {
    if (!message.channel().startsWith("D")) {
      throw new Refused("what is said to one person is not said in " + message.channel());
    }
    talks.say(message.channel(), OwnView.of(reply, clock.instant()), Marks.of(message));
  }

  @Override
  public boolean confirm(MentionId message, String person, Reply reply) {
    try {
      String channel = talks.direct(person);
      if (talks.find(channel, message.ts(), Marks.of(message)).isEmpty()) {
        talks.say(channel, OwnView.of(reply, clock.instant()), Marks.of(message));
      }
      return true;
    } catch (Refused e) {
      return false;
    }
  }

  /** What a person alone sees cannot be changed later, so there is nothing to press. */
  @Override
  public void whisper(MentionId message, @Nullable String root, String person, Reply reply) {
    String words = OwnView.of(reply, clock.instant()).text();
    try {
      api.call(
          "chat.postEphemeral",
          slack ->
              slack.chatPostEphemeral(
                  aside ->
                      aside.channel(message.channel()).threadTs(root).user(person).text(words)));
    } catch (Refused e) {
      LOG.warn("{} could not be told that it was heard: {}", person, e.getMessage());
    }
  }

  @Override
  public void show(MentionId message, Reply reply) {
    talks.change(
        new Nudge.Posted(message.channel(), message.ts()),
        OwnView.of(reply, clock.instant()),
        null);
  }

  @Override
  public void hand(String person, byte[] json, Instant at) {
    files.own(json, talks.direct(person), at);
  }

  @Override
  public void invite(Invitation invitation) {
    Rendering view =
        OwnView.invitation(
            home.directory().name(invitation.by()),
            home.directory().home().name(),
            invitation.in());
    Nudge.Posted unused = talks.say(talks.direct(invitation.person()), view, Marks.of(invitation));
  }

  @Override
  public void tell(Invitation refused) {
    String staff = refused.by();
    if (!home.isStaff(staff)) {
      throw new Refused("%s is not one of our own, and is told nothing".formatted(staff));
    }
    talks.sayOnce(
        talks.direct(staff),
        ConsentView.words(home.directory().name(refused.person()), home.directory().home().name()),
        Marks.of(refused),
        refused.at());
  }

  @Override
  public boolean isInvited(Invitation invitation) {
    String channel = talks.direct(invitation.person());
    return talks.find(channel, invitation.at(), Marks.of(invitation)).isPresent();
  }

  @Override
  public void task(Task task, String staff) {
    if (!home.isStaff(staff)) {
      throw new Refused("a task does not go to %s, who is not one of our own".formatted(staff));
    }
    Nudge.Posted where =
        talks.sayOnce(
            talks.direct(staff),
            ConsentView.task(task, home.directory().name(task.about())),
            Marks.of(Actions.TASK_METADATA, Actions.TASK_METADATA_AT, task.at().toString()),
            task.at());
    forgetting.told(task.about(), where.message());
  }

  @Override
  public Nudge.Posted tell(Silence silence) {
    String person = silence.person();
    if (!home.isStaff(person)) {
      throw new Refused("%s is not one of our own, and is told nothing".formatted(person));
    }
    return talks.say(talks.direct(person), EtiquetteView.silence(silence), Marks.of(silence));
  }

  @Override
  public Optional<Nudge.Posted> find(Silence silence) {
    return talks.find(talks.direct(silence.person()), silence.since(), Marks.of(silence));
  }

  @Override
  public void show(Silence over, Nudge.Posted where) {
    talks.change(where, EtiquetteView.silence(over), Marks.of(over));
  }

  @Override
  public void gift(GiftNews news, String staff) {
    if (!home.isStaff(staff)) {
      throw new Refused(
          "a gift is not talked of with %s, who is not one of our own".formatted(staff));
    }
    Nudge.Posted where =
        talks.sayOnce(
            talks.direct(staff),
            GiftView.news(news, home.directory()::name),
            Marks.of(Actions.GIFT_METADATA, Actions.GIFT_METADATA_ID, news.event().gift()),
            news.event().at());
    forgetting.told(news.event().to().person(), where.message());
  }

  @Override
  public void erase(MentionId message) {
    talks.change(
        new Nudge.Posted(message.channel(), message.ts()),
        Rendering.saying("This was about a person who was erased."),
        Marks.of("erased"));
  }

  /** The message and its answer bear the time of one clock, which is Slack's. */
  @Override
  public boolean isGreeted(MentionId message) {
    return talks.find(message.channel(), message.ts(), Marks.of(message)).isPresent();
  }

  @Override
  public AskLine asks() {
    return new SlackAsks(talks, home, forgetting);
  }

  @Override
  public void publishHome(String person) {
    var page = home.homeOf(person, clock.instant());
    api.call(
        "views.publish", slack -> slack.viewsPublish(publish -> publish.userId(person).view(page)));
  }
}
