package dev.vouch.nudge.moment;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment that has arisen for somebody, with what shows it.
 *
 * @param id made of what it came of, so that it arises once
 * @param at when it arose: that is when what it came of was said or done, or when time had passed
 * @param mention of which it came; null where it came of none
 * @param permalink to the mention; empty where it came of none
 * @param evidence the words that show it, most telling first
 */
public record Occasion(
    Moment moment,
    String id,
    Instant at,
    @Nullable MentionId mention,
    String permalink,
    List<String> evidence) {

  public Occasion {
    evidence = List.copyOf(evidence);
  }

  /** One that came of an act of advocacy. */
  public static Occasion of(Moment moment, AdvocacyAct act) {
    return said(moment, act.mention(), act.permalink(), act.evidence());
  }

  /** One that came of something else that was said. */
  public static Occasion of(Moment moment, Heard heard) {
    return said(moment, heard.mention(), heard.permalink(), heard.evidence());
  }

  /** One that came of words. */
  public static Occasion said(
      Moment moment, MentionId mention, String permalink, List<String> evidence) {
    return new Occasion(moment, mention.toString(), mention.at(), mention, permalink, evidence);
  }

  /** One of which no words tell but those that we noted. */
  public static Occasion passed(Moment moment, String id, Instant at, List<String> noted) {
    return new Occasion(moment, moment.wire() + ":" + id, at, null, "", noted);
  }

  /** The same under an id of its own, beside what else comes of the mention. */
  Occasion named(String newId) {
    return new Occasion(moment, newId, at, mention, permalink, evidence);
  }

  /** The same, arisen then. */
  Occasion arisen(Instant then) {
    return new Occasion(moment, id, then, mention, permalink, evidence);
  }

  /** The same without anything that tells of a person. */
  public Occasion erased() {
    return new Occasion(moment, id, at, mention, "", List.of());
  }
}
