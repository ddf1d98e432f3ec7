package dev.vouch.pipeline.learn;

import dev.vouch.classify.learn.Correction;
import dev.vouch.mention.MentionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The corrections of one workspace and what was learnt from them; no other workspace's book knows
 * of them. Thread-safe.
 */
public interface LearningBook {
  /**
   * Keeps a correction; the latest of a mention counts, and that of a deleted one is not kept.
   *
   * @return whether that changed anything
   */
  boolean add(Correction correction);

  /** Takes back what was said about a mention. */
  void withdraw(MentionId mention, Instant now);

  /**
   * Takes back what was said about any words of a person, and every head that may have learnt from
   * it; the next training makes one without.
   */
  void forget(String author, Instant now);

  /** All that stand, in no order. */
  List<Correction> corrections();

  LearningState state();

  /** What trainings came to, newest first. */
  List<ModelVersion> versions();

  /** The head of a version as its file; empty where it is no longer kept or never was. */
  Optional<byte[]> head(int number);

  /**
   * Takes on the next training, so that nobody else does until the lease is over.
   *
   * @return what {@link #publish} wants to see; empty where somebody has it already
   */
  Optional<String> claim(Duration lease);

  /**
   * Notes what a training came to, puts its head to use if it was taken, and ends the claim.
   *
   * @param version its number is given here
   * @param head as its file
   * @param changes of the state that the training began from
   * @return the version with its number; empty where the claim was lost
   */
  Optional<ModelVersion> publish(String claim, ModelVersion version, byte[] head, long changes);

  /**
   * Puts a version to use that was taken once, or {@link ModelVersion#SHIPPED}.
   *
   * @return false where its head is not kept
   */
  boolean use(int number);

  /** Notes that there is too little to learn from, and goes back to the shipped models. */
  void nothingToLearn(long changes, Instant now);
}
