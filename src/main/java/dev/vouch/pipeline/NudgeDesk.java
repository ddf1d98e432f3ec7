package dev.vouch.pipeline;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Decision;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Holdout;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog.Beside;
import dev.vouch.nudge.NudgeLog.Past;
import dev.vouch.nudge.NudgePolicy;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.moment.Look;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.nudge.moment.PassedRules;
import dev.vouch.nudge.moment.SaidRules;
import dev.vouch.nudge.ranking.Outcome;
import dev.vouch.pipeline.courtesy.Courtesy;
import dev.vouch.pipeline.executive.IntroductionCase;
import dev.vouch.pipeline.moment.Given;
import dev.vouch.pipeline.moment.LookRound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what is heard into nudges and nudges into messages, by the policy and the workspace's mode.
 * Everything here may happen twice, or stop in the middle, and still each nudge is sent once.
 */
public final class NudgeDesk implements Listener.Aftermath {
  private static final Logger LOG = LoggerFactory.getLogger(NudgeDesk.class);
  private static final Duration REMIND_AFTER = Duration.ofDays(3);

  private final Workspace workspace;
  private final NudgePolicy policy;
  private final InstantSource clock;
  private final WorkMeters meters;
  private final NudgeRound round;
  private final LookRound looks;

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
    this.round = new NudgeRound(workspace, policy, clock, meters);
    this.looks = new LookRound(workspace, this::open, clock, meters);
  }

  /** Opens the nudges that come of a mention, and takes back those of which it is none any more. */
  @Override
  public void consider(MentionId mention, String person) {
    consider(mention, person, false);
  }

  @Override
  public void considerPraise(Heard praise) {
    consider(praise.mention(), praise.person(), true);
  }

  /** None of us may answer, so whoever asked is looked at in a while. */
  @Override
  public void watch(List<Heard> questions) {
    workspace
        .nudges()
        .add(
            List.of(),
            new Beside(Map.of(), questions.stream().map(NudgeDesk::answerable).toList()));
  }

  private static Look answerable(Heard question) {
    return new Look(
        Subject.person(question.person()), question.mention().at().plus(PassedRules.UNANSWERED));
  }

  /** Looks at everybody for whom something was noted, or time may have brought something. */
  public boolean lookDue() {
    return looks.lookDue();
  }

  private void consider(MentionId mention, String person, boolean specific) {
    Past past = workspace.nudges().past(person, idsOf(mention));
    if (specific && past.known().isEmpty() && isNoNews(past, mention.at())) {
      return;
    }
    Acted acted = workspace.advocates().acted(person, mention);
    past.known().values().stream().filter(nudge -> !stands(nudge, acted)).forEach(this::takeBack);
    if (acted.contact() != null && workspace.settings().settings().mode() != Mode.OFF) {
      List<Opening> unknown = unknown(SaidRules.of(acted, specific), past);
      if (!unknown.isEmpty()) {
        boolean again = unknown.stream().allMatch(one -> one.kind().isQuiet());
        List<Look> looks = again ? List.of() : List.of(nextLook(acted));
        add(unknown, NudgeCase.toOpen(acted, past, workspace), looks);
      }
    }
  }

  /**
   * Whether there was a surprise for them so lately that no praise leads to another. It must be of
   * the same quarter: then it is on record already that they could have got one in it, as it is of
   * those whom chance holds out.
   */
  private boolean isNoNews(Past past, Instant said) {
    Instant since = said.minus(workspace.settings().settings().rules().delightEvery());
    return past.counting().stream()
        .filter(nudge -> nudge.kind() == NudgeKind.DELIGHT)
        .map(nudge -> nudge.occasion().at())
        .anyMatch(at -> at.isAfter(since) && Holdout.quarter(at).equals(Holdout.quarter(said)));
  }

  /** Who has helped a peer may have done so for the tenth time; else silence may follow. */
  private Look nextLook(Acted acted) {
    AdvocacyAct act = acted.act();
    Heard heard = Objects.requireNonNull(acted.heard(), "nothing that stands");
    boolean helped = act != null && act.kind() == ActKind.PEER_HELP;
    Instant said = heard.mention().at();
    return new Look(Subject.person(heard.person()), helped ? said : said.plus(PassedRules.SILENT));
  }

  private static boolean stands(Nudge nudge, Acted acted) {
    return SaidRules.stands(nudge.moment(), acted);
  }

  private static List<String> idsOf(MentionId mention) {
    return Arrays.stream(NudgeKind.values()).map(kind -> Nudge.idOf(kind, mention)).toList();
  }

  private static List<Opening> unknown(List<Occasion> occasions, Past past) {
    return occasions.stream()
        .flatMap(
            occasion ->
                NudgeKind.of(occasion.moment()).stream().map(kind -> new Opening(kind, occasion)))
        .filter(opening -> !past.known().containsKey(opening.id()))
        .toList();
  }

  /** Moments have arisen for somebody without a word of theirs just now. */
  private void open(List<Occasion> occasions, Contact person, Evidence evidence) {
    List<String> ids =
        occasions.stream()
            .flatMap(one -> NudgeKind.of(one.moment()).stream().map(kind -> Nudge.idOf(kind, one)))
            .toList();
    Past past = workspace.nudges().past(person.id(), ids);
    List<Opening> unknown = unknown(occasions, past);
    if (!unknown.isEmpty()) {
      Acted acted = new Acted(person, null, null);
      add(unknown, NudgeCase.of(acted, evidence, past, workspace, clock.instant()), List.of());
    }
  }

  private void add(List<Opening> openings, NudgeCase known, List<Look> looks) {
    List<Nudge> decided = openings.stream().flatMap(one -> decided(one, known).stream()).toList();
    if (decided.isEmpty() && looks.isEmpty()) {
      return;
    }
    Beside beside = new Beside(exposures(decided, known), looks);
    for (Nudge nudge : workspace.nudges().add(decided, beside)) {
      meters.nudge(nudge);
      LOG.info("nudge {}: {} ({})", nudge.id(), nudge.state(), nudge.reason());
    }
  }

  private Map<String, Exposure> exposures(List<Nudge> decided, NudgeCase known) {
    Map<String, Exposure> exposures = new HashMap<>();
    for (Nudge nudge : decided) {
      known
          .at(nudge.occasion())
          .exposure(nudge, policy, workspace.directory(), clock.instant())
          .ifPresent(exposure -> exposures.put(nudge.id(), exposure));
    }
    return exposures;
  }

  private record Opening(NudgeKind kind, Occasion occasion) {
    String id() {
      return Nudge.idOf(kind, occasion);
    }
  }

  /** What is decided about it; empty where there never was a reason to decide anything. */
  private Optional<Nudge> decided(Opening opening, NudgeCase known) {
    Instant now = clock.instant();
    NudgeCase here = known.at(opening.occasion());
    Nudge draft = sponsored(here.draft(opening.kind(), opening.occasion(), now), here);
    Decision decision = here.decide(draft, policy, workspace.directory(), now);
    if (decision.reason() == Reason.NOTHING_TO_DISCLOSE
        || decision instanceof Decision.Nothing && isNoNews(draft, here)) {
      return Optional.empty();
    }
    Nudge noted = draft.noted(known.note(opening.kind(), workspace, now));
    return Optional.of(NudgeRound.after(decision, noted, now));
  }

  /** Where a marquee account has no sponsor, it may be somebody on the roster. */
  private Nudge sponsored(Nudge draft, NudgeCase known) {
    Account account = known.account();
    boolean open =
        draft.kind() == NudgeKind.EXEC_INTRO
            && account != null
            && account.tier() == Tier.MARQUEE
            && account.sponsor() == null;
    return open ? IntroductionCase.suggested(draft, workspace, clock.instant()) : draft;
  }

  /** That nothing came of an act is told in the log; of praise nobody would ask. */
  private boolean isNoNews(Nudge draft, NudgeCase known) {
    return draft.moment() == Moment.SMALL_WIN
        && known.exposure(draft, policy, workspace.directory(), clock.instant()).isEmpty();
  }

  /** What it came of no longer stands; whoever has it before them is told. */
  private void takeBack(Nudge before) {
    if (!before.state().isLive()) {
      return;
    }
    workspace
        .nudges()
        .change(before.id(), nudge -> withdrawn(nudge))
        .filter(nudge -> nudge.sent() != null)
        .ifPresent(round::show);
  }

  private static Nudge withdrawn(Nudge nudge) {
    return nudge.state().isLive()
        ? nudge.now(State.NOTHING, Reason.over(nudge.moment()).sentence())
        : nudge;
  }

  /** Decides again about every nudge that is due, and sends what may be sent. */
  public boolean sendDue() {
    return round.sendDue();
  }

  /**
   * A button was pressed. Only staff answer, only while it is open, and the first answer counts.
   * The button of what is not known to have arrived waits until that is known.
   */
  void answer(NudgeAnswer answer, BiConsumer<MentionId, String> correct) {
    if (!isStaff(answer)) {
      LOG.warn(
          "nudge {}: an answer of {}, who is not staff, was dropped", answer.nudge(), answer.by());
      return;
    }
    if (answer.choice() == NudgeAnswer.Choice.START_AGAIN) {
      new Courtesy(workspace, clock).startAgain(answer.by());
      publishHome(answer.by());
      return;
    }
    Optional<Nudge> before = workspace.nudges().nudge(answer.nudge());
    if (before.filter(Nudge::isOnItsWay).isPresent()) {
      throw new Directory.Unreachable(
          "nudge %s was sent but is not noted yet".formatted(answer.nudge()), null, null);
    }
    boolean counts = before.filter(nudge -> nudge.state().isOpen()).isPresent();
    Optional<Nudge> after =
        counts ? round.change(answer.nudge(), nudge -> answered(nudge, answer)) : before;
    after
        .filter(nudge -> nudge.state() == State.WRONG)
        .flatMap(nudge -> Optional.ofNullable(nudge.mention()))
        .ifPresent(mention -> correct.accept(mention, answer.by()));
    after
        .filter(nudge -> nudge.state() == State.DOING)
        .filter(nudge -> answer.choice() != NudgeAnswer.Choice.REQUEST)
        .ifPresent(nudge -> new Given(workspace).note(nudge, answer.by(), clock.instant()));
    after.filter(nudge -> nudge.sent() != null).ifPresent(round::show);
    after.ifPresent(nudge -> new Courtesy(workspace, clock).answered(nudge, answer.by()));
    publishHome(answer.by());
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
      case DOING, REQUEST -> doing(nudge, answer);
      case SECOND -> doing(instead(nudge, 0), answer);
      case THIRD -> doing(instead(nudge, 1), answer);
      case NOT_THIS -> nudge.answeredBy(answer.by(), State.NOT_THIS, "Not this one.");
      case WRONG -> nudge.answeredBy(answer.by(), State.WRONG, "It was read wrongly.");
      case LATER ->
          nudge
              .answeredBy(answer.by(), State.HELD, "")
              .heldUntil(now.plus(REMIND_AFTER), "It comes again in three days, as asked.");
      case APPROVE ->
          nudge
              .answeredBy(answer.by(), State.HELD, "")
              .heldUntil(now, "It was approved and goes to the account's owner.");
      case START_AGAIN -> nudge;
    };
  }

  private Nudge doing(Nudge nudge, NudgeAnswer answer) {
    String how = nudge.kind().isQuiet() ? "Somebody has taken note." : "Somebody is on it.";
    Nudge doing = nudge.answeredBy(answer.by(), State.DOING, how);
    return nudge.kind().isQuiet() ? doing : doing.lookedBackOn(clock.instant().plus(Outcome.AFTER));
  }

  /** What was chosen among the others; the first where there is none such. */
  private static Nudge instead(Nudge nudge, int other) {
    Advice advice = nudge.advice();
    return advice == null || advice.others().size() <= other
        ? nudge
        : nudge.advising(advice.instead(advice.others().get(other)));
  }
}
