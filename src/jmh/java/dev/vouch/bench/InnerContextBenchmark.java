package dev.vouch.bench;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.context.InContext;
import dev.vouch.classify.context.OwnWords;
import dev.vouch.mention.Author;
import dev.vouch.mention.Context;
import dev.vouch.mention.Judgement;
import dev.vouch.mention.Stance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How long it takes to read a reply of thirty words under each stance of what it answers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class InnerContextBenchmark {
  private static final String REPLY =
      "Three years now and we would not go back, because the month end close went from nine days"
          + " to four and the support people answer within the hour on a plain Tuesday";

  private Judgement alone;

  /** Judges the words once; that is measured elsewhere. */
  @Setup
  public void judge() {
    alone = Classifier.shipped().judge(REPLY);
  }

  /** All that context adds to a judgement of a reply. */
  @Benchmark
  public void replyInContext(Blackhole hole) {
    OwnWords own = OwnWords.of(REPLY);
    Context context = new Context(Stance.NONE, Context.Shares.NOTHING, Author.Kind.CUSTOMER);
    for (Stance under : Stance.values()) {
      hole.consume(InContext.read(alone, own, context.under(under)));
    }
  }
}
