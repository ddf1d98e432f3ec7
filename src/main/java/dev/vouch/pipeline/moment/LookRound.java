package dev.vouch.pipeline.moment;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.advocate.standing.EvidenceReader;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.moment.Look;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.nudge.moment.PassedRules;
import dev.vouch.nudge.moment.Renewals;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  private static final int MOST = 20;
  private static final int COLLEAGUES = 20;

  /** What follows where moments have arisen. */
  @FunctionalInterface
  public interface Opening {
    void open(List<Occasion> occasions, Contact person, Evidence evidence);
  }

  private final Workspace workspace;
  private final Opening desk;
  private final InstantSource clock;

  public LookRound(Workspace workspace, Opening desk, InstantSource clock) {
    this.workspace = workspace;
    this.desk = desk;
    this.clock = clock;
  }

  /** Looks at whoever is due. */
  public void lookDue() {
    for (int i = 0; i < MOST; i++) {
      Optional<Look> claimed = workspace.nudges().claimLook(clock.instant(), LEASE);
      if (claimed.isEmpty()) {
        return;
      }
      attempt(claimed.get());
    }
  }

  private void attempt(Look claimed) {
    try {
      Optional<Instant> next =
          claimed.at().kind() == Subject.Kind.PERSON
              ? person(claimed.at().id())
              : account(claimed.at().id());
      workspace.nudges().settle(claimed, next.orElse(null));
    } catch (Directory.Unreachable e) {
      LOG.warn("a look waits for Slack: {}", e.getMessage());
    }
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
    return rules.next();
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
