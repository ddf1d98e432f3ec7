package dev.vouch.pipeline.moment;

import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.NudgeLog.Beside;
import dev.vouch.nudge.moment.Look;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.nudge.moment.PassedRules;
import dev.vouch.nudge.moment.Renewals;
import dev.vouch.pipeline.DueTurn;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.WorkMeters;
import dev.vouch.pipeline.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the people and accounts of one workspace whose turn it is, whether a moment has arisen
 * there, and whether what they do not want rests. Whoever is looked at is told when to come up
 * next, so that nobody ever looks at everybody.
 */
public final class LookRound {
  private static final Logger LOG = LoggerFactory.getLogger(LookRound.class);

  /** So long until somebody else looks where one of us stopped in the middle. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Of these somebody may have before them what nobody needs any more. */
  private static final Set<Moment> PASSING = EnumSet.of(Moment.QUESTION, Moment.SILENCE);

  private static final Duration LOOK_AGAIN = Duration.ofHours(1);
  private static final int COLLEAGUES = 20;

  /** What follows where moments have arisen. */
  @FunctionalInterface
  public interface Opening {
    void open(List<Occasion> occasions, Contact person, Evidence evidence);
  }

  private final Workspace workspace;
  private final Opening desk;
  private final InstantSource clock;
  private final DueTurn<Look> turn;

  public LookRound(Workspace workspace, Opening desk, InstantSource clock, WorkMeters meters) {
    this.workspace = workspace;
    this.desk = desk;
    this.clock = clock;
    this.turn =
        new DueTurn<>(
            "look",
            look -> look.at().id(),
            (look, why) -> workspace.nudges().failed(look, clock.instant(), why),
            meters);
  }

  /** None of us may answer, so whoever asked is looked at in a while. */
  public void watch(List<Heard> questions) {
    add(questions.stream().map(LookRound::answerable).toList());
  }

  private static Look answerable(Heard question) {
    return new Look(
        Subject.person(question.person()), question.mention().at().plus(PassedRules.UNANSWERED));
  }

  /** Whoever asked what began these threads is looked at now, if a peer was thought of. */
  public void spokenBelow(Collection<MentionId> roots) {
    List<String> ids = roots.stream().map(root -> Nudge.idOf(NudgeKind.PEER_HELP, root)).toList();
    List<Look> looks =
        workspace.nudges().past("", ids).known().values().stream()
            .filter(nudge -> nudge.state().isLive())
            .map(nudge -> new Look(Subject.person(nudge.about()), clock.instant()))
            .toList();
    if (!looks.isEmpty()) {
      add(looks);
    }
  }

  private void add(List<Look> looks) {
    workspace.nudges().add(List.of(), new Beside(Map.of(), looks));
  }

  /** Looks at whoever is due; returns whether there may be more. */
  public boolean lookDue() {
    return turn.at(() -> this::look, () -> workspace.nudges().claimLook(clock.instant(), LEASE));
  }

  private void look(Look claimed) {
    Optional<Instant> next =
        claimed.at().kind() == Subject.Kind.PERSON
            ? person(claimed.at().id())
            : account(claimed.at().id());
    workspace.nudges().settle(claimed, next.orElse(null));
  }

  private Optional<Instant> person(String id) {
    Optional<Contact> contact = workspace.advocates().contact(id);
    if (contact.isEmpty()) {
      return Optional.empty();
    }
    Evidence evidence = evidence(contact.get());
    new NudgeRest(workspace, clock).catchUp(evidence.person());
    PassedRules rules = new PassedRules(evidence, clock.instant());
    open(rules.occasions(), contact.get(), evidence);
    return close(contact.get(), evidence)
        ? Stream.of(Optional.of(clock.instant().plus(LOOK_AGAIN)), rules.next())
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
        : rules.next();
  }

  /**
   * Ends what waits, or somebody has before them, of a moment that has passed.
   *
   * @return whether there is something of which the moment may pass soon
   */
  private boolean close(Contact person, Evidence evidence) {
    List<Nudge> passing =
        workspace.nudges().past(person.id(), List.of()).counting().stream()
            .filter(nudge -> PASSING.contains(nudge.moment()) && nudge.state().isLive())
            .toList();
    List<Nudge> over = passing.stream().filter(nudge -> !stands(nudge, person, evidence)).toList();
    over.forEach(this::end);
    return over.size() < passing.size();
  }

  private boolean stands(Nudge nudge, Contact person, Evidence evidence) {
    MentionId mention = nudge.mention();
    Acted acted =
        mention == null
            ? new Acted(person, null, null)
            : workspace.advocates().acted(person.id(), mention);
    return PassedRules.stands(nudge.occasion(), acted, evidence);
  }

  private void end(Nudge passed) {
    Optional<Nudge> over = workspace.nudges().change(passed.id(), Nudge::over);
    LOG.info("nudge {} is over: its moment has passed", passed.id());
    try {
      over.filter(nudge -> nudge.sent() != null).ifPresent(workspace.messenger()::show);
    } catch (Messenger.Refused e) {
      LOG.warn("the message of nudge {} stays as it is: {}", passed.id(), e.getMessage());
    }
  }

  /** A renewal is a reason to do something for the voice that we hear most from there. */
  private Optional<Instant> account(String id) {
    Relationship between = workspace.relationships().of(Subject.account(id));
    Optional<Occasion> renewal = Renewals.of(between, clock.instant());
    if (renewal.isPresent()) {
      List<String> people = workspace.advocates().people(id, COLLEAGUES);
      Renewals.voice(workspace.advocates().contacts(people).values())
          .ifPresent(voice -> open(List.of(renewal.get()), voice, evidence(voice)));
    }
    return Optional.empty();
  }

  private Evidence evidence(Contact contact) {
    return new EvidenceReader(workspace.advocates(), workspace.relationships(), clock.instant())
        .of(contact);
  }

  private void open(List<Occasion> occasions, Contact person, Evidence evidence) {
    if (!occasions.isEmpty() && workspace.settings().settings().mode() != Mode.OFF) {
      desk.open(occasions, person, evidence);
    }
  }
}
