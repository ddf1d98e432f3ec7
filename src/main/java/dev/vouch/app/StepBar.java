package dev.vouch.app;

import dev.vouch.classify.train.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on standard error how far a long work is. */
final class StepBar implements Progress, AutoCloseable {
  private static final int WIDTH = 80;

  private final ProgressBar bar;

  StepBar(String task, long steps) {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
            .build();
  }

  @Override
  public void done(String step) {
    bar.setExtraMessage(step);
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
