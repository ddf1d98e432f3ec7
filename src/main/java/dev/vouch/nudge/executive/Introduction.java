package dev.vouch.nudge.executive;

import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.executive.Stage.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One introduction of a person to one of our executives, from the wish to what came of it.
 *
 * @param id made of what asked for it, so that asking twice is asking once
 * @param executive Slack id
 * @param due when to look at it again; null when nothing more comes of it by itself
 * @param slot the month of the executive's that it takes one of; null while it takes none
 * @param history what happened, oldest first
 * @param deliveries what our own people were told of it, oldest first
 */
public record Introduction(
    String id,
    Request request,
    String executive,
    Stage stage,
    @Nullable Instant due,
    @Nullable YearMonth slot,
    List<Step> history,
    List<Delivery> deliveries) {

  /** An executive who has not answered for so long is not going to. */
  public static final Duration ANSWER_WITHIN = Duration.ofDays(7);

  /** "Another time" is then. */
  public static final Duration LATER_BY = Duration.ofDays(14);

  /** So long after it was approved we ask how it went. */
  public static final Duration OUTCOME_AFTER = Duration.ofDays(10);

  /** And so long after it was moved. */
  public static final Duration MOVED_BY = Duration.ofDays(7);

  /** Who has not said for so long how it went will not. */
  public static final Duration TOLD_WITHIN = Duration.ofDays(30);

  /** Longer than all that can be asked of Slack about one message takes. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  public Introduction {
    history = List.copyOf(history);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * Who wants it and why.
   *
   * @param person Slack id; empty once they were erased
   * @param account the name of theirs, if it is known
   * @param by Slack id of whoever wants it
   * @param words why, for our own people
   * @param reasons why this executive, in words
   */
  public record Request(
      String person,
      String name,
      @Nullable String account,
      String by,
      String words,
      List<String> reasons,
      Instant at) {
    public Request {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Something happened to it.
   *
   * @param by Slack id of whoever did it; null where it was time that passed
   * @param words what they said with it
   */
  public record Step(Event event, Instant at, @Nullable String by, @Nullable String words) {}

  /** What our own people are told. */
  public enum Message {
    /** To the executive: will you? */
    ASK,
    /** To the executive: whom you will meet. */
    BRIEF,
    /** To whoever keeps the executive's calendar: when it could be. */
    SCHEDULE,
    /** To whoever wanted it: where it stands. */
    NEWS,
    /** To whoever wanted it: how did it go? */
    OUTCOME
  }

  /**
   * One of our own people is told something.
   *
   * @param step the number of steps there were when it was begun
   * @param begun when it was handed to Slack
   * @param posted where it stands, once that is known
   * @param refused whether Slack would not deliver it
   */
  public record Delivery(
      Message message,
      int step,
      String to,
      Instant begun,
      Nudge.@Nullable Posted posted,
      boolean refused) {

    boolean isPending() {
      return posted == null && !refused;
    }
  }

  /** A wish, to be put to the executive from {@code due} on. */
  public static Introduction requested(
      String id, Request request, String executive, YearMonth month, Instant due) {
    return new Introduction(
        id, request, executive, Stage.REQUESTED, due, month, List.of(), List.of());
  }

  /** The last thing that happened. */
  public Optional<Step> last() {
    return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
  }

  /** Since when it stands where it does. */
  public Instant since() {
    return last().map(Step::at).orElse(request.at());
  }

  /** Whether that event means something to it as it stands. */
  public boolean takes(Event event) {
    return stage.after(event).isPresent();
  }

  /** The same after something happened; without a change where that means nothing now. */
  public Introduction after(Step step) {
    Optional<Stage> to = stage.after(step.event());
    if (to.isEmpty()) {
      return this;
    }
    List<Step> more = new ArrayList<>(history);
    more.add(step);
    YearMonth kept = to.get().holdsSlot() ? slot : null;
    return new Introduction(id, request, executive, to.get(), due, kept, more, deliveries)
        .settled(step.at());
  }

  /** The same, put to the executive again from now on, in one of the places of that month. */
  public Introduction again(YearMonth month, Instant now) {
    Introduction asked = after(new Step(Event.AGAIN, now, null, null));
    return asked.equals(this)
        ? this
        : new Introduction(
            id, request, executive, asked.stage, now, month, asked.history, deliveries);
  }

  /** The same, to be looked at again then, whatever it waits for. */
  public Introduction heldUntil(Instant time) {
    return new Introduction(id, request, executive, stage, time, slot, history, deliveries);
  }

  /** The same, due when the next thing is to be done about it. */
  public Introduction settled(Instant now) {
    return new Introduction(id, request, executive, stage, next(now), slot, history, deliveries);
  }

  private @Nullable Instant next(Instant now) {
    Optional<Delivery> pending = pending();
    if (pending.isPresent()) {
      return pending.get().begun().plus(LEASE);
    }
    if (stage != Stage.REQUESTED && wanted(now).isPresent()) {
      return now;
    }
    return switch (stage) {
      case REQUESTED -> due == null ? now : due;
      case ASKED -> since().plus(ANSWER_WITHIN);
      case LATER -> since().plus(LATER_BY);
      case APPROVED -> isTold(Message.OUTCOME) ? outcomeAt().plus(TOLD_WITHIN) : outcomeAt();
      case DECLINED, HAPPENED, DID_NOT, UNTOLD, EXPIRED, STOPPED, GONE -> null;
    };
  }

  private Instant outcomeAt() {
    boolean moved = last().filter(step -> step.event() == Event.MOVED).isPresent();
    return since().plus(moved ? MOVED_BY : OUTCOME_AFTER);
  }

  /** What time alone brings about; empty while there is time. */
  public Optional<Event> overdue(Instant now) {
    Instant over =
        switch (stage) {
          case ASKED -> since().plus(ANSWER_WITHIN);
          case LATER -> since().plus(LATER_BY);
          case APPROVED -> isTold(Message.OUTCOME) ? outcomeAt().plus(TOLD_WITHIN) : null;
          case REQUESTED -> request.at().plus(TOLD_WITHIN);
          default -> null;
        };
    if (over == null || now.isBefore(over)) {
      return Optional.empty();
    }
    boolean asksAgain =
        stage == Stage.LATER && now.isBefore(request.at().plus(TOLD_WITHIN.multipliedBy(3)));
    return Optional.of(asksAgain ? Event.AGAIN : Event.EXPIRED);
  }

  /** What somebody is to be told next; empty where all are told. */
  public Optional<Message> wanted(Instant now) {
    return switch (stage) {
      case REQUESTED -> Optional.of(Message.ASK);
      case APPROVED ->
          Stream.of(Message.BRIEF, Message.SCHEDULE, Message.NEWS, Message.OUTCOME)
              .filter(message -> !isTold(message))
              .filter(message -> message != Message.OUTCOME || !now.isBefore(outcomeAt()))
              .findFirst();
      default ->
          stage.isNews() && !isTold(Message.NEWS) ? Optional.of(Message.NEWS) : Optional.empty();
    };
  }

  /** Who meets whom is told once; what has changed is told after each step. */
  private boolean isTold(Message message) {
    boolean once = message == Message.BRIEF || message == Message.SCHEDULE;
    boolean moved =
        message == Message.NEWS && last().filter(step -> step.event() == Event.MOVED).isPresent();
    return moved
        || deliveries.stream()
            .anyMatch(one -> one.message() == message && (once || one.step() == history.size()));
  }

  /** What was handed to Slack without our knowing what became of it. */
  public Optional<Delivery> pending() {
    return deliveries.stream().filter(Delivery::isPending).findFirst();
  }

  /** Whether somebody was told that, or would have been but for Slack, since the last step. */
  public boolean wasTold(Message message, String person) {
    return deliveries.stream()
        .anyMatch(
            one ->
                one.message() == message
                    && one.step() == history.size()
                    && one.to().equals(person));
  }

  /**
   * The same, of which somebody is being told; an executive who is asked has been asked by that.
   */
  public Introduction telling(Message message, String to, Instant now) {
    Introduction asked =
        message == Message.ASK && stage == Stage.REQUESTED
            ? after(new Step(Event.ASKED, now, null, null))
            : this;
    List<Delivery> more = new ArrayList<>(deliveries);
    more.removeIf(Delivery::isPending);
    more.add(new Delivery(message, asked.history.size(), to, now, null, false));
    return asked.with(more).settled(now);
  }

  /**
   * The same once it is known where what was being told stands, or that Slack would not have it.
   */
  public Introduction told(Nudge.@Nullable Posted where, Instant now) {
    return with(deliveries.stream()
            .map(
                one ->
                    one.isPending()
                        ? new Delivery(
                            one.message(), one.step(), one.to(), one.begun(), where, where == null)
                        : one)
            .toList())
        .settled(now);
  }

  private Introduction with(List<Delivery> newDeliveries) {
    return new Introduction(id, request, executive, stage, due, slot, history, newDeliveries);
  }

  /** What marks a message of ours about it, so that it can be found again. */
  public String mark(Delivery delivery) {
    return "introduction:%s:%s:%d".formatted(id, delivery.message(), delivery.step());
  }

  /** Whether what somebody has before them is still theirs to answer. */
  public boolean isOpenFor(Delivery delivery) {
    return switch (delivery.message()) {
      case ASK -> stage == Stage.ASKED && delivery.step() == history.size();
      case OUTCOME ->
          stage == Stage.UNTOLD || stage == Stage.APPROVED && delivery.step() == history.size();
      case NEWS -> !isErased() && delivery.step() == history.size();
      case BRIEF, SCHEDULE -> stage == Stage.APPROVED || stage == Stage.UNTOLD;
    };
  }

  /**
   * What is left of it when the person it is about is erased: enough to edit what stands in Slack,
   * after which it goes.
   */
  public Introduction erased() {
    Request nobody =
        new Request("", "a person who was erased", null, request.by(), "", List.of(), request.at());
    return new Introduction(
        id,
        nobody,
        executive,
        Stage.STOPPED,
        request.at(),
        null,
        history.stream().map(one -> new Step(one.event(), one.at(), one.by(), null)).toList(),
        deliveries);
  }

  public boolean isErased() {
    return request.person().isEmpty();
  }
}
