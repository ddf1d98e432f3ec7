package dev.vouch.pipeline.executive;

import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeRules;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.executive.Introduction.Delivery;
import dev.vouch.nudge.executive.Introduction.Message;
import dev.vouch.nudge.executive.Introduction.Step;
import dev.vouch.nudge.executive.Matching.Match;
import dev.vouch.nudge.executive.Notice;
import dev.vouch.nudge.executive.Refusal;
import dev.vouch.nudge.executive.Stage;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.nudge.executive.Windows;
import dev.vouch.nudge.executive.Windows.Hours;
import dev.vouch.pipeline.DueTurn;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.courtesy.Courtesy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to the introductions of one workspace that are due: asks, tells, and notes what time brought
 * about, each once, whatever stops in between.
 *
 * <p>As with nudges, what is handed to Slack says so before, so that whoever comes after somebody
 * who died looks for it first.
 */
public final class IntroductionRound {
  private static final Logger LOG = LoggerFactory.getLogger(IntroductionRound.class);
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  /** When an executive who wants it at another time has no place left then. */
  private static final Duration FULL = Duration.ofDays(7);

  private final Workspace workspace;
  private final InstantSource clock;
  private final IntroductionDesk desk;
  private final WorkMeters meters;
  private final DueTurn<Introduction> turn;

  /** One whose failures nobody counts. */
  public IntroductionRound(Workspace workspace, InstantSource clock) {
    this(workspace, clock, WorkMeters.unseen());
  }

  public IntroductionRound(Workspace workspace, InstantSource clock, WorkMeters meters) {
    this.workspace = workspace;
    this.clock = clock;
    this.desk = new IntroductionDesk(workspace, clock);
    this.meters = meters;
    this.turn =
        new DueTurn<>(
            "introduction",
            Introduction::id,
            (one, why) -> workspace.executives().failed(one.id(), clock.instant(), why),
            meters);
  }

  /**
   * Does what is due, and tells nobody of anything where the workspace has switched Vouch off;
   * returns whether there may be more.
   */
  public boolean sendDue() {
    return turn.at(
        () -> new IntroductionRound(workspace.within(Introduction.LEASE), clock, meters)::attempt,
        () -> workspace.executives().claimDue(clock.instant(), Introduction.LEASE));
  }

  private void attempt(Introduction claimed) {
    try {
      due(claimed);
    } finally {
      workspace.executives().release(claimed.id());
    }
  }

  private void due(Introduction one) {
    Optional<Delivery> pending = one.pending();
    if (pending.isEmpty() && one.isErased()) {
      desk.show(one);
      workspace.executives().remove(one);
    } else if (workspace.settings().settings().mode() == Mode.OFF) {
      LOG.debug("introduction {} waits until Vouch is switched on", one.id());
    } else if (pending.isPresent()) {
      hand(one, true);
    } else {
      goOn(one);
    }
  }

  private void goOn(Introduction one) {
    Instant now = clock.instant();
    Optional<Step> over = over(one, now);
    if (over.isPresent()) {
      move(one, over.get());
      return;
    }
    Optional<Refusal> refusal =
        one.stage().isOpen()
            ? IntroductionCase.of(one.request().person(), workspace, now).refusal()
            : Optional.empty();
    boolean again = one.overdue(now).filter(event -> event == Event.AGAIN).isPresent();
    if (refusal.isPresent() && !refusal.get().isPassing()) {
      move(one, new Step(Event.STOPPED, now, null, refusal.get().words()));
    } else if (refusal.isPresent() && (again || one.stage() == Stage.REQUESTED)) {
      change(one, one.heldUntil(now.plus(LOOK_AGAIN)));
    } else if (again) {
      askAgain(one, now);
    } else {
      one.wanted(now).ifPresentOrElse(message -> tell(one, message), () -> settle(one, now));
    }
  }

  /** What time, or the leaving of the executive, brings about. */
  private Optional<Step> over(Introduction one, Instant now) {
    if (one.stage().isOpen() && !IntroductionCase.isHere(one.executive(), workspace)) {
      return Optional.of(new Step(Event.GONE, now, null, null));
    }
    return one.overdue(now)
        .filter(event -> event != Event.AGAIN)
        .map(event -> new Step(event, now, null, null));
  }

  private void settle(Introduction one, Instant now) {
    change(one, one.settled(now));
  }

  private void askAgain(Introduction one, Instant now) {
    ZoneId zone = workspace.directory().zone(one.executive());
    Introduction asked = one.again(YearMonth.from(now.atZone(zone)), now);
    boolean full = change(one, asked).filter(stands -> stands.stage() == Stage.REQUESTED).isEmpty();
    if (full) {
      change(one, one.heldUntil(now.plus(FULL)));
    }
  }

  private void move(Introduction one, Step step) {
    change(one, one.after(step)).ifPresent(desk::show);
  }

  /** Only what stands as it was taken changes: somebody may have answered meanwhile. */
  private Optional<Introduction> change(Introduction one, Introduction wanted) {
    return workspace.executives().change(one.id(), now -> now.equals(one) ? wanted : now);
  }

  private void tell(Introduction one, Message message) {
    Instant now = clock.instant();
    String to = recipient(one, message);
    Instant open = open(to, now);
    if (message != Message.BRIEF && open.isAfter(now)) {
      change(one, one.heldUntil(open));
      return;
    }
    Introduction begun = one.telling(message, to, now);
    boolean ours = change(one, begun).filter(begun::equals).isPresent();
    if (ours) {
      hand(begun, false);
    }
  }

  /** From when on somebody may be written to: in their working hours, and not while they rest. */
  private Instant open(String person, Instant now) {
    ZoneId zone = workspace.directory().zone(person);
    Instant snoozed = workspace.attention().manners(person).snoozed();
    return Stream.of(
            Optional.of(workspace.settings().settings().rules().quiet().over(now.atZone(zone))),
            Optional.ofNullable(snoozed),
            workspace.directory().quietUntil(person, now))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private String recipient(Introduction one, Message message) {
    return switch (message) {
      case ASK, BRIEF -> one.executive();
      case SCHEDULE -> assistant(one).orElse(one.executive());
      case NEWS, OUTCOME -> one.request().by();
    };
  }

  private Optional<String> assistant(Introduction one) {
    return workspace
        .executives()
        .executive(one.executive())
        .flatMap(executive -> Optional.ofNullable(executive.assistant()));
  }

  private void hand(Introduction begun, boolean perhapsSent) {
    Delivery delivery = begun.pending().orElseThrow();
    try {
      Optional<Nudge.Posted> found = perhapsSent ? found(begun, delivery) : Optional.empty();
      Nudge.Posted where =
          found.orElseGet(() -> workspace.messenger().send(notice(begun, delivery)));
      new Courtesy(workspace, clock).alsoSent(delivery.to(), begun.mark(delivery));
      told(begun, where);
    } catch (Messenger.Refused e) {
      LOG.warn("introduction {} was refused by Slack: {}", begun.id(), e.getMessage());
      refused(begun, delivery);
    }
  }

  private Optional<Nudge.Posted> found(Introduction begun, Delivery delivery) {
    return workspace.messenger().find(begun.mark(delivery), delivery.to(), delivery.begun());
  }

  /** It may have been answered, or have been stopped, while it was on its way. */
  private void told(Introduction begun, Nudge.@Nullable Posted where) {
    Instant now = clock.instant();
    workspace
        .executives()
        .change(begun.id(), stands -> stands.told(where, now))
        .ifPresent(desk::show);
  }

  /** Somebody else is told instead, where there is somebody. */
  private void refused(Introduction begun, Delivery delivery) {
    Instant now = clock.instant();
    Optional<String> other =
        instead(begun, delivery).filter(person -> !begun.wasTold(delivery.message(), person));
    if (other.isPresent()) {
      workspace
          .executives()
          .change(
              begun.id(),
              stands -> stands.told(null, now).telling(delivery.message(), other.get(), now))
          .filter(again -> again.pending().isPresent())
          .ifPresent(again -> hand(again, false));
    } else {
      told(begun, null);
      if (delivery.message() == Message.ASK) {
        move(
            workspace.executives().introduction(begun.id()).orElse(begun),
            new Step(Event.GONE, now, null, null));
      }
    }
  }

  private Optional<String> instead(Introduction begun, Delivery delivery) {
    return switch (delivery.message()) {
      case ASK -> assistant(begun);
      case SCHEDULE, OUTCOME -> Optional.of(begun.executive());
      case BRIEF, NEWS -> Optional.empty();
    };
  }

  private Notice notice(Introduction one, Delivery delivery) {
    if (one.isErased()) {
      return Notice.bare(one, delivery);
    }
    IntroductionCase known =
        IntroductionCase.of(one.request().person(), workspace, clock.instant());
    return switch (delivery.message()) {
      case ASK, BRIEF -> new Notice(one, delivery, known.brief(), null, null);
      case SCHEDULE -> new Notice(one, delivery, null, windows(one, known), null);
      case NEWS -> new Notice(one, delivery, null, null, next(one, known));
      case OUTCOME -> Notice.bare(one, delivery);
    };
  }

  /** Nothing where nobody knows where they are. */
  private @Nullable Windows windows(Introduction one, IntroductionCase known) {
    NudgeRules rules = workspace.settings().settings().rules();
    String zone = known.zone();
    boolean isKnown = zone != null && ZoneId.getAvailableZoneIds().contains(zone);
    return isKnown
        ? Windows.propose(
            workspace.directory().zone(one.executive()),
            ZoneId.of(zone),
            new Hours(rules.dayStart(), rules.dayEnd()),
            known.now())
        : null;
  }

  /** Who could do it instead, where the executive is not the one. */
  private static @Nullable Match next(Introduction one, IntroductionCase known) {
    boolean wanted =
        List.of(Stage.DECLINED, Stage.EXPIRED, Stage.GONE).contains(one.stage())
            && known.refusal().isEmpty();
    return wanted ? known.matching().ranked().stream().findFirst().orElse(null) : null;
  }
}
