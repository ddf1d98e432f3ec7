package dev.vouch.pipeline;

import dev.vouch.digest.Digest;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.pipeline.courtesy.Silence;
import dev.vouch.pipeline.gift.GiftNews;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Reply;
import dev.vouch.pipeline.reply.Task;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says nothing, and refuses what would have to be said. */
final class SilentMessenger implements Messenger {
  @Override
  public Nudge.Posted send(Nudge nudge, String person) {
    throw new Refused("nothing is sent here: " + nudge.id());
  }

  @Override
  public Optional<Nudge.Posted> find(String nudgeId, String person, Instant begun) {
    return Optional.empty();
  }

  @Override
  public void show(Nudge nudge) {
    // There is no message to change.
  }

  @Override
  public Nudge.Posted send(Notice notice) {
    throw new Refused("nothing is sent here: " + notice.introduction().id());
  }

  @Override
  public void show(Notice notice) {
    // There is no message to change.
  }

  @Override
  public void post(Digest digest, byte[] chart, String channel) {
    throw new Refused("nothing is posted here: " + channel);
  }

  @Override
  public void complete(Digest digest, byte[] chart, String channel) {
    throw new Refused("nothing is posted here: " + channel);
  }

  @Override
  public boolean isPosted(Digest digest, String channel) {
    return false;
  }

  @Override
  public void greet(MentionId message, String person) {
    // Nobody waits for an answer.
  }

  @Override
  public boolean isGreeted(MentionId message) {
    return false;
  }

  @Override
  public void answer(MentionId message, Reply reply) {
    // Nobody waits for an answer.
  }

  @Override
  public boolean confirm(MentionId message, String person, Reply reply) {
    return true; // Nobody waits for an answer.
  }

  @Override
  public void whisper(MentionId message, @Nullable String root, String person, Reply reply) {
    // Nobody waits for an answer.
  }

  @Override
  public void show(MentionId message, Reply reply) {
    // There is no message to change.
  }

  @Override
  public void hand(String person, byte[] json, Instant at) {
    throw new Refused("nothing is sent here: a file");
  }

  @Override
  public void invite(Invitation invitation) {
    throw new Refused("nothing is sent here: an invitation");
  }

  @Override
  public void tell(Invitation refused) {
    throw new Refused("nothing is sent here: an invitation that was refused");
  }

  @Override
  public boolean isInvited(Invitation invitation) {
    return false;
  }

  @Override
  public void task(Task task, String staff) {
    throw new Refused("nothing is sent here: a task");
  }

  @Override
  public Nudge.Posted tell(Silence silence) {
    throw new Refused("nothing is sent here: a silence");
  }

  @Override
  public Optional<Nudge.Posted> find(Silence silence) {
    return Optional.empty();
  }

  @Override
  public void show(Silence over, Nudge.Posted where) {
    // There is no message to change.
  }

  @Override
  public void erase(MentionId message) {
    // There is no message to change.
  }

  @Override
  public void gift(GiftNews news, String staff) {
    throw new Refused("nothing is sent here: a gift");
  }

  @Override
  public void publishHome(String person) {
    // Nobody is looking.
  }
}
