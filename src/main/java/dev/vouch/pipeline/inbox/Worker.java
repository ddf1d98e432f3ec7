package dev.vouch.pipeline.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonSyntaxException;
import dev.vouch.pipeline.Attempt;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Wordless;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.WorkMeters.Outcome;
import dev.vouch.pipeline.hearing.Effect;
import dev.vouch.pipeline.hearing.Reaction;
import dev.vouch.pipeline.hearing.Said;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.Deliveries.Settled;
import dev.vouch.pipeline.inbox.Deliveries.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives the envelopes of one workspace their effect, a batch at a time and in their order. What
 * fails comes again later; what fails for good is put aside with its reason, so that it stops
 * nobody. One batch at a time; {@link WorkerPool} says when.
 */
public final class Worker implements WorkerPool.Turns, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int BATCH = 64;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);
  private static final int MOST_FAILURES = 5;
  private static final int MOST_REMEMBERED = 10_000;

  /** Longer than anything rests before it is tried again. */
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  /** Slack or Redis may be away for hours; at the longest pause this is about a day. */
  private static final int MOST_WAITS = 300;

  private final String team;
  private final Deliveries deliveries;
  private final EnvelopeReader reader;
  private final Signals signals;
  private final ReentrantLock atWork = new ReentrantLock();
  private final List<Delivery> finished = new ArrayList<>();
  private final List<Delivery> waiting = new ArrayList<>();
  private final List<Delivery> held = new ArrayList<>();

  /** By receipt, what of the batch in hand other workspaces are still to get, and why. */
  private Map<String, RuntimeException> notPassedOn = Map.of();

  /** By receipt, what has had its effect and waits for nothing else. */
  private final Cache<String, Boolean> onlyToPassOn =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterAccess(REMEMBERED)
          .executor(Runnable::run)
          .build();

  private volatile boolean closing;

  /**
   * Who hears how the work goes.
   *
   * @param pressure hears how much waits
   * @param meters hear what became of each envelope
   */
  public record Signals(Pressure pressure, WorkMeters meters) {}

  public Worker(String team, Deliveries deliveries, EnvelopeReader reader, Signals signals) {
    this.team = team;
    this.deliveries = deliveries;
    this.reader = reader;
    this.signals = signals;
  }

  @Override
  public String team() {
    return team;
  }

  /**
   * Takes one batch and works it off. What it finished goes from the inbox with the next round, or
   * with {@link #acknowledge} where that is far off, so there is another one whenever there was
   * something to do.
   *
   * @return how many there were
   */
  @Override
  public int round() {
    atWork.lock();
    try {
      return closing ? 0 : takeAndWork();
    } finally {
      atWork.unlock();
    }
  }

  private int takeAndWork() {
    Taken taken = deliveries.take(BATCH, settled());
    forgetSettled();
    signals.pressure().waiting(taken.waiting());
    signals.meters().repeated(taken.repeated());
    work(taken.deliveries());
    return taken.deliveries().size() + taken.repeated();
  }

  /**
   * Lets what is finished go from the inbox now, before another worker takes it for left behind.
   */
  @Override
  public void acknowledge() {
    atWork.lock();
    try {
      acknowledgeFinished();
    } finally {
      atWork.unlock();
    }
  }

  private void acknowledgeFinished() {
    deliveries.settle(settled());
    forgetSettled();
  }

  private Settled settled() {
    return new Settled(List.copyOf(finished), List.copyOf(waiting), List.copyOf(held));
  }

  private void forgetSettled() {
    finished.clear();
    waiting.clear();
    held.clear();
  }

  /** An envelope with what it comes to. */
  private record Work(Delivery delivery, Effect effect) {}

  private void work(List<Delivery> batch) {
    try (var id = MDC.putCloseable("team", team)) {
      workOff(batch);
    }
  }

  private void workOff(List<Delivery> batch) {
    notPassedOn =
        reader.passOn(batch.stream().filter(one -> one.failures() < MOST_FAILURES).toList());
    List<Work> gathered = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Delivery delivery = batch.get(i);
      if (closing) {
        gathered.forEach(one -> waiting.add(one.delivery()));
        waiting.addAll(batch.subList(i, batch.size()));
        return;
      }
      if (onlyToPassOn.getIfPresent(delivery.receipt()) != null) {
        settle(delivery, null);
        continue;
      }
      if (delivery.failures() >= MOST_FAILURES) {
        settle(delivery, new NeverEnded());
        continue;
      }
      Attempt<Effect> effect = Attempt.at(() -> reader.effect(delivery));
      if (!effect.worked()) {
        settle(delivery, effect.failure());
      } else if (effect.get() instanceof Effect.Alone alone) {
        together(gathered);
        gathered.clear();
        settle(delivery, Attempt.at(alone.work()).failure());
      } else {
        gathered.add(new Work(delivery, effect.get()));
      }
    }
    together(gathered);
  }

  /** Messages first: a reaction moves reach alone, and means the same before and after them. */
  private void together(List<Work> gathered) {
    List<Delivery> messages = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    List<Delivery> likes = new ArrayList<>();
    List<Reaction> reactions = new ArrayList<>();
    for (Work work : gathered) {
      if (work.effect() instanceof Effect.Hear hear) {
        messages.add(work.delivery());
        said.add(hear.said());
      } else if (work.effect() instanceof Effect.React react) {
        likes.add(work.delivery());
        reactions.add(react.reaction());
      }
    }
    settle(messages, said, reader.listener()::hear);
    settle(likes, reactions, reader.listener()::react);
  }

  private <T> void settle(
      List<Delivery> from, List<T> what, Function<List<T>, List<? extends Attempt<?>>> effect) {
    if (closing) {
      waiting.addAll(from);
      return;
    }
    if (what.isEmpty()) {
      return;
    }
    Attempt<List<? extends Attempt<?>>> all = Attempt.at(() -> effect.apply(what));
    RuntimeException failure = all.failure();
    if (failure == null) {
      for (int i = 0; i < from.size(); i++) {
        settle(from.get(i), all.get().get(i).failure());
      }
    } else if (from.size() > 1 && !isPassing(failure)) {
      for (int i = 0; i < from.size(); i++) {
        settle(from.subList(i, i + 1), what.subList(i, i + 1), effect);
      }
    } else {
      from.forEach(delivery -> settle(delivery, failure));
    }
  }

  private boolean isPassing(RuntimeException failure) {
    return failure instanceof Directory.Unreachable
        || failure instanceof Inbox.Unavailable
        || deliveries.isPassing(failure);
  }

  private void settle(Delivery delivery, @Nullable RuntimeException failure) {
    RuntimeException unsettled = unsettled(delivery, failure);
    if (unsettled == null) {
      finished.add(delivery);
      handled(delivery, Outcome.DONE);
      return;
    }
    try (var id = MDC.putCloseable("envelope", delivery.envelope().id())) {
      settleFailed(delivery, unsettled);
    }
  }

  /**
   * What others are still to get is not put aside before they have it. It has had its effect here,
   * and if it had, that is not repeated while it waits.
   */
  private @Nullable RuntimeException unsettled(
      Delivery delivery, @Nullable RuntimeException failure) {
    RuntimeException kept = notPassedOn.get(delivery.receipt());
    if (kept == null) {
      onlyToPassOn.invalidate(delivery.receipt());
      return failure;
    }
    if (failure == null) {
      onlyToPassOn.put(delivery.receipt(), true);
    }
    return failure != null && isPassing(failure) ? failure : kept;
  }

  private void settleFailed(Delivery delivery, RuntimeException failure) {
    if (failure instanceof JsonSyntaxException
        || failure instanceof Messenger.Refused
        || failure instanceof NeverEnded) {
      bury(delivery, failure);
    } else {
      failed(delivery, failure);
    }
  }

  /** A token may be renewed after any time; how much may wait for it is bounded by the inbox. */
  private boolean isGivenUp(Delivery delivery, RuntimeException failure) {
    if (failure instanceof Directory.TokenRefused) {
      return false;
    }
    return isPassing(failure)
        ? delivery.attempts() >= MOST_WAITS
        : delivery.failures() + 1 >= MOST_FAILURES;
  }

  private void failed(Delivery delivery, RuntimeException e) {
    if (isGivenUp(delivery, e)) {
      bury(delivery, e);
    } else {
      if (e instanceof Directory.TokenRefused) {
        held.add(delivery);
      } else if (isPassing(e)) {
        waiting.add(delivery);
      }
      handled(delivery, Outcome.FAILED);
      LOG.warn(
          "envelope {} failed at try {} and comes again: {}",
          delivery.envelope().id(),
          delivery.attempts(),
          isPassing(e) ? e.toString() : Wordless.told(e));
    }
  }

  private void bury(Delivery delivery, RuntimeException e) {
    LOG.error("envelope {} is a dead letter", delivery.envelope().id(), Wordless.of(e));
    boolean ours = e instanceof Messenger.Refused || e instanceof Directory.Unreachable;
    Attempt<Boolean> buried =
        Attempt.at(
            () ->
                deliveries.bury(
                    delivery,
                    ours ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName()));
    handled(delivery, buried.worked() ? Outcome.DEAD : Outcome.FAILED);
    if (!buried.worked()) {
      LOG.warn("envelope {} is buried the next time", delivery.envelope().id());
    }
  }

  /** Nobody who had it has ever said what came of it: it may be what stopped them. */
  private static final class NeverEnded extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void handled(Delivery delivery, Outcome outcome) {
    signals.meters().handled(delivery.envelope().type(), outcome);
  }

  /** Finishes what is in hand, notes it as done, and stops. */
  @Override
  public void close() {
    closing = true;
    try {
      if (atWork.tryLock(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          acknowledgeFinished();
        } finally {
          atWork.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("what was finished last in workspace {} comes again: {}", team, e.toString());
    }
  }
}
