package dev.vouch.slack.listen;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.vouch.pipeline.Claims;
import dev.vouch.pipeline.Directory.Unreachable;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.listen.Answering.Asker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What our own people decide by buttons and commands. It is in the inbox before Slack is told that
 * all is well, and a worker does it, however often whoever began it stopped in the middle: doing it
 * again does no harm. What they are told of it may be lost where the effect is not.
 */
final class Instructions {
  private static final int TRY_AGAIN = 503;

  /** So many commands are remembered that took this instance too long. */
  private static final int MOST = 1_000;

  /** Longer than nearly everything that is typed takes; done twice it is done once. */
  private static final Duration AT_IT = Duration.ofSeconds(15);

  /** Longer than Slack takes answers. */
  private static final Duration ANSWERED = Duration.ofHours(1);

  private static final Gson GSON = new Gson();

  private final StaffAnswers staff;
  private final Inbox inbox;
  private final Slack slack;
  private final Map<String, StaffAnswers.Work> works = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

  Instructions(StaffAnswers staff, Inbox inbox, Slack slack) {
    this.staff = staff;
    this.inbox = inbox;
    this.slack = slack;
  }

  /** A button that decides something. */
  void button(App app, String action, StaffAnswers.Work work) {
    known(action, work);
    app.blockAction(action, this::pressed);
  }

  /** What is to be done where that is wanted. */
  void known(String what, StaffAnswers.Work work) {
    works.put(what, work);
  }

  private Response pressed(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    Instruction instruction = Instruction.pressed(payload);
    String id =
        "pressed:%s:%s:%s"
            .formatted(
                instruction.what(),
                payload.getActions().get(0).getActionTs(),
                instruction.person());
    return isKept(
            instruction, envelope(instruction, id, context.getTeamId(), now()), staff.answering())
        ? context.ack()
        : Response.error(TRY_AGAIN);
  }

  /** As finely as the inbox keeps it, so that doing something again is doing the same. */
  Instant now() {
    return Instant.ofEpochMilli(staff.clock().millis());
  }

  /** Slack shows that it did not get through when it is not acknowledged. */
  private boolean isKept(Instruction instruction, Envelope envelope, Answering answering) {
    Asker asker = new Asker(instruction.what(), envelope.team(), instruction.person());
    return answering.isDone(asker, inbox.appendSoon(envelope));
  }

  private static Envelope envelope(Instruction instruction, String id, String team, Instant at) {
    return new Envelope(id, team, Envelope.Type.INSTRUCTION, GSON.toJson(instruction), at);
  }

  /** A command that somebody typed then, and that may have to be kept. */
  record Kept(String team, String person, Instant at) {
    private static final String TYPED = "typed:";

    private String id() {
      return "%s%s:%d".formatted(TYPED, person, at.toEpochMilli());
    }

    private static Optional<Kept> of(Envelope envelope, Instruction one) {
      return envelope.id().startsWith(TYPED)
          ? Optional.of(new Kept(envelope.team(), one.person(), envelope.receivedAt()))
          : Optional.empty();
    }
  }

  /**
   * Somebody is at it from now on.
   *
   * @return whether nobody was
   */
  boolean begins(Kept kept) {
    return claims(kept).take(kept.id(), AT_IT);
  }

  /** Whether nobody has answered it, or does so now; the caller does then. */
  boolean isToBeAnswered(Kept kept) {
    return claims(kept).take("answer:" + kept.id(), ANSWERED);
  }

  private Claims claims(Kept kept) {
    return staff.workspaces().of(kept.team()).claims();
  }

  /** Keeps what takes this instance too long, in case that it stops before it is done. */
  boolean isKept(Instruction instruction, Kept kept, CompletableFuture<?> begun) {
    String id = kept.id();
    if (underWay.size() >= MOST) {
      underWay.values().removeIf(CompletableFuture::isDone); // Another instance saw to them.
    }
    underWay.put(id, begun);
    Envelope envelope = envelope(instruction, id, kept.team(), kept.at());
    return isKept(instruction, envelope, staff.answering().forTheRest());
  }

  /**
   * Does what was decided.
   *
   * @throws Unreachable if Slack cannot be asked just now, or some instance is at it
   */
  void carryOut(Delivery delivery) {
    String id = delivery.envelope().id();
    CompletableFuture<?> begun = underWay.get(id);
    if (begun == null) {
      carryOut(GSON.fromJson(delivery.envelope().payload(), Instruction.class), delivery);
    } else if (begun.isDone()) {
      underWay.remove(id);
    } else {
      throw underWay();
    }
  }

  private static Unreachable underWay() {
    return new Unreachable("it is under way", null, null);
  }

  private void carryOut(Instruction one, Delivery delivery) {
    Asker asker = new Asker(one.what(), delivery.envelope().team(), one.person());
    Optional<Kept> typed = Kept.of(delivery.envelope(), one);
    if (typed.filter(kept -> !begins(kept)).isPresent()) {
      throw underWay();
    }
    try {
      reply(one, asker, delivery.envelope().receivedAt())
          .filter(
              said ->
                  said.instead() || typed.map(this::isToBeAnswered).orElse(!delivery.isRepeated()))
          .ifPresent(said -> tell(said, asker, one));
    } catch (RuntimeException e) {
      if (!delivery.isRepeated()) {
        tell(Reply.beside(staff.answering().delayed(asker, e)), asker, one);
      }
      throw e;
    }
  }

  private Optional<Reply> reply(Instruction one, Asker asker, Instant at) {
    StaffAnswers.Work work = works.get(one.what());
    if (work == null) {
      throw new IllegalArgumentException("nobody does this");
    }
    Asked asked = new Asked(one.person(), one.channel(), at);
    return staff.allowed(
        asker, one.homeTeam(), workspace -> Optional.of(work.of(one.value(), asked, workspace)));
  }

  /** What stands in a message's place may be said twice; what stands beside it is not. */
  private void tell(Reply reply, Asker asker, Instruction one) {
    ActionContext there = ActionContext.builder().responseUrl(one.responseUrl()).build();
    there.setSlack(slack);
    staff.answering().later(asker, () -> reply.to(there));
  }
}
