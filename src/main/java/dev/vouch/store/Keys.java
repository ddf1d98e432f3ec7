package dev.vouch.store;

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
 * only one book needs stand beside it, as {@link LearningKeys}.
 */
public final class Keys {
  static final String TEAMS = "vouch:teams";

  /** How long digests can look back: 14 days, and room for late ones. */
  static final Duration TIMELINE = Duration.ofDays(40);

  /** How long ids of envelopes are known: Slack repeats itself for a day. */
  static final Duration SEEN = Duration.ofDays(2);

  private static final int SEEN_PARTS = 64;

  private static final Pattern TEAM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** How long it is kept how single messages were judged. */
  static final Duration RETENTION = Duration.ofDays(400);

  /** How many mentions of a person are kept at most, beside the acts. */
  static final int HEARD = 500;

  /** How many mentions of an intent are listed of a day at most. */
  static final int LISTED = 100;

  private static final long SLOT = 16 * 3_600;
  private static final int DIGITS = 9;
  private static final int FIELD = 6;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  private final String prefix;

  Keys(String team) {
    if (!TEAM.matcher(team).matches()) {
      throw new IllegalArgumentException("not a workspace id: " + team);
    }
    prefix = "vouch:{" + team + "}:";
  }

  public String prefix() {
    return prefix;
  }

  String inbox() {
    return prefix + "inbox";
  }

  String again() {
    return prefix + "inbox:again";
  }

  String failures() {
    return prefix + "inbox:failures";
  }

  String dead() {
    return prefix + "dead";
  }

  /**
   * Where it is noted which envelopes were taken out. Slack sends at most 30,000 events an hour of
   * one workspace, so that few ids share a key, which Redis keeps without overhead.
   */
  String seen(String id, Instant happenedAt) {
    return prefix
        + "seen:"
        + Math.floorDiv(happenedAt.getEpochSecond(), 3_600)
        + ":"
        + Math.floorMod(id.hashCode(), SEEN_PARTS);
  }

  String mentions(MentionId id) {
    return prefix + "mentions:" + id.channel() + ":" + id.at().getEpochSecond() / SLOT;
  }

  /** The mention of a field in one of the {@link #mentions}; undoes {@link #field}. */
  MentionId mention(String slot, String field) {
    String[] parts = slot.substring(prefix.length()).split(":", -1);
    long begin = Long.parseLong(parts[2]) * SLOT * 1_000_000;
    long within = Math.floorMod(Digits.number(field) - begin, 1L << 6 * FIELD);
    return new MentionId(parts[1], ts(begin + within));
  }

  /** What kind of key it is, as the data dictionary names it. */
  String kind(String key) {
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

  /** Where a mention is in its {@link #mentions}: 36 bits of microseconds are 19 hours. */
  static String field(MentionId id) {
    return micros(id).substring(DIGITS - FIELD);
  }

  private static String micros(MentionId id) {
    return moment(id.at());
  }

  /** A time, to the microsecond, in as few characters as sort in its order. */
  static String moment(Instant at) {
    return Digits.of(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000, DIGITS);
  }

  /** Slack's timestamp of what begins with a {@link #moment}. */
  static String ts(String member) {
    return ts(Digits.number(member.substring(0, DIGITS)));
  }

  private static String ts(long micros) {
    return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
  }

  /** Whether it is the field of a mention in the hash of a person, or a piece of it. */
  static boolean isMember(String field) {
    return field.length() > DIGITS;
  }

  static String afterMoment(String member) {
    return member.substring(DIGITS);
  }

  String words() {
    return prefix + "words";
  }

  String person(String id) {
    return prefix + "person:" + id;
  }

  String heard(String person) {
    return prefix + "heard:" + person;
  }

  String top() {
    return prefix + "top";
  }

  String spread() {
    return prefix + "spread";
  }

  /** Where a day, as days since 1970, is counted. */
  String spread(long day) {
    return prefix + "spread:" + day / 100;
  }

  String latest(Instant at) {
    return prefix + "latest:" + DAY.format(at) + ":";
  }

  String counts(Instant at) {
    return prefix + "counts:" + DAY.format(at) + ":";
  }

  /** The quarter of an hour of its UTC day: every zone's hours begin and end with one. */
  static long quarter(Instant at) {
    return at.getEpochSecond() % 86_400 / 900;
  }

  String reactionTimeline() {
    return prefix + "timeline:reactions";
  }

  String reactions(MentionId id) {
    return prefix + "reactions:" + id;
  }

  String shares(MentionId id) {
    return prefix + "shares:" + id.channel() + ":" + DAY.format(id.at());
  }

  /**
   * @param root timestamp of the thread's first message
   */
  String thread(String channel, String root) {
    return prefix + "thread:" + channel + ":" + root;
  }

  String accounts() {
    return prefix + "accounts";
  }

  String accountIndex() {
    return prefix + "accounts:index";
  }

  String accountNames() {
    return prefix + "accounts:names";
  }

  String marqueeAccounts() {
    return prefix + "accounts:marquee";
  }

  String revisions(String account) {
    return prefix + "account:" + account + ":revisions";
  }

  String seenBy(String account) {
    return prefix + "account:" + account + ":seen";
  }

  String cards() {
    return prefix + "cards";
  }

  String cardEmails() {
    return prefix + "cards:emails";
  }

  String apart() {
    return prefix + "cards:apart";
  }

  String relation(Subject with) {
    return prefix + "relation:" + with.kind().wire() + ":" + with.id();
  }

  String merged() {
    return prefix + "merged";
  }

  String identity(String id) {
    return prefix + "identity:" + id;
  }

  public String forgotten() {
    return prefix + "forgotten";
  }

  String told(String person) {
    return prefix + "told:" + person;
  }

  String edits() {
    return prefix + "edits";
  }

  String nudgesToShow() {
    return prefix + "edits:nudges";
  }

  String people(String account) {
    return prefix + "account:" + account + ":people";
  }

  public String exposures(NudgeKind kind, String quarter) {
    return prefix + "exposures:" + kind.wire() + ":" + quarter;
  }

  String asking(String account) {
    return prefix + "account:" + account + ":asking";
  }

  public String nudges() {
    return prefix + "nudges";
  }

  String latestNudges() {
    return prefix + "nudges:latest";
  }

  String nudgesAbout(String person) {
    return prefix + "nudges:about:" + person;
  }

  String countingNudges(String person) {
    return prefix + "nudges:counting:" + person;
  }

  String openNudges() {
    return prefix + "nudges:open";
  }

  String openNudges(String person) {
    return prefix + "nudges:open:" + person;
  }

  public String looks() {
    return prefix + "looks";
  }

  public String dueNudges() {
    return prefix + "nudges:due";
  }

  String nudgeLine(String person) {
    return prefix + "nudges:line:" + person;
  }

  public String heldNudges(String person) {
    return prefix + "nudges:held:" + person;
  }

  String claim(String what) {
    return prefix + "claim:" + what;
  }

  String nudgeClaim(String id) {
    return prefix + "nudges:claim:" + id;
  }

  public String setbacks() {
    return prefix + "setbacks";
  }

  String settings() {
    return prefix + "settings";
  }

  String digests() {
    return prefix + "digests";
  }

  String begunDigests() {
    return prefix + "digests:begun";
  }

  String digestClaim(String channel, String day) {
    return prefix + "digests:claim:" + channel + ":" + day;
  }

  String imports() {
    return prefix + "imports";
  }

  String home() {
    return prefix + "home";
  }
}
