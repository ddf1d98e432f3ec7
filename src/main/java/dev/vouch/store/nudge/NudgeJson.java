package dev.vouch.store.nudge;

import com.google.gson.Gson;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.Life;
import dev.vouch.nudge.Nudge.Party;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON form of a nudge in Redis. */
public final class NudgeJson {
  private static final Gson GSON = new Gson();

  private NudgeJson() {}

  private record Stored(
      String id,
      String kind,
      String to,
      String about,
      String aboutName,
      String account,
      @Nullable String sponsor,
      @Nullable String moment,
      @Nullable String occasion,
      @Nullable Long arose,
      @Nullable String mention,
      String permalink,
      List<String> evidence,
      String state,
      String reason,
      long at,
      @Nullable Long due,
      @Nullable String channel,
      @Nullable String ts,
      @Nullable String answeredBy,
      @Nullable StoredSending sending,
      @Nullable StoredAdvice advice,
      @Nullable String note,
      @Nullable String before) {}

  private record StoredSending(String person, String as, long at) {}

  private record StoredAdvice(String gesture, List<String> others, String why) {}

  static String of(Nudge nudge) {
    Nudge.Posted sent = nudge.sent();
    Occasion occasion = nudge.occasion();
    MentionId mention = occasion.mention();
    boolean ofMention = mention != null && occasion.id().equals(mention.toString());
    return GSON.toJson(
        new Stored(
            nudge.id(),
            nudge.kind().wire(),
            nudge.to(),
            nudge.about(),
            nudge.aboutName(),
            nudge.accountName(),
            nudge.sponsor(),
            nudge.moment().wire(),
            ofMention ? null : occasion.id(),
            mention != null && occasion.at().equals(mention.at()) ? null : millis(occasion.at()),
            mention == null ? null : mention.toString(),
            nudge.permalink(),
            nudge.evidence(),
            nudge.state().wire(),
            nudge.reason(),
            nudge.at().toEpochMilli(),
            millis(nudge.due()),
            sent == null ? null : sent.channel(),
            sent == null ? null : sent.ts(),
            nudge.answeredBy(),
            stored(nudge.sending()),
            stored(nudge.advice()),
            nudge.note(),
            nudge.before() == null ? null : nudge.before().wire()));
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable StoredSending stored(Nudge.@Nullable Sending sending) {
    return sending == null
        ? null
        : new StoredSending(sending.person(), sending.as().wire(), sending.at().toEpochMilli());
  }

  private static @Nullable StoredAdvice stored(@Nullable Advice advice) {
    return advice == null
        ? null
        : new StoredAdvice(
            advice.gesture().wire(),
            advice.others().stream().map(Gesture::wire).toList(),
            advice.why());
  }

  public static Nudge parse(String json) {
    Stored stored = GSON.fromJson(json, Stored.class);
    return new Nudge(
        stored.id(),
        NudgeKind.fromWire(stored.kind()),
        new Party(
            stored.to(), stored.about(), stored.aboutName(), stored.account(), stored.sponsor()),
        occasion(stored),
        Instant.ofEpochMilli(stored.at()),
        new Life(
            Nudge.State.fromWire(stored.state()),
            stored.reason(),
            instant(stored.due()),
            posted(stored.channel(), stored.ts()),
            stored.answeredBy(),
            sending(stored.sending()),
            stored.before() == null ? null : Nudge.State.fromWire(stored.before())),
        advice(stored.advice()),
        stored.note());
  }

  private static Occasion occasion(Stored stored) {
    MentionId mention = stored.mention() == null ? null : MentionId.parse(stored.mention());
    Instant at = instant(stored.arose());
    return new Occasion(
        moment(stored),
        Objects.requireNonNullElseGet(stored.occasion(), () -> String.valueOf(mention)),
        at == null && mention != null ? mention.at() : Objects.requireNonNull(at, "no time"),
        mention,
        stored.permalink(),
        stored.evidence());
  }

  /**
   * Those that were written before moments had names came of acts and of words for a competitor.
   */
  private static Moment moment(Stored stored) {
    if (stored.moment() != null) {
      return Moment.fromWire(stored.moment());
    }
    return switch (NudgeKind.fromWire(stored.kind())) {
      case COMPETITOR_FLAG -> Moment.FOR_A_COMPETITOR;
      case DISCLOSURE_REMINDER -> Moment.UNDISCLOSED;
      default -> Moment.ACT;
    };
  }

  private static @Nullable Advice advice(@Nullable StoredAdvice stored) {
    return stored == null
        ? null
        : Gesture.named(stored.gesture())
            .map(
                gesture ->
                    new Advice(
                        gesture,
                        stored.others().stream()
                            .map(Gesture::named)
                            .flatMap(Optional::stream)
                            .toList(),
                        stored.why()))
            .orElse(null);
  }

  private static Nudge.@Nullable Sending sending(@Nullable StoredSending stored) {
    return stored == null
        ? null
        : new Nudge.Sending(
            stored.person(), Nudge.State.fromWire(stored.as()), Instant.ofEpochMilli(stored.at()));
  }

  private static Nudge.@Nullable Posted posted(@Nullable String channel, @Nullable String ts) {
    return channel == null || ts == null ? null : new Nudge.Posted(channel, ts);
  }
}
