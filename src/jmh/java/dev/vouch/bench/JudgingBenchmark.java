package dev.vouch.bench;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Effort;
import dev.vouch.mention.Judgement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the judging of one message takes, by its length in words. Each text is made different by
 * a number, so that none is remembered from the time before.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class JudgingBenchmark {
  private static final String WORDS =
      "We moved our month end close to Lumo in March and it went from three days to four hours"
          + " so if you run more than one entity with the usual mess of spreadsheets just get it"
          + " because the support people answer within the hour and the import of old invoices"
          + " took us one afternoon with hardly any rows to mend by hand afterwards which nobody"
          + " here believed before they saw it happen on a plain Tuesday with me";

  @Param({"10", "30", "80"})
  public int words;

  private final AtomicLong number = new AtomicLong();
  private Classifier classifier;
  private String text;

  /** Loads the models that ship with the program. */
  @Setup
  public void load() {
    classifier = Classifier.shipped();
    String[] all = WORDS.split(" ");
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < words - 1; i++) {
      some.append(all[i % all.length]).append(' ');
    }
    text = some.toString();
  }

  private String next() {
    return text + number.incrementAndGet();
  }

  /** The spread of single judgements by words and meaning, on one thread. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Judgement full() {
    return classifier.judge(next());
  }

  /** Judgements a millisecond on two threads. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @Threads(2)
  public Judgement fullOnTwoThreads() {
    return classifier.judge(next());
  }

  /** The spread of judgements by words alone. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Judgement wordsAlone() {
    return classifier.judge(next(), Effort.WORDS);
  }

  /** A text that was judged a moment ago. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Judgement repeated() {
    return classifier.judge(text);
  }
}
