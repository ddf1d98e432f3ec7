package dev.vouch.pipeline.courtesy;

import dev.vouch.advocate.Heard;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.Nudge.Sending;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.etiquette.Budget;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.nudge.ranking.Arm;
import dev.vouch.nudge.ranking.AttentionBook.Taking;
import dev.vouch.nudge.ranking.Lesson;
import dev.vouch.nudge.ranking.Outcome;
import dev.vouch.nudge.ranking.Reader;
import dev.vouch.nudge.ranking.Shortlist;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks before one of our own people is written to whether this is the time, takes a part of their
 * attention for it, and heeds what they answer or leave unanswered.
 */
public record Courtesy(Workspace workspace, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Courtesy.class);

  /** Longer than anybody can snooze. */
  private static final Duration LONGEST = Duration.ofDays(100);

  /** What others are deciding about at this moment waits, too. */
  private static final Duration AT_WORK = Duration.ofMinutes(2);

  /**
   * Until when a nudge must wait, and why; empty where it may go now, and then its part of the
   * person's attention is taken.
   */
  public Optional<Hold> refrain(Nudge nudge, Sending sending) {
    String person = sending.person();
    boolean approves = sending.as() == State.APPROVAL;
    Shortlist list = list(person, approves);
    Reader reader = approves ? approver(person, list) : reader(person, list);
    return list.refrain(nudge, reader)
        .or(() -> disturbed(person))
        .or(() -> taken(nudge, person, list) ? Optional.empty() : Optional.of(list.full(reader)));
  }

  /** The list of one of our own people, as it is now. */
  private Shortlist list(String person, boolean approves) {
    TeamSettings settings = workspace.settings().settings();
    Budget budget = approves ? Budget.APPROVALS : Budget.aDay(settings.etiquette().suggestions());
    ZonedDateTime now = clock.instant().atZone(workspace.directory().zone(person));
    return new Shortlist(budget, settings.rules().quiet(), now);
  }

  private Reader reader(String person, Shortlist list) {
    return workspace
        .attention()
        .reader(person, list.budget().since(list.now()), clock.instant().plus(AT_WORK));
  }

  /** For whoever approves waits what goes to anybody and must be approved. */
  private Reader approver(String person, Shortlist list) {
    TeamSettings settings = workspace.settings().settings();
    Reader reader =
        workspace
            .attention()
            .approver(person, list.budget().since(list.now()), clock.instant().plus(AT_WORK));
    return reader.with(
        reader.waiting().stream()
            .filter(nudge -> nudge.state() == State.HELD && !nudge.to().isEmpty())
            .filter(nudge -> settings.approverOf(nudge).isPresent())
            .toList());
  }

  private Optional<Hold> disturbed(String person) {
    return workspace
        .directory()
        .quietUntil(person, clock.instant())
        .map(until -> new Hold(until, Reason.DO_NOT_DISTURB));
  }

  private boolean taken(Nudge nudge, String person, Shortlist list) {
    Taking taking =
        new Taking(list.budget().most(), list.budget().since(list.now()), clock.instant());
    return workspace.attention().take(person, nudge.id(), taking);
  }

  /** A nudge did not go after all. */
  public void giveBack(Nudge nudge, String person) {
    workspace.attention().giveBack(person, nudge.id());
  }

  /** Something else went to one of our own people, which leaves less room for suggestions. */
  public void alsoSent(String person, String message) {
    Instant now = clock.instant();
    Taking taking = new Taking(Integer.MAX_VALUE, now.minus(Budget.WEEK), now);
    boolean unused = workspace.attention().take(person, message, taking);
  }

  /** Nobody answered a nudge. */
  public void ignored(Nudge nudge, State was) {
    String approver = workspace.settings().settings().approver();
    String person = was == State.APPROVAL && approver != null ? approver : nudge.to();
    learn(nudge, Lesson.IGNORED);
    Manners now =
        workspace
            .attention()
            .change(person, manners -> manners.ignored(nudge.id(), clock.instant()));
    if (now.isToBeTold(clock.instant())) {
      tell(person);
    }
  }

  /** Somebody answered a nudge, be it too late. */
  public void answered(Nudge nudge, String by) {
    workspace.attention().change(by, Manners::answered);
    switch (nudge.state()) {
      case DOING -> learn(nudge, Lesson.TAKEN);
      case NOT_THIS, WRONG -> learn(nudge, Lesson.PASSED);
      default -> {
        // Nothing is known of it yet.
      }
    }
  }

  /** What was done for a person some time ago has done good, or has not. */
  public void lookBack(Nudge done, List<Heard> heard, Instant since) {
    Outcome.of(heard, since).ifPresent(lesson -> learn(done, lesson));
  }

  private void learn(Nudge nudge, Lesson lesson) {
    if (!nudge.kind().isQuiet()) {
      workspace.attention().learn(nudge.id(), Arm.of(nudge), lesson, clock.instant());
    }
  }

  /** They want quiet until then; what waits for them waits. */
  public void snooze(String person, Instant until) {
    workspace.attention().change(person, manners -> manners.snoozedUntil(until));
  }

  /** They want to be written to again; what waits for them is looked at now. */
  public void startAgain(String person) {
    List<Nudge> waiting = heldBack(person);
    Manners was = workspace.attention().manners(person);
    workspace.attention().change(person, Manners::startedAgain);
    waiting.forEach(nudge -> workspace.nudges().hasten(nudge.id(), clock.instant()));
    Manners.Told told = was.told();
    if (was.stopped() != null && told != null && told.channel() != null && told.ts() != null) {
      show(
          new Silence(person, was.stopped(), waiting.size(), clock.instant()),
          new Posted(told.channel(), told.ts()));
    }
  }

  /** What waits for them and for nothing else. */
  public List<Nudge> heldBack(String person) {
    Instant now = clock.instant();
    return workspace.attention().reader(person, now, now.plus(LONGEST)).waiting().stream()
        .filter(Shortlist::isHeldBack)
        .toList();
  }

  private void show(Silence over, Posted where) {
    try {
      workspace.messenger().show(over, where);
    } catch (Messenger.Refused e) {
      LOG.warn("what {} was told stays as it is: {}", over.person(), e.getMessage());
    }
  }

  /**
   * Whoever began to tell them may have died; what they said is looked for before it is repeated.
   */
  public void tell(String person) {
    Instant now = clock.instant();
    Manners was = workspace.attention().manners(person);
    Manners begun = was.telling(now);
    boolean ours =
        !begun.equals(was)
            && workspace
                .attention()
                .change(person, manners -> manners.equals(was) ? begun : manners)
                .equals(begun);
    if (ours && was.stopped() != null) {
      Silence silence = new Silence(person, was.stopped(), heldBack(person).size(), null);
      told(silence, was.mayHaveBeenTold());
    }
  }

  private void told(Silence silence, boolean maybe) {
    Messenger messenger = workspace.messenger();
    Optional<Posted> before = maybe ? messenger.find(silence) : Optional.empty();
    try {
      Posted where = before.orElseGet(() -> messenger.tell(silence));
      workspace
          .attention()
          .change(silence.person(), manners -> manners.toldAt(where.channel(), where.ts()));
    } catch (Messenger.Refused e) {
      LOG.warn("{} cannot be told of the silence: {}", silence.person(), e.getMessage());
    }
  }
}
