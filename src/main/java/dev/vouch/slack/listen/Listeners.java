package dev.vouch.slack.listen;

import com.slack.api.bolt.App;
import dev.vouch.pipeline.Inbox;
import dev.vouch.pipeline.Workspace;
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

  private Listeners() {}

  /** Registers all listeners, with threads of their own for the work behind them. */
  public static void register(
      App app,
      Workspace.Lookup workspaces,
      Inbox inbox,
      InstantSource clock,
      MeterRegistry registry) {
    Answering answering = new Answering(new References(), threads(), PATIENCE);
    StaffAnswers staff = new StaffAnswers(workspaces, clock, answering);
    on(app, staff, new Out(inbox, client -> new WebApi(client, clock, registry)));
  }

  static void register(
      App app, Workspace.Lookup workspaces, Inbox inbox, InstantSource clock, Answering answering) {
    StaffAnswers staff = new StaffAnswers(workspaces, clock, answering);
    on(app, staff, new Out(inbox, client -> new WebApi(client, clock)));
  }

  private static void on(App app, StaffAnswers staff, Out out) {
    new CommandListener(staff.workspaces(), staff.clock(), staff.answering()).on(app);
    new HomeListener(staff.workspaces(), staff.answering()).on(app);
    new NudgeListener(staff, out.inbox()).on(app);
    new SaveListener(staff, out).on(app);
    PatternListener.on(app, staff);
    GiftListener.on(app, staff);
    MergeListener.on(app, staff);
    AskListener.on(app, staff);
    new IntroductionListener(staff, out.inbox()).on(app);
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
