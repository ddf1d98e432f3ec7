package dev.vouch.store;

import com.google.gson.Gson;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import java.time.Instant;
import java.util.List;
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
      String mention,
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
      @Nullable String note,
      @Nullable String before) {}

  private record StoredSending(String person, String as, long at) {}

  static String of(Nudge nudge) {
    Nudge.Posted sent = nudge.sent();
    Instant due = nudge.due();
    return GSON.toJson(
        new Stored(
            nudge.id(),
            nudge.kind().wire(),
            nudge.to(),
            nudge.about(),
            nudge.aboutName(),
            nudge.accountName(),
            nudge.sponsor(),
            nudge.mention().toString(),
            nudge.permalink(),
            nudge.evidence(),
            nudge.state().wire(),
            nudge.reason(),
            nudge.at().toEpochMilli(),
            due == null ? null : due.toEpochMilli(),
            sent == null ? null : sent.channel(),
            sent == null ? null : sent.ts(),
            nudge.answeredBy(),
            stored(nudge.sending()),
            nudge.note(),
            nudge.before() == null ? null : nudge.before().wire()));
  }

  private static @Nullable StoredSending stored(Nudge.@Nullable Sending sending) {
    return sending == null
        ? null
        : new StoredSending(sending.person(), sending.as().wire(), sending.at().toEpochMilli());
  }

  public static Nudge parse(String json) {
    Stored stored = GSON.fromJson(json, Stored.class);
    return new Nudge(
        stored.id(),
        NudgeKind.fromWire(stored.kind()),
        stored.to(),
        stored.about(),
        stored.aboutName(),
        stored.account(),
        stored.sponsor(),
        MentionId.parse(stored.mention()),
        stored.permalink(),
        stored.evidence(),
        Nudge.State.fromWire(stored.state()),
        stored.reason(),
        Instant.ofEpochMilli(stored.at()),
        stored.due() == null ? null : Instant.ofEpochMilli(stored.due()),
        posted(stored.channel(), stored.ts()),
        stored.answeredBy(),
        sending(stored.sending()),
        stored.note(),
        stored.before() == null ? null : Nudge.State.fromWire(stored.before()));
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
