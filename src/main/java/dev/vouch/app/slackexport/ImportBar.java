package dev.vouch.app.slackexport;

import dev.vouch.app.slackexport.SlackExport.Skipped;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far an import is, and names what it skips. On a terminal one line is drawn over and
 * over; in a log, where that would be a mess, a line comes every ten seconds.
 */
final class ImportBar implements SlackImport.Listener, AutoCloseable {
  private static final int WIDTH = 78;
  private static final int REDRAW_MILLIS = 250;
  private static final int LOG_MILLIS = 10_000;

  private final Line line;
  private @Nullable ProgressBar bar;

  ImportBar(PrintWriter err, boolean terminal) {
    this.line = new Line(err, terminal);
  }

  @Override
  public void started(int files) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("Reading")
            .setInitialMax(files)
            .setUnit(" files", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(line.terminal ? REDRAW_MILLIS : LOG_MILLIS)
            .setConsumer(line)
            .build();
  }

  @Override
  public void fileDone() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void skipped(Skipped what) {
    String text = "skipped %s: %s".formatted(what.file(), what.reason());
    line.say(text.replaceAll("\\p{Cc}", "?"));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  /** The one line of a terminal that the bar and the messages share. */
  private static final class Line implements ProgressBarConsumer {
    private final PrintWriter err;
    private final boolean terminal;

    Line(PrintWriter err, boolean terminal) {
      this.err = err;
      this.terminal = terminal;
    }

    @Override
    public int getMaxRenderedLength() {
      return WIDTH;
    }

    @Override
    public synchronized void accept(String text) {
      err.print(terminal ? "\r" + text : text + "\n");
      err.flush();
    }

    synchronized void say(String text) {
      err.print((terminal ? "\r" + " ".repeat(WIDTH) + "\r" : "") + text + "\n");
      err.flush();
    }

    @Override
    public synchronized void close() {
      err.print(terminal ? "\n" : "");
      err.flush();
    }
  }
}
