package dev.vouch.pipeline.moment;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.RelationshipBook.Decided;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.nudge.Nudge;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record what somebody does about a nudge, once however often we get here. What an offer of
 * theirs comes to is theirs alone: nothing of ours has prompted it.
 */
public record Given(Workspace workspace) {

  /**
   * @param by Slack id of whoever does it
   */
  public void note(Nudge nudge, String by, Instant now) {
    Note what = new Note(by, words(nudge), nudge.occasion().id());
    entry(nudge, now)
        .map(entry -> entry.worth(Goodwill.worth(entry.kind())).noted(what))
        .ifPresent(entry -> note(entry, subjects(nudge, entry)));
  }

  private void note(LedgerEntry entry, List<Subject> with) {
    LedgerEntry unused =
        workspace
            .relationships()
            .decide(
                with,
                stand -> new Decided<>(stand.stream().map(one -> one.with(entry)).toList(), entry));
  }

  private static Optional<LedgerEntry> entry(Nudge nudge, Instant now) {
    return switch (nudge.kind()) {
      case DELIGHT -> Optional.of(LedgerEntry.moment(nudge.id(), Kind.DELIGHT, now));
      case EXEC_INTRO, CHECK_IN -> Optional.of(LedgerEntry.moment(nudge.id(), Kind.NUDGE, now));
      case PEER_HELP ->
          Optional.of(LedgerEntry.moment("answer:" + nudge.occasion().id(), Kind.ANSWER, now));
      case OFFER_TO_VOUCH, DISCLOSURE_REMINDER, COMPETITOR_FLAG -> Optional.empty();
    };
  }

  private static @Nullable String words(Nudge nudge) {
    return nudge.advice() == null ? null : nudge.advice().gesture().label();
  }

  /** What is given to a person counts for their account too; an answer is theirs alone. */
  private List<Subject> subjects(Nudge nudge, LedgerEntry entry) {
    List<Subject> with = new ArrayList<>(List.of(Subject.person(nudge.about())));
    if (entry.kind() != Kind.ANSWER) {
      workspace
          .advocates()
          .contact(nudge.about())
          .flatMap(Contact::account)
          .map(Subject::account)
          .ifPresent(with::add);
    }
    return with;
  }
}
