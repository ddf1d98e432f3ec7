package dev.vouch.pipeline;

import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.identity.Identities;
import dev.vouch.advocate.relationship.Forgetting;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.ask.AskBook;
import dev.vouch.nudge.executive.ExecutiveBook;
import dev.vouch.nudge.gift.Gifts;
import dev.vouch.nudge.ranking.AttentionBook;
import dev.vouch.pipeline.courtesy.LetterBox;
import dev.vouch.pipeline.learn.Learning;
import java.time.Duration;

/** All that belongs to one Slack workspace: its books and its line to Slack. */
public record Workspace(
    String team,
    AdvocateBook advocates,
    AccountBook accounts,
    RelationshipBook relationships,
    Forgetting forgetting,
    Identities identities,
    NudgeLog nudges,
    AskBook asks,
    ExecutiveBook executives,
    AttentionBook attention,
    LetterBox letters,
    Gifts gifts,
    SettingsBook settings,
    Directory directory,
    Messenger messenger,
    Learning learning,
    Claims claims) {

  /** The same for whoever has so long from now to send what they take. */
  public Workspace within(Duration lease) {
    return new Workspace(
        team,
        advocates,
        accounts,
        relationships,
        forgetting,
        identities,
        nudges,
        asks,
        executives,
        attention,
        letters,
        gifts,
        settings,
        directory,
        messenger.within(lease),
        learning,
        claims);
  }

  /** Finds the workspace that an event or a command belongs to. */
  @FunctionalInterface
  public interface Lookup {
    /**
     * @throws IllegalArgumentException if Vouch is not installed in that workspace
     */
    Workspace of(String team);
  }
}
