package dev.vouch.classify.train.reply;

import dev.vouch.classify.Calibration;
import dev.vouch.classify.reply.Meaning;
import dev.vouch.classify.reply.ReplyModel;
import dev.vouch.classify.reply.ReplyReader;
import dev.vouch.classify.reply.ReplyReading;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How well answers were read, by rules and model together as in use. */
public final class ReplyScores {
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 15);

  /** A row and what it was taken for. */
  public record Read(LabelledReply row, ReplyReading reading) {
    boolean right() {
      return row.meaning() == reading.meaning();
    }

    /** At once, or until they have said whether they meant it. */
    private boolean silenced() {
      return reading.meaning() == Meaning.STOP;
    }
  }

  /** So many of so many. */
  public record Share(int part, int of) {
    public double value() {
      return of == 0 ? 0 : part / (double) of;
    }

    /** Where the share would lie in 95 of 100 cases (Wilson 1927). */
    public double[] interval() {
      if (of == 0) {
        return new double[] {0, 1};
      }
      double z = 1.959964;
      double p = value();
      double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
      double half = z / (1 + z * z / of) * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
      return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }
  }

  /**
   * Of one meaning.
   *
   * @param precision of the readings that are acted on, those that are right
   * @param recall of the answers that mean it, those that are acted on rightly
   * @param likeliest of the answers that mean it, those where it is the likeliest, acted on or not
   */
  public record Figures(Share precision, Share recall, Share likeliest) {}

  private final List<Read> read;

  private ReplyScores(List<Read> read) {
    this.read = List.copyOf(read);
  }

  /** Has {@code rows} read. */
  public static ReplyScores of(List<LabelledReply> rows, ReplyModel model) {
    ReplyReader reader = new ReplyReader(model);
    return new ReplyScores(
        rows.stream().map(row -> new Read(row, reader.read(row.text(), ANY_DAY))).toList());
  }

  /** All that was read. */
  public List<Read> read() {
    return read;
  }

  public Map<Meaning, Figures> byMeaning() {
    Map<Meaning, Figures> figures = new EnumMap<>(Meaning.class);
    for (Meaning meaning : Meaning.values()) {
      figures.put(
          meaning,
          new Figures(
              share(one -> one.reading().clearly(meaning), Read::right),
              share(one -> one.row().meaning() == meaning, one -> one.reading().clearly(meaning)),
              share(
                  one -> one.row().meaning() == meaning,
                  one -> one.reading().meaning() == meaning)));
    }
    return figures;
  }

  /** Of all readings that are acted on, those that are right. */
  public Share precision() {
    return share(one -> one.reading().acts(), Read::right);
  }

  /** Of all that answers something, what is acted on without asking a person. */
  public Share coverage() {
    return share(one -> one.row().meaning() != Meaning.OTHER, one -> one.reading().acts());
  }

  /**
   * Of those that want no messages, those after which none is sent: at once, or until they said.
   */
  public Share silenced() {
    return share(one -> one.row().meaning() == Meaning.STOP, Read::silenced);
  }

  /** Of those that want no messages, those that stopped them at once. */
  public Share stopped() {
    return share(
        one -> one.row().meaning() == Meaning.STOP, one -> one.reading().clearly(Meaning.STOP));
  }

  private Share share(Predicate<Read> of, Predicate<Read> part) {
    List<Read> all = read.stream().filter(of).toList();
    return new Share((int) all.stream().filter(part).count(), all.size());
  }

  /** The figures that stand for the rest, rounded to four digits, by name. */
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("rows", (double) read.size());
    figures.put("precision", Calibration.rounded(precision().value()));
    figures.put("coverage", Calibration.rounded(coverage().value()));
    byMeaning()
        .forEach(
            (meaning, one) -> {
              figures.put(
                  meaning.wire() + "Precision", Calibration.rounded(one.precision().value()));
              figures.put(meaning.wire() + "Recall", Calibration.rounded(one.recall().value()));
            });
    figures.put("stopSilenced", Calibration.rounded(silenced().value()));
    return figures;
  }
}
