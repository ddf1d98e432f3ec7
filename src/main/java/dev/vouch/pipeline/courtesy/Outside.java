package dev.vouch.pipeline.courtesy;

import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.etiquette.Budget;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.nudge.etiquette.QuietHours;
import dev.vouch.nudge.ranking.AttentionBook.Taking;
import dev.vouch.nudge.ranking.Reader;
import dev.vouch.nudge.ranking.Shortlist;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Asks before somebody outside the company is written to whether this is the time: in the working
 * hours of their own zone, a few times a week over everything that Vouch does, and no more once
 * three messages in a row had no answer. What they have just asked for is no such message.
 */
public record Outside(Workspace workspace, InstantSource clock) {

  /**
   * Until when a message must wait, and why; empty where it may go now, and then its part of the
   * person's attention is taken.
   *
   * @param message an id of its own, the same however often it is tried
   */
  public Optional<Hold> refrain(String person, String message) {
    Instant now = clock.instant();
    ZonedDateTime there = now.atZone(workspace.directory().zone(person));
    QuietHours quiet = workspace.settings().settings().rules().quiet();
    Budget budget = Budget.OUTSIDE;
    Reader reader = workspace.attention().reader(person, budget.since(there), now);
    Shortlist list = new Shortlist(budget, quiet, there);
    return list.refrain(message, reader)
        .or(
            () ->
                workspace
                    .directory()
                    .quietUntil(person, now)
                    .map(until -> new Hold(until, Reason.DO_NOT_DISTURB)))
        .or(
            () -> {
              Taking taking = new Taking(budget.most(), budget.since(there), now);
              return workspace.attention().take(person, message, taking)
                  ? Optional.empty()
                  : Optional.of(list.full(reader));
            });
  }

  /** A message did not go after all. */
  public void giveBack(String person, String message) {
    workspace.attention().giveBack(person, message);
  }

  /** A message went out, and has no answer yet; said twice it is said once. */
  public void sent(String person, String message) {
    Manners unused =
        workspace.attention().change(person, manners -> manners.ignored(message, clock.instant()));
  }

  /** They have written, pressed something, or agreed. */
  public void answered(String person) {
    Manners unused = workspace.attention().change(person, Manners::answered);
  }
}
