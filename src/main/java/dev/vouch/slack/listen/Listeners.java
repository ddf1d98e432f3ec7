package dev.vouch.slack.listen;

import com.slack.api.bolt.App;
import com.slack.api.methods.MethodsClient;
import dev.vouch.nudge.executive.Stage.Event;
import dev.vouch.nudge.gift.GiftEvent;
import dev.vouch.pipeline.Inbox;
import dev.vouch.pipeline.NudgeAnswer;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.reply.Choice;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.listen.PatternListener.Decision;
import dev.vouch.slack.view.Actions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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

  private final Workspace.Lookup workspaces;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Answering answering;

  private Listeners(
      Workspace.Lookup workspaces, Inbox inbox, InstantSource clock, Answering answering) {
    this.workspaces = workspaces;
    this.inbox = inbox;
    this.clock = clock;
    this.answering = answering;
  }

  /** Registers all listeners, with threads of their own for the work behind them. */
  public static void register(
      App app,
      Workspace.Lookup workspaces,
      Inbox inbox,
      InstantSource clock,
      MeterRegistry registry) {
    Answering answering = new Answering(new References(), threads(), PATIENCE);
    new Listeners(workspaces, inbox, clock, answering)
        .on(app, client -> new WebApi(client, clock, registry));
  }

  static void register(
      App app, Workspace.Lookup workspaces, Inbox inbox, InstantSource clock, Answering answering) {
    new Listeners(workspaces, inbox, clock, answering).on(app, client -> new WebApi(client, clock));
  }

  private void on(App app, Function<MethodsClient, WebApi> calls) {
    CommandListener commands = new CommandListener(workspaces, clock, answering);
    NudgeListener nudges = new NudgeListener(workspaces, inbox, clock, answering);
    SaveListener.Out out = new SaveListener.Out(inbox, calls);
    SaveListener saving = new SaveListener(workspaces, out, clock, answering);
    PatternListener patterns = new PatternListener(workspaces, clock, answering);
    HomeListener home = new HomeListener(workspaces, answering);
    app.command(Actions.COMMAND, commands::typed);
    for (NudgeAnswer.Choice choice : NudgeAnswer.Choice.values()) {
      app.blockAction(
          Actions.nudge(choice), (request, context) -> nudges.pressed(choice, request, context));
    }
    Map.of(
            Actions.PATTERN_CONFIRM, Decision.CONFIRM,
            Actions.PATTERN_DISMISS, Decision.DISMISS,
            Actions.PATTERN_UNDO, Decision.UNDO)
        .forEach(
            (action, decision) ->
                app.blockAction(
                    action, (request, context) -> patterns.pressed(decision, request, context)));
    GiftListener gifts = new GiftListener(workspaces, clock, answering);
    for (GiftEvent.State state : GiftListener.BUTTONS) {
      app.blockAction(
          Actions.gift(state), (request, context) -> gifts.pressed(state, request, context));
    }
    MergeListener merges = new MergeListener(workspaces, clock, answering);
    app.blockAction(Actions.MERGE_YES, merges::yes);
    app.blockAction(Actions.MERGE_NO, merges::no);
    app.messageShortcut(Actions.SAVE_ADVOCACY, saving::opened);
    app.blockAction(Actions.CORRECT, saving::correcting);
    app.viewSubmission(Actions.SAVE_ADVOCACY, saving::submitted);
    app.blockAction(Actions.HOME_REFRESH, home::refresh);
    new AskListener(workspaces, clock, answering).on(app);
    onIntroductions(app, new IntroductionListener(workspaces, inbox, clock, answering));
    onOwn(app, new OwnListener(out, clock, answering));
  }

  private static void onIntroductions(App app, IntroductionListener introductions) {
    for (Event event : Event.values()) {
      if (event.isAnswer() || event.isOutcome()) {
        app.blockAction(
            Actions.introduction(event),
            (request, context) -> introductions.pressed(event, request, context));
      }
    }
    app.blockAction(Actions.INTRODUCTION_INSTEAD, introductions::instead);
  }

  private static void onOwn(App app, OwnListener own) {
    for (Choice.Kind kind : Choice.Kind.values()) {
      app.blockAction(
          Actions.own(kind),
          (request, context) ->
              kind == Choice.Kind.WRONG
                  ? own.wrong(request, context)
                  : own.pressed(kind, request, context));
    }
    app.viewSubmission(Actions.OWN_WRONG_FORM, own::filledIn);
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
