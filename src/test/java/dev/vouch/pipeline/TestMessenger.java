package dev.vouch.pipeline;

import dev.vouch.digest.Digest;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.pipeline.ask.AskLine;
import dev.vouch.pipeline.ask.TestAskLine;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers what was said, and can lose an answer or be away. */
public final class TestMessenger implements Messenger {

  /** A nudge and whom it went to. */
  public record Sent(Nudge nudge, String person, Nudge.Posted where) {}

  public final List<Sent> sent = new CopyOnWriteArrayList<>();
  public final List<Nudge> shown = new CopyOnWriteArrayList<>();
  public final List<Digest> digests = new CopyOnWriteArrayList<>();
  public final List<Digest> completed = new CopyOnWriteArrayList<>();
  public final List<String> greeted = new CopyOnWriteArrayList<>();
  public final List<Reply> replies = new CopyOnWriteArrayList<>();
  public final List<Reply> asides = new CopyOnWriteArrayList<>();
  public final List<Reply> whispers = new CopyOnWriteArrayList<>();
  public final List<Reply> changed = new CopyOnWriteArrayList<>();
  public final List<String> files = new CopyOnWriteArrayList<>();
  public final List<Invitation> invitations = new CopyOnWriteArrayList<>();

  /** Who was given words for what Slack refused. */
  public final List<String> words = new CopyOnWriteArrayList<>();

  public final TestAskLine askLine = new TestAskLine();
  public final List<String> gifts = new CopyOnWriteArrayList<>();
  public final List<String> tasks = new CopyOnWriteArrayList<>();
  public final List<Notice> notices = new CopyOnWriteArrayList<>();
  public final List<Notice> shownNotices = new CopyOnWriteArrayList<>();
  private final Map<String, Nudge.Posted> marks = new ConcurrentHashMap<>();
  public volatile String refusesPerson = "";
  public final List<Silence> silences = new CopyOnWriteArrayList<>();
  public final List<MentionId> erased = new CopyOnWriteArrayList<>();
  public final List<Silence> silencesOver = new CopyOnWriteArrayList<>();
  public final AtomicInteger lookups = new AtomicInteger();
  public final List<String> homes = new CopyOnWriteArrayList<>();
  public volatile boolean losesAnswers;

  /** Whether Slack does nothing the next time that a task is told. */
  public volatile boolean failsNext;

  public volatile boolean refuses;
  public volatile boolean refusesToShow;
  public volatile String breaksFor = "";
  public volatile Runnable beforeSending = () -> {};
  public volatile Runnable whileSending = () -> {};
  private final List<MentionId> answered = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();

  @Override
  public AskLine asks() {
    return askLine;
  }

  @Override
  public Nudge.Posted send(Nudge nudge, String person) {
    if (refuses) {
      throw new Refused("chat.postMessage: cannot_dm_bot");
    }
    beforeSending.run();
    Nudge.Posted where =
        new Nudge.Posted("D" + person, "1764000000.%06d".formatted(count.incrementAndGet()));
    sent.add(new Sent(nudge, person, where));
    whileSending.run();
    lose("chat.postMessage");
    return where;
  }

  @Override
  public Optional<Nudge.Posted> find(String nudgeId, String person, Instant begun) {
    lookups.incrementAndGet();
    return sent.stream()
        .filter(one -> one.nudge().id().equals(nudgeId) && one.person().equals(person))
        .map(Sent::where)
        .findFirst()
        .or(() -> Optional.ofNullable(marks.get(nudgeId)));
  }

  @Override
  public void show(Nudge nudge) {
    if (refusesToShow) {
      throw new Refused("chat.update: message_not_found");
    }
    shown.add(nudge);
  }

  @Override
  public Nudge.Posted send(Notice notice) {
    if (refusesPerson.equals(notice.delivery().to())) {
      throw new Refused("conversations.open: cannot_dm");
    }
    Nudge.Posted where =
        new Nudge.Posted(
            "D" + notice.delivery().to(), "1764000000.%06d".formatted(count.incrementAndGet()));
    notices.add(notice);
    marks.put(notice.introduction().mark(notice.delivery()), where);
    whileSending.run();
    lose("chat.postMessage");
    return where;
  }

  @Override
  public void show(Notice notice) {
    shownNotices.add(notice);
  }

  @Override
  public void post(Digest digest, byte[] chart, String channel) {
    if (channel.equals(breaksFor)) {
      throw new IllegalStateException("this channel breaks the messenger");
    }
    digests.add(digest);
    whileSending.run();
    lose("chat.postMessage");
  }

  @Override
  public void complete(Digest digest, byte[] chart, String channel) {
    completed.add(digest);
  }

  @Override
  public boolean isPosted(Digest digest, String channel) {
    lookups.incrementAndGet();
    return digests.stream().anyMatch(posted -> posted.day().equals(digest.day()));
  }

  @Override
  public void greet(MentionId message, String person) {
    greeted.add(person);
    answered.add(message);
    lose("chat.postMessage");
  }

  @Override
  public void answer(MentionId message, Reply reply) {
    replies.add(reply);
    answered.add(message);
    lose("chat.postMessage");
  }

  @Override
  public boolean confirm(MentionId message, String person, Reply reply) {
    if (refusesPerson.equals(person)) {
      return false;
    }
    if (!answered.contains(message)) {
      answered.add(message);
      asides.add(reply);
    }
    lose("chat.postMessage");
    return true;
  }

  @Override
  public void whisper(MentionId message, @Nullable String root, String person, Reply reply) {
    whispers.add(reply);
    lose("chat.postEphemeral");
  }

  @Override
  public void show(MentionId message, Reply reply) {
    changed.add(reply);
  }

  @Override
  public void hand(String person, byte[] json, Instant at) {
    files.add(new String(json, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void invite(Invitation invitation) {
    if (refuses) {
      throw new Refused("conversations.open: cannot_dm_bot");
    }
    invitations.add(invitation);
    lose("chat.postMessage");
  }

  @Override
  public void tell(Invitation refused) {
    if (!words.contains(refused.by())) {
      words.add(refused.by());
    }
    lose("chat.postMessage");
  }

  @Override
  public boolean isInvited(Invitation invitation) {
    lookups.incrementAndGet();
    return invitations.stream().anyMatch(one -> one.person().equals(invitation.person()));
  }

  @Override
  public void task(Task task, String staff) {
    if (refusesPerson.equals(staff)) {
      throw new Refused("conversations.open: user_not_found");
    }
    if (failsNext) {
      failsNext = false;
      throw new Directory.Unreachable("chat.postMessage: HTTP 500", null, null);
    }
    String said = staff + ": " + task.words();
    if (!tasks.contains(said)) {
      tasks.add(said);
    }
    lose("chat.postMessage");
  }

  @Override
  public Nudge.Posted tell(Silence silence) {
    silences.add(silence);
    lose("chat.postMessage");
    return new Nudge.Posted("D" + silence.person(), "1764000001.000100");
  }

  @Override
  public Optional<Nudge.Posted> find(Silence silence) {
    lookups.incrementAndGet();
    return silences.stream()
        .filter(one -> one.person().equals(silence.person()) && one.since().equals(silence.since()))
        .map(one -> new Nudge.Posted("D" + one.person(), "1764000001.000100"))
        .findFirst();
  }

  @Override
  public void show(Silence over, Nudge.Posted where) {
    silencesOver.add(over);
  }

  @Override
  public void erase(MentionId message) {
    erased.add(message);
  }

  @Override
  public void gift(GiftNews news, String staff) {
    if (refuses) {
      throw new Refused("conversations.open: user_not_found");
    }
    String said = staff + ": " + news.event().state().wire();
    if (!gifts.contains(said)) {
      gifts.add(said);
    }
    lose("chat.postMessage");
  }

  @Override
  public boolean isGreeted(MentionId message) {
    lookups.incrementAndGet();
    return answered.contains(message);
  }

  private void lose(String method) {
    if (losesAnswers) {
      throw new Directory.Unreachable(method + ": timeout", null, null);
    }
  }

  @Override
  public void publishHome(String person) {
    homes.add(person);
  }
}
