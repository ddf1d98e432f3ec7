package dev.vouch.pipeline.reply;

import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.nudge.Nudge.Posted;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskAnswers;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a person's words answer. */
final class Matters {
  private static final int LATEST = 5;

  private final Workspace workspace;

  Matters(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What words belong to: below a message of ours to that, else to the newest that is open; empty
   * where nothing is.
   */
  Optional<Matter> of(Written written) {
    Instant now = written.message().at();
    Optional<Matter> ask =
        new AskAnswers(workspace).awaiting(written.person(), now).map(Matter.OfAsk::new);
    Optional<Matter> invitation = invitation(written.person());
    if (written.root() != null && ask.filter(one -> isBelow(written, one)).isPresent()) {
      return ask;
    }
    return Stream.of(ask, invitation)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Matter::at));
  }

  private static boolean isBelow(Written written, Matter matter) {
    Posted sent = matter instanceof Matter.OfAsk one ? one.ask().way().sent() : null;
    return sent != null && sent.ts().equals(written.root());
  }

  /** The one that they were sent, while they have said neither yes nor no. */
  private Optional<Matter> invitation(String person) {
    Relationship between = workspace.relationships().of(Subject.person(person));
    if (between.consents().containsKey(Topic.MESSAGES)) {
      return Optional.empty();
    }
    return between.entries(Kind.INVITED).stream()
        .filter(entry -> entry.note().by() != null)
        .reduce((earlier, later) -> later)
        .map(Matters::invitation);
  }

  private static Matter invitation(LedgerEntry entry) {
    return new Matter.OfInvitation(String.valueOf(entry.note().by()), entry.from());
  }

  /** The ask that an earlier wording of a message, or the message itself, answered. */
  Optional<Ask> answeredBy(String person, String origin) {
    return workspace.asks().about(person, LATEST).stream()
        .filter(ask -> ask.answers().stream().anyMatch(one -> one.cause().startsWith(origin)))
        .findFirst();
  }
}
