package dev.vouch.slack.gallery;

import dev.vouch.advocate.Heard;
import dev.vouch.digest.Digest;
import dev.vouch.digest.Digest.DayCount;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.digest.Digest.Totals;
import dev.vouch.mention.Intent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Digests of the made-up company's days. */
final class SampleDigests {
  private SampleDigests() {}

  static List<Entry> entries() {
    return Samples.latest().stream().map(SampleDigests::entry).toList();
  }

  static Entry entry(Heard heard) {
    return new Entry(heard, "Ana Ruiz", "Northwind Foods");
  }

  static Digest usual() {
    return new Digest(
        LocalDate.of(2026, 11, 20),
        Samples.ZONE,
        Samples.NOW.minusSeconds(86_400),
        Samples.NOW,
        List.of(
            entry(Samples.heard(Intent.COMPLAINT, 280, "the import has been stuck since Monday"))),
        List.of(entry(Samples.heard(Intent.SUGGESTION, 270, "I wish filters could be shared"))),
        List.of(entry(Samples.heard(Intent.ADVOCACY, 300, Samples.WORDS.get(0)))),
        List.of(entry(Samples.heard(Intent.PRAISE, 240, "thanks, that was quick"))),
        new Totals(1, 0, 1, 1, 1, 23),
        1,
        days());
  }

  static Digest quiet() {
    return new Digest(
        LocalDate.of(2026, 11, 21),
        Samples.ZONE,
        Samples.NOW,
        Samples.NOW.plusSeconds(86_400),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Totals(0, 0, 0, 0, 0, 0),
        0,
        days());
  }

  private static List<DayCount> days() {
    LocalDate first = LocalDate.of(2026, 11, 7);
    return IntStream.range(0, 14)
        .mapToObj(day -> new DayCount(first.plusDays(day), day % 4 == 0 ? 1 : 0, day * 2L))
        .toList();
  }
}
