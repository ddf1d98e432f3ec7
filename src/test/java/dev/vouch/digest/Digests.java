package dev.vouch.digest;

import dev.vouch.advocate.Heard;
import dev.vouch.digest.Digest.DayCount;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Digests for tests of what is drawn and written. */
final class Digests {
  static final LocalDate DAY = LocalDate.parse("2026-03-13");
  static final long[] ADVOCACY = {0, 1, 0, 2, 3, 0, 0, 1, 4, 2, 1, 0, 0, 5};
  static final long[] LIKES = {12, 8, 15, 22, 9, 3, 2, 14, 31, 19, 11, 6, 4, 27};
  static final long[] NONE = new long[14];

  private Digests() {}

  static Digest of(long[] advocacy, long[] likes) {
    return new Digest(
        DAY,
        ZoneId.of("Europe/London"),
        Instant.parse("2026-03-12T09:00:00Z"),
        Instant.parse("2026-03-13T09:00:00Z"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Totals(0, 0, 0, 0, 0, 0),
        0,
        days(advocacy, likes));
  }

  static List<DayCount> days(long[] advocacy, long[] likes) {
    return IntStream.range(0, advocacy.length)
        .mapToObj(i -> new DayCount(DAY.minusDays(14L - i), advocacy[i], likes[i]))
        .toList();
  }

  static Entry entry(String person, String account, Intent intent, String at, String... evidence) {
    MentionId id = new MentionId("C0COMMUNITY", SlackTime.ts(Instant.parse(at)));
    return new Entry(
        new Heard(
            id,
            "U0PERSON",
            intent,
            Intent.NEUTRAL,
            0.9,
            Sentiment.NEUTRAL,
            false,
            false,
            List.of(evidence),
            "https://acme.example/archives/C0COMMUNITY/p" + id.ts().replace(".", ""),
            "model 1",
            null),
        person,
        account);
  }
}
