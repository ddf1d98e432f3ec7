package dev.vouch.pipeline;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Decision;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Nothing;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Decision.Send;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Moment;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns acts of advocacy into nudges and nudges into messages, by the policy and the workspace's
 * mode. Everything here may happen twice, or stop in the middle, and still each nudge is sent once.
 */
public final class NudgeDesk implements Listener.Aftermath {
  private static final Logger LOG = LoggerFactory.getLogger(NudgeDesk.class);
  private static final Duration REMIND_AFTER = Duration.ofDays(3);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final int BATCH = 20;

  private final Workspace workspace;
  private final NudgePolicy policy;
  private final InstantSource clock;
  private final WorkMeters meters;

  /** One whose decisions nobody counts. */
  public NudgeDesk(Workspace workspace, NudgePolicy policy, InstantSource clock) {
    this(workspace, policy, clock, WorkMeters.unseen());
  }

  public NudgeDesk(
      Workspace workspace, NudgePolicy policy, InstantSource clock, WorkMeters meters) {
    this.meters = meters;
    this.workspace = workspace;
    this.policy = policy;
    this.clock = clock;
  }

  /** Opens nudges for an act of advocacy, and takes back those about what is none any more. */
  @Override
  public void consider(MentionId mention, String person) {
    Optional<AdvocacyAct> act = act(mention, person);
    for (NudgeKind kind : NudgeKind.values()) {
      if (act.isPresent()) {
        open(kind, act.get());
      } else {
        close(Nudge.idOf(kind, mention));
      }
    }
  }

  private void open(NudgeKind kind, AdvocacyAct act) {
    Optional<Contact> about = workspace.advocates().contact(act.person());
    if (about.isEmpty() || settings().mode() == Mode.OFF) {
      return;
    }
    Nudge draft = draft(kind, act, about.get());
    Decision decision = decide(draft);
    Nudge decided = after(decision, draft);
    if (workspace.nudges().add(decided)) {
      meters.nudge(decided.state());
      LOG.info("nudge {}: {} ({})", decided.id(), decided.state(), decision.reason());
    }
  }

  private Nudge draft(NudgeKind kind, AdvocacyAct act, Contact about) {
    Account account = account(about);
    String to = recipient(account);
    return new Nudge(
        Nudge.idOf(kind, act.mention()),
        kind,
        to == null ? "" : to,
        about.id(),
        about.name(),
        account == null ? "" : account.name(),
        account == null ? null : account.sponsor(),
        act.mention(),
        act.permalink(),
        act.evidence(),
        State.HELD,
        "",
        clock.instant(),
        null,
        null,
        null);
  }

  /** What was decided about an act no longer stands; whoever has it before them is told. */
  private void close(String id) {
    Nudge before = workspace.nudges().nudge(id).orElse(null);
    if (before == null || !(before.state() == State.HELD || before.state().isOpen())) {
      return;
    }
    workspace
        .nudges()
        .change(id, nudge -> withdrawn(nudge))
        .filter(nudge -> nudge.sent() != null)
        .ifPresent(this::show);
  }

  /** A message that is gone from Slack needs no change, and stops nothing else. */
  private void show(Nudge nudge) {
    try {
      workspace.messenger().show(nudge);
    } catch (Messenger.Refused e) {
      LOG.warn("the message of nudge {} stays as it is: {}", nudge.id(), e.getMessage());
    }
  }

  private static Nudge withdrawn(Nudge nudge) {
    return nudge.state() == State.HELD || nudge.state().isOpen()
        ? nudge.now(State.NOTHING, Reason.ACT_WITHDRAWN.sentence())
        : nudge;
  }

  /** Decides again about every nudge that is due, and sends what may be sent. */
  public void sendDue() {
    for (Nudge nudge : workspace.nudges().claimDue(clock.instant(), LEASE, BATCH)) {
      try {
        due(nudge);
      } catch (Messenger.Refused e) {
        LOG.warn("nudge {} was refused by Slack: {}", nudge.id(), e.getMessage());
        change(nudge.id(), now -> now.now(State.NOTHING, "Slack would not deliver it."));
      } catch (Directory.Unreachable e) {
        LOG.warn("nudge {} waits for Slack: {}", nudge.id(), e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("nudge {} holds up no other, and is looked at again", nudge.id(), Wordless.of(e));
      }
    }
  }

  private void due(Nudge stored) {
    Nudge nudge = refreshed(stored);
    Decision decision =
        settings().mode() == Mode.OFF ? new Nothing(Reason.SWITCHED_OFF) : decide(nudge);
    LOG.info("nudge {} is due: {}", nudge.id(), decision.reason());
    if (decision instanceof Send) {
      send(nudge, decision.reason());
    } else {
      change(nudge.id(), now -> isAsClaimed(now, stored) ? after(decision, nudge) : now);
    }
  }

  private Nudge after(Decision decision, Nudge nudge) {
    String reason = decision.reason().sentence();
    if (decision instanceof Nothing) {
      return nudge.now(State.NOTHING, reason);
    }
    return nudge.heldUntil(decision instanceof Hold hold ? hold.until() : clock.instant(), reason);
  }

  /** Owner, sponsor and account may have changed since it was drafted. */
  private Nudge refreshed(Nudge nudge) {
    Account account = workspace.advocates().contact(nudge.about()).map(this::account).orElse(null);
    String to = recipient(account);
    return nudge.lookedAfterBy(
        to == null ? "" : to,
        account == null ? "" : account.name(),
        account == null ? null : account.sponsor());
  }

  private void send(Nudge nudge, Reason reason) {
    if (settings().mode() == Mode.LOG) {
      change(
          nudge.id(),
          now -> isAsClaimed(now, nudge) ? nudge.now(State.LOGGED, reason.sentence()) : now);
      return;
    }
    String approver = settings().approver();
    boolean asks =
        settings().mode() == Mode.APPROVE_FIRST
            && approver != null
            && !approver.equals(nudge.to())
            && nudge.answeredBy() == null;
    deliver(nudge.now(asks ? State.APPROVAL : State.SENT, reason.sentence()), nudge.due());
  }

  /** A message whose answer never came is looked for before it is sent again. */
  private void deliver(Nudge nudge, @Nullable Instant since) {
    String person = nudge.state() == State.APPROVAL ? approver(nudge) : nudge.to();
    Nudge.Posted where =
        workspace
            .messenger()
            .find(nudge.id(), person, since == null ? nudge.at() : since)
            .orElseGet(() -> workspace.messenger().send(nudge, person));
    change(nudge.id(), now -> posted(now, nudge, where))
        .filter(now -> !now.state().isOpen())
        .ifPresent(this::show);
    LOG.info("nudge {} sent to {}", nudge.id(), person);
  }

  /** What it was about may have been taken back while the message was on its way. */
  private static Nudge posted(Nudge now, Nudge nudge, Nudge.Posted where) {
    return now.state() == State.HELD
        ? nudge.postedAt(where, nudge.state(), nudge.reason())
        : now.postedAt(where, now.state(), now.reason());
  }

  private static boolean isAsClaimed(Nudge now, Nudge claimed) {
    return now.state() == claimed.state();
  }

  private String approver(Nudge nudge) {
    String approver = settings().approver();
    return approver == null ? nudge.to() : approver;
  }

  /**
   * A button was pressed. Only staff answer, only while it is open, and the first answer counts.
   */
  void answer(NudgeAnswer answer, BiConsumer<MentionId, String> correct) {
    if (!isStaff(answer)) {
      LOG.warn(
          "nudge {}: an answer of {}, who is not staff, was dropped", answer.nudge(), answer.by());
      return;
    }
    Optional<Nudge> before = workspace.nudges().nudge(answer.nudge());
    if (before.filter(this::isOnItsWay).isPresent()) {
      throw new Directory.Unreachable(
          "nudge %s was sent but is not noted yet".formatted(answer.nudge()), null, null);
    }
    boolean counts = before.filter(nudge -> nudge.state().isOpen()).isPresent();
    Optional<Nudge> after =
        counts ? change(answer.nudge(), nudge -> answered(nudge, answer)) : before;
    if (after.filter(nudge -> nudge.state() == State.WRONG).isPresent()) {
      correct.accept(after.get().mention(), answer.by());
    }
    after.filter(nudge -> nudge.sent() != null).ifPresent(this::show);
    publishHome(answer.by());
  }

  /** Somebody can press a button only of what was sent: whoever sent it died before noting it. */
  private boolean isOnItsWay(Nudge nudge) {
    Instant due = nudge.due();
    return nudge.state() == State.HELD && due != null && !due.isAfter(clock.instant());
  }

  private void publishHome(String person) {
    try {
      workspace.messenger().publishHome(person);
    } catch (Messenger.Refused e) {
      LOG.warn("the Home of {} stays as it is: {}", person, e.getMessage());
    }
  }

  private boolean isStaff(NudgeAnswer answer) {
    return workspace
        .directory()
        .author(answer.by())
        .filter(author -> author.kind() == Author.Kind.STAFF)
        .isPresent();
  }

  private Nudge answered(Nudge nudge, NudgeAnswer answer) {
    if (!nudge.state().isOpen()) {
      return nudge;
    }
    Instant now = clock.instant();
    return switch (answer.choice()) {
      case DOING -> nudge.answeredBy(answer.by(), State.DOING, "Somebody is on it.");
      case NOT_THIS -> nudge.answeredBy(answer.by(), State.NOT_THIS, "Not this one.");
      case WRONG -> nudge.answeredBy(answer.by(), State.WRONG, "It was no act of advocacy.");
      case LATER ->
          nudge
              .answeredBy(answer.by(), State.HELD, "")
              .heldUntil(now.plus(REMIND_AFTER), "It comes again in three days, as asked.");
      case APPROVE ->
          nudge
              .answeredBy(answer.by(), State.HELD, "")
              .heldUntil(now, "It was approved and goes to the account's owner.");
    };
  }

  private Decision decide(Nudge nudge) {
    Contact about =
        workspace
            .advocates()
            .contact(nudge.about())
            .orElseThrow(() -> new IllegalStateException("no contact " + nudge.about()));
    Account account = account(about);
    String to = recipient(account);
    Moment moment =
        new Moment(
            nudge.id(),
            act(nudge.mention(), nudge.about()).orElse(null),
            about,
            account,
            to,
            to == null ? ZoneOffset.UTC : workspace.directory().zone(to),
            workspace.nudges().lastAbout(nudge.about(), nudge.kind(), nudge.id()));
    return policy.decide(nudge.kind(), moment, settings().rules(), clock.instant());
  }

  private Optional<AdvocacyAct> act(MentionId mention, String person) {
    return workspace.advocates().acts(person).stream()
        .filter(act -> act.mention().equals(mention))
        .findAny();
  }

  private @Nullable Account account(Contact about) {
    return about.account().flatMap(workspace.accounts()::account).orElse(null);
  }

  private @Nullable String recipient(@Nullable Account account) {
    return account != null && account.owner() != null ? account.owner() : settings().owner();
  }

  private TeamSettings settings() {
    return workspace.settings().settings();
  }

  /** Counts only where it moved: the same work may be done twice. */
  private Optional<Nudge> change(String id, UnaryOperator<Nudge> change) {
    AtomicReference<State> before = new AtomicReference<>();
    Optional<Nudge> after =
        workspace
            .nudges()
            .change(
                id,
                now -> {
                  before.set(now.state());
                  return change.apply(now);
                });
    after.map(Nudge::state).filter(state -> state != before.get()).ifPresent(meters::nudge);
    return after;
  }
}
