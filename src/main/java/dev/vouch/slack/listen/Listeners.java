package dev.vouch.slack.listen;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.inbox.Deliveries.Delivery;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.listen.SaveListener.Out;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Registers what people can type, open and press. The listeners are thin: they find out who it was
 * and in which workspace, and hand on.
 *
 * <p>The workspace is that of the request's context, which authorisation has set to the one that
 * Vouch is installed in; in a shared channel the person's own workspace may be another.
 */
public final class Listeners {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int THREADS = 8;
  private static final int WAITING = 500;

  private final StaffAnswers staff;
  private final Out out;
  private final Instructions instructions;

  /** All listeners, with threads of their own for the work behind them. */
  public Listeners(
      Workspace.Lookup workspaces,
      Inbox inbox,
      Slack slack,
      InstantSource clock,
      MeterRegistry registry) {
    this(
        new StaffAnswers(workspaces, clock, new Answering(new References(), threads(), PATIENCE)),
        new Out(inbox, client -> new WebApi(client, clock, registry)),
        slack);
  }

  Listeners(StaffAnswers staff, Out out, Slack slack) {
    this.staff = staff;
    this.out = out;
    this.instructions = new Instructions(staff, out.inbox(), slack);
  }

  /** Does what one of our own people decided by a button or a command. */
  public void carryOut(Delivery instruction) {
    instructions.carryOut(instruction);
  }

  /** Registers all of them. */
  public void on(App app) {
    new CommandListener(staff, instructions).on(app);
    new HomeListener(staff.workspaces(), staff.answering()).on(app);
    new NudgeListener(staff, out.inbox()).on(app);
    new SaveListener(staff, out).on(app);
    PatternListener.on(app, instructions);
    GiftListener.on(app, instructions);
    MergeListener.on(app, staff, instructions);
    AskListener.on(app, staff, instructions);
    new IntroductionListener(staff, out.inbox()).on(app, instructions);
    new OwnListener(out, staff.clock(), staff.answering()).on(app);
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, "vouch-answers");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
