package dev.vouch.pipeline.gift;

import dev.vouch.advocate.Account;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.nudge.gift.GiftEvent.State;
import dev.vouch.nudge.gift.GiftRegister;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.DueTurn;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what follows from a line of the register of gifts: what it leaves between us and the person,
 * and who of us is told. Whoever wrote the line does it at once; should they stop in the middle, it
 * is due in the register and done by whoever comes next. Done twice it is done once.
 */
public final class GiftRound {
  private static final Logger LOG = LoggerFactory.getLogger(GiftRound.class);

  private final Workspace workspace;
  private final InstantSource clock;
  private final GiftRegister register;
  private final WorkMeters meters;
  private final DueTurn<GiftEvent> turn;

  /** One whose failures nobody counts. */
  public GiftRound(Workspace workspace, InstantSource clock) {
    this(workspace, clock, WorkMeters.unseen());
  }

  public GiftRound(Workspace workspace, InstantSource clock, WorkMeters meters) {
    this.workspace = workspace;
    this.clock = clock;
    this.register = workspace.gifts().register();
    this.meters = meters;
    this.turn =
        new DueTurn<>(
            "gift",
            GiftEvent::gift,
            (line, why) -> register.failed(line, clock.instant(), why),
            meters);
  }

  /** Does what others have left undone; returns whether there may be more. */
  public boolean doDue() {
    return turn.at(
        () -> new GiftRound(workspace.within(GiftRegister.LEASE), clock, meters)::attempt,
        () -> register.claimDue(clock.instant()));
  }

  private void attempt(GiftEvent line) {
    boolean unused = follow(line);
  }

  /**
   * Does it for one line.
   *
   * @return whether nobody is left who ought to have been told
   */
  boolean follow(GiftEvent line) {
    GiftEvent stands = settled(line);
    Told told =
        stands.state() == line.state()
            ? reader(line).map(staff -> tell(line, staff)).orElse(Told.YES)
            : Told.YES;
    if (told != Told.NOT_YET) {
      register.done(line);
    }
    return told == Told.YES;
  }

  /** Something else may become of it while this is done, by somebody who then dies. */
  private GiftEvent settled(GiftEvent line) {
    GiftTraces traces = new GiftTraces(workspace.relationships());
    GiftEvent stands = latest(line);
    while (true) {
      traces.follow(stands);
      GiftEvent now = latest(line);
      if (now.state() == stands.state()) {
        return now;
      }
      stands = now;
    }
  }

  private GiftEvent latest(GiftEvent line) {
    return register.latest(line.gift()).orElse(line);
  }

  private Optional<String> reader(GiftEvent line) {
    return switch (line.state()) {
      case ASKED -> new Approvers(workspace).of(account(line), line.by()).stream().findFirst();
      case GIVEN, REFUSED, DENIED -> register.line(line.gift(), State.ASKED).map(GiftEvent::by);
      case DECLINED, TAKEN_BACK -> Optional.empty();
    };
  }

  private @Nullable Account account(GiftEvent line) {
    String account = line.to().account();
    return account == null ? null : workspace.accounts().account(account).orElse(null);
  }

  /** What came of telling somebody. */
  private enum Told {
    YES,
    /** Slack will never let us. */
    NO,
    NOT_YET
  }

  private Told tell(GiftEvent line, String staff) {
    try {
      workspace
          .messenger()
          .gift(
              new GiftNews(line, workspace.gifts().policy().rule(line.cited()).orElse(null)),
              staff);
      return Told.YES;
    } catch (Messenger.Refused | Directory.Unreachable e) {
      LOG.warn("{} could not be told of {}: {}", staff, line.gift(), e.getMessage());
      return e instanceof Messenger.Refused ? Told.NO : Told.NOT_YET;
    }
  }
}
