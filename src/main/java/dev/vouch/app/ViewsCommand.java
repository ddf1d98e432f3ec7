package dev.vouch.app;

import dev.vouch.slack.gallery.Gallery;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.gallery.GalleryJson;
import dev.vouch.slack.gallery.GalleryPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vouch views}: shows every view with sample values, as JSON or as a page. */
@Command(
    name = "views",
    description = "Print every Slack view with sample data, a JSON object a line; or write a page.")
public final class ViewsCommand extends Cli implements Callable<Integer> {
  /** Filled in by picocli before the call. */
  @SuppressWarnings("NullAway.Init")
  @Option(
      names = "--html",
      paramLabel = "DIR",
      description = "Write the gallery page DIR/index.html instead.")
  private @Nullable Path html;

  @Override
  public Integer call() {
    List<Piece> pieces = Gallery.pieces();
    return html == null ? print(pieces) : write(pieces, html);
  }

  private int print(List<Piece> pieces) {
    PrintWriter out = out();
    pieces.stream().map(GalleryJson::line).forEach(out::println);
    out.flush();
    return 0;
  }

  private int write(List<Piece> pieces, Path directory) {
    Path page = directory.resolve("index.html");
    try {
      Files.createDirectories(directory);
      Files.writeString(page, GalleryPage.of(pieces), StandardCharsets.UTF_8);
    } catch (IOException e) {
      err().printf("Cannot write %s (%s). Name a folder that you may write to.%n", page, e);
      return 1;
    }
    out().printf("%d views in %s%n", pieces.size(), page);
    return 0;
  }
}
