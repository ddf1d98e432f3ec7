package dev.vouch.app;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.JudgementJson;
import dev.vouch.classify.text.SlackText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges messages, one a line, and prints each judgement as a line of JSON. */
@Command(name = "classify", description = "Judges messages: a line of text in, a line of JSON out.")
final class ClassifyCommand extends Cli implements Callable<Integer> {
  /** Lines in memory at a time. */
  private static final int AT_ONCE = 64;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "UTF-8 text, one message a line, as Slack sends it; \"-\" or none: stdin.")
  private @Nullable Path file;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Models to use instead of those in the program.")
  private @Nullable Path models;

  @Override
  public Integer call() {
    try (Reader in = new InputStreamReader(open(), StandardCharsets.UTF_8)) {
      classify(new LineReader(in), out());
      return 0;
    } catch (IOException e) {
      return Inputs.refuse(spec(), e);
    }
  }

  private InputStream open() throws IOException {
    if (file == null || file.toString().equals("-")) {
      return System.in;
    }
    Inputs.checkReadable(file);
    return Files.newInputStream(file);
  }

  /**
   * Judges as many lines at once as have come, at most {@value #AT_ONCE}, on all processors, and
   * prints them in their order; stops when nobody reads the output any more.
   */
  private void classify(LineReader lines, PrintWriter out) throws IOException {
    Classifier classifier = models == null ? Classifier.shipped() : Classifier.load(models);
    for (List<String> some = lines.next(AT_ONCE); !some.isEmpty(); some = lines.next(AT_ONCE)) {
      some.parallelStream()
          .map(text -> JudgementJson.line(text, classifier.judge(SlackText.decode(text))))
          .forEachOrdered(out::println);
      if (out.checkError()) {
        return;
      }
    }
  }
}
