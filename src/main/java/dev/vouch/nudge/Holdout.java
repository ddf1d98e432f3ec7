package dev.vouch.nudge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Who gets no nudge of a kind for a quarter of a year, so that one can tell what nudges do. It
 * hangs on a hash alone, and so is settled before anything is known or decided about the person:
 * whoever asks again gets the same answer, and nobody can be spared or chosen.
 *
 * @param salt of the workspace, so that one person is not held out everywhere at once
 * @param share of people who are held out, 0 to 1
 */
public record Holdout(String salt, double share) {
  /** One in ten: enough to tell in a year, and few who miss something. */
  public static final double USUAL_SHARE = 0.1;

  private static final double RANGE = 1L << 52;

  public Holdout {
    if (share < 0 || share >= 1) {
      throw new IllegalArgumentException("a share to hold out is at least 0 and below 1: " + share);
    }
  }

  /** Whether {@code person} gets no nudge of {@code kind} in the quarter of {@code now}. */
  public boolean holds(String person, NudgeKind kind, Instant now) {
    String drawn = String.join("/", salt, person, kind.wire(), quarter(now));
    byte[] hash = sha256().digest(drawn.getBytes(StandardCharsets.UTF_8));
    long bits = Long.parseLong(HexFormat.of().formatHex(hash, 0, 7), 16) & ((1L << 52) - 1);
    return bits / RANGE < share;
  }

  /** The quarter of a year, by UTC: {@code 2026-Q4}. */
  public static String quarter(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return "%d-Q%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /** The quarters from one time to another, the first and the last included. */
  public static Stream<String> quarters(Instant from, Instant to) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC).with(IsoFields.DAY_OF_QUARTER, 1);
    LocalDate after = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1);
    return first
        .datesUntil(after, Period.ofMonths(3))
        .map(day -> quarter(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
