package dev.vouch.classify.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.text.Lines;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Author;
import dev.vouch.mention.Context;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Stance;
import dev.vouch.mention.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Messages of threads, read where they stand. Right is what decides: an act, reach, or neither, and
 * the sentiment where the file names one for a second.
 */
class ThreadsTest {
  private static final Classifier CLASSIFIER = Classifier.shipped();

  private record Line(
      String thread,
      String author,
      String role,
      String shares,
      String text,
      String intent,
      String sentiment) {
    static Line of(String line) {
      String[] parts = line.split("\t", -1);
      return new Line(
          parts[0],
          parts[1],
          parts[2],
          parts[3],
          parts[4].replace("\\n", "\n"),
          parts[5],
          parts[6]);
    }

    Context context(Stance under) {
      Context.Shares what =
          switch (shares) {
            case "vendor" -> Context.Shares.OURS;
            case "other" -> Context.Shares.OTHERS;
            default -> Context.Shares.NOTHING;
          };
      return new Context(under, what, Author.Kind.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    boolean scored() {
      return !intent.equals("-");
    }

    boolean isRight(Judgement judged) {
      String read = judged.abstained() ? "neutral" : judged.intent().wire();
      boolean second = intent.equals("amplification") && !sentiment.equals("-");
      return comesTo(read).equals(comesTo(intent))
          && (!second || judged.sentiment().wire().equals(sentiment));
    }

    private static String comesTo(String intent) {
      boolean counts = intent.equals("advocacy") || intent.equals("amplification");
      return counts ? intent : "neither";
    }
  }

  private static Judgement alone(String raw) {
    return CLASSIFIER.judge(SlackText.decode(raw).plain());
  }

  /** Reads the lines in order, each under those before it in its thread. */
  private static Map<Line, Judgement> readInContext(List<Line> lines) {
    Map<Line, Judgement> read = new LinkedHashMap<>();
    List<Turn> turns = new ArrayList<>();
    String thread = "";
    for (Line line : lines) {
      if (!line.thread().equals(thread)) {
        turns.clear();
        thread = line.thread();
      }
      OwnWords own = OwnWords.of(line.text());
      Turn root = turns.isEmpty() ? null : turns.get(0);
      List<Turn> earlier = new ArrayList<>(turns.subList(Math.min(1, turns.size()), turns.size()));
      Collections.reverse(earlier);
      Stance under =
          Turn.answered(root, earlier, line.author(), own.second())
              .map(Turn::stance)
              .orElse(Stance.NONE);
      InContext in = InContext.read(alone(own.raw()), own, line.context(under));
      read.put(line, in.judgement());
      boolean heard = line.role().equals("customer");
      turns.add(
          new Turn(
              String.valueOf(read.size()),
              heard ? line.author() : "",
              heard ? in.stance(own) : Stance.NONE));
    }
    return read;
  }

  @ParameterizedTest
  @CsvSource({"threads.tsv, 0.9", "threads-later.tsv, 0.9"})
  void context_makesMessagesBetterRead(String file, double floor) {
    List<Line> lines = Lines.ofResource(Classifier.class, file).stream().map(Line::of).toList();
    List<Line> scored = lines.stream().filter(Line::scored).toList();
    Map<Line, Judgement> read = readInContext(lines);
    long alone = scored.stream().filter(line -> line.isRight(alone(line.text()))).count();
    List<Line> wrong = scored.stream().filter(line -> !line.isRight(read.get(line))).toList();
    long inContext = scored.size() - wrong.size();
    assertThat(scored).hasSizeGreaterThan(40);
    assertThat(inContext).isGreaterThan(alone);
    assertThat((double) inContext / scored.size()).as("%s", wrong).isGreaterThanOrEqualTo(floor);
    assertThat(scored)
        .filteredOn(line -> !line.intent().equals("advocacy"))
        .as("acts that are none")
        .noneMatch(line -> read.get(line).isAdvocacy());
  }
}
