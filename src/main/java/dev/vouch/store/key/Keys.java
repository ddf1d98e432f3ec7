package dev.vouch.store.key;

import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.NudgeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The names of the keys of one workspace; what stands under each is told by the package. Those that
 * only one book needs stand beside it, as {@link dev.vouch.store.learning.LearningKeys}.
 */
public final class Keys {
  public static final String TEAMS = "vouch:teams";

  /** How long digests can look back: 14 days, and room for late ones. */
  public static final Duration TIMELINE = Duration.ofDays(40);

  /** How long ids of envelopes are known: Slack repeats itself for a day. */
  public static final Duration SEEN = Duration.ofDays(2);

  private static final int SEEN_PARTS = 64;

  private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** How long it is kept how single messages were judged. */
  public static final Duration RETENTION = Duration.ofDays(400);

  /** How many mentions of a person are kept at most, beside the acts. */
  public static final int HEARD = 500;

  /** How many mentions of an intent are listed of a day at most. */
  public static final int LISTED = 100;

  private static final long SLOT = 16 * 3_600;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  private final String prefix;

  public Keys(String team) {
    if (!TEAM.matcher(team).matches()) {
      throw new IllegalArgumentException("not a workspace id: " + team);
    }
    prefix = "vouch:{" + team + "}:";
  }

  public String prefix() {
    return prefix;
  }

  public String inbox() {
    return prefix + "inbox";
  }

  public String again() {
    return prefix + "inbox:again";
  }

  public String failures() {
    return prefix + "inbox:failures";
  }

  public String dead() {
    return prefix + "dead";
  }

  /**
   * Where it is noted which envelopes were taken out. Slack sends at most 30,000 events an hour of
   * one workspace, so that few ids share a key, which Redis keeps without overhead.
   */
  public String seen(String id, Instant happenedAt) {
    return prefix
        + "seen:"
        + Math.floorDiv(happenedAt.getEpochSecond(), 3_600)
        + ":"
        + Math.floorMod(id.hashCode(), SEEN_PARTS);
  }

  public String mentions(MentionId id) {
    return prefix + "mentions:" + id.channel() + ":" + id.at().getEpochSecond() / SLOT;
  }

  /** The mention of a field in one of the {@link #mentions}; undoes {@link Micros#field}. */
  public MentionId mention(String slot, String field) {
    String[] parts = slot.substring(prefix.length()).split(":", -1);
    return new MentionId(parts[1], Micros.ts(field, Long.parseLong(parts[2]) * SLOT));
  }

  /** What kind of key it is, as the data dictionary names it. */
  public String kind(String key) {
    String[] parts = key.substring(prefix.length()).split(":", -1);
    return switch (parts[0]) {
      case "person", "heard", "identity", "attention", "manners", "told" -> parts[0] + ":ID";
      case "mentions",
          "thread",
          "reactions",
          "shares",
          "latest",
          "counts",
          "seen",
          "spread",
          "exposures" ->
          parts[0];
      case "relation" -> "relation:" + parts[1] + ":ID";
      case "account" -> "account:ID:" + parts[parts.length - 1];
      case "nudges", "asks", "introductions", "letters" ->
          parts.length < 3 ? String.join(":", parts) : parts[0] + ":" + parts[1] + ":ID";
      case "gifts" -> parts.length < 3 ? String.join(":", parts) : "gifts:" + parts[1];
      default -> String.join(":", parts);
    };
  }

  public String words() {
    return prefix + "words";
  }

  public String person(String id) {
    return prefix + "person:" + id;
  }

  public String heard(String person) {
    return prefix + "heard:" + person;
  }

  public String top() {
    return prefix + "top";
  }

  public String spread() {
    return prefix + "spread";
  }

  /** Where a day, as days since 1970, is counted. */
  public String spread(long day) {
    return prefix + "spread:" + day / 100;
  }

  public String latest(Instant at) {
    return prefix + "latest:" + DAY.format(at) + ":";
  }

  public String counts(Instant at) {
    return prefix + "counts:" + DAY.format(at) + ":";
  }

  /** The quarter of an hour of its UTC day: every zone's hours begin and end with one. */
  public static long quarter(Instant at) {
    return at.getEpochSecond() % 86_400 / 900;
  }

  public String reactionTimeline() {
    return prefix + "timeline:reactions";
  }

  public String reactions(MentionId id) {
    return prefix + "reactions:" + id;
  }

  public String shares(MentionId id) {
    return prefix + "shares:" + id.channel() + ":" + DAY.format(id.at());
  }

  /**
   * @param root timestamp of the thread's first message
   */
  public String thread(String channel, String root) {
    return prefix + "thread:" + channel + ":" + root;
  }

  public String accounts() {
    return prefix + "accounts";
  }

  public String accountIndex() {
    return prefix + "accounts:index";
  }

  public String accountNames() {
    return prefix + "accounts:names";
  }

  public String marqueeAccounts() {
    return prefix + "accounts:marquee";
  }

  public String revisions(String account) {
    return prefix + "account:" + account + ":revisions";
  }

  public String seenBy(String account) {
    return prefix + "account:" + account + ":seen";
  }

  public String cards() {
    return prefix + "cards";
  }

  public String cardEmails() {
    return prefix + "cards:emails";
  }

  public String apart() {
    return prefix + "cards:apart";
  }

  public String relation(Subject with) {
    return prefix + "relation:" + with.kind().wire() + ":" + with.id();
  }

  public String merged() {
    return prefix + "merged";
  }

  public String identity(String id) {
    return prefix + "identity:" + id;
  }

  public String forgotten() {
    return prefix + "forgotten";
  }

  public String told(String person) {
    return prefix + "told:" + person;
  }

  public String edits() {
    return prefix + "edits";
  }

  public String nudgesToShow() {
    return prefix + "edits:nudges";
  }

  public String people(String account) {
    return prefix + "account:" + account + ":people";
  }

  public String exposures(NudgeKind kind, String quarter) {
    return prefix + "exposures:" + kind.wire() + ":" + quarter;
  }

  public String asking(String account) {
    return prefix + "account:" + account + ":asking";
  }

  public String nudges() {
    return prefix + "nudges";
  }

  public String latestNudges() {
    return prefix + "nudges:latest";
  }

  public String nudgesAbout(String person) {
    return prefix + "nudges:about:" + person;
  }

  public String countingNudges(String person) {
    return prefix + "nudges:counting:" + person;
  }

  public String openNudges() {
    return prefix + "nudges:open";
  }

  public String openNudges(String person) {
    return prefix + "nudges:open:" + person;
  }

  public String looks() {
    return prefix + "looks";
  }

  public String dueNudges() {
    return prefix + "nudges:due";
  }

  public String nudgeLine(String person) {
    return prefix + "nudges:line:" + person;
  }

  public String heldNudges(String person) {
    return prefix + "nudges:held:" + person;
  }

  public String claim(String what) {
    return prefix + "claim:" + what;
  }

  public String nudgeClaim(String id) {
    return prefix + "nudges:claim:" + id;
  }

  public String setbacks() {
    return prefix + "setbacks";
  }

  public String settings() {
    return prefix + "settings";
  }

  public String digests() {
    return prefix + "digests";
  }

  public String begunDigests() {
    return prefix + "digests:begun";
  }

  public String digestClaim(String channel, String day) {
    return prefix + "digests:claim:" + channel + ":" + day;
  }

  public String imports() {
    return prefix + "imports";
  }

  public String home() {
    return prefix + "home";
  }
}
