package dev.vouch.digest;

import dev.vouch.digest.Digest.DayCount;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.ChartTheme;

/**
 * Draws the days of a digest: acts of advocacy above, likes below, each on a scale of its own.
 *
 * <p>They are two panels because the two are different things: on one scale a hundred likes would
 * make ten acts of advocacy look like nothing. The colours (blue and orange of Okabe and Ito) can
 * be told apart by colour-blind people, and every bar carries its number, so that colour says
 * nothing alone.
 */
public final class AdvocacyChart {
  /** The picture's width in pixels: {@value #SCALE} for each unit of the layout. */
  public static final int WIDTH = 1600;

  /** The picture's height in pixels. */
  public static final int HEIGHT = 900;

  private static final int SCALE = 2;
  private static final int MARGIN = 22;
  private static final int LEFT_OF_PLOT = 34;
  private static final int PLOT_WIDTH = WIDTH / SCALE - 2 * MARGIN - LEFT_OF_PLOT;
  private static final int PLOT_HEIGHT = 158;

  private static final Color ADVOCACY = new Color(0x0072B2);
  private static final Color LIKES = new Color(0xE69F00);
  private static final Color INK = new Color(0x1D1C1D);
  private static final Color MUTED = new Color(0x616061);
  private static final Color CLEAR = new Color(255, 255, 255, 0);
  private static final Color LINES = new Color(0xE4E4E4);

  private static final DateTimeFormatter TICK = DateTimeFormatter.ofPattern("EEE d", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.UK);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** Charts cannot be drawn here, because no fonts are installed. */
  public static final class NoFonts extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoFonts(Throwable cause) {
      super(
          "the digest's chart cannot be drawn because Java finds no fonts on this machine; install"
              + " them (Debian and Ubuntu: apt-get install fontconfig fonts-dejavu-core, Alpine:"
              + " apk add fontconfig ttf-dejavu)",
          cause);
    }
  }

  /**
   * The chart as a PNG of {@link #WIDTH} by {@link #HEIGHT} pixels; the same digest gives the same
   * bytes on one machine.
   *
   * @throws NoFonts if this machine cannot draw text
   */
  public byte[] png(Digest digest) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      requireFonts(canvas);
      paint(canvas, digest);
    } finally {
      canvas.dispose();
    }
    return encode(image);
  }

  /** What the chart shows, in words, for people who cannot see it. */
  public String altText(Digest digest) {
    return "Two bar charts of the %d days to %s, each on its own scale. %s %s"
        .formatted(
            digest.days().size(),
            DATE.format(digest.day().minusDays(1)),
            inWords(digest.days(), "Acts of advocacy", DayCount::advocacy),
            inWords(
                digest.days(),
                "Likes, shares and reactions, not counted as advocacy",
                DayCount::likes));
  }

  private static String inWords(
      List<DayCount> days, String what, ToLongFunction<DayCount> counted) {
    long sum = days.stream().mapToLong(counted).sum();
    if (sum == 0) {
      return what + ": none.";
    }
    DayCount most = days.stream().max(Comparator.comparingLong(counted)).orElseThrow();
    return String.format(
        Locale.UK,
        "%s: %,d in all, most on %s (%,d).",
        what,
        sum,
        DAY.format(most.day()),
        counted.applyAsLong(most));
  }

  /** Without fonts Java fails in several ways, errors of linking among them, at the first text. */
  private static void requireFonts(Graphics2D canvas) {
    try {
      canvas.getFontMetrics(font(Font.PLAIN, 12)).stringWidth("0");
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new NoFonts(e);
    }
  }

  private static void paint(Graphics2D canvas, Digest digest) {
    canvas.scale(SCALE, SCALE);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    String title = "Advocacy and likes, %d days to %s";
    text(canvas, font(Font.BOLD, 17), INK, 34, title.formatted(digest.days().size(), end(digest)));
    panel(canvas, 54, digest, Panel.ADVOCACY);
    panel(canvas, 252, digest, Panel.LIKES);
  }

  private static String end(Digest digest) {
    return DATE.format(digest.day().minusDays(1));
  }

  private static void panel(Graphics2D canvas, int top, Digest digest, Panel panel) {
    long sum = digest.days().stream().mapToLong(panel.counted).sum();
    Font bold = font(Font.BOLD, 13);
    String heading = String.format(Locale.UK, "%s: %,d", panel.title, sum);
    text(canvas, bold, panel.color.darker(), top + 14, heading);
    int width = canvas.getFontMetrics(bold).stringWidth(heading);
    canvas.setFont(font(Font.PLAIN, 12));
    canvas.setColor(MUTED);
    canvas.drawString(panel.subtitle, MARGIN + width + 10, top + 14);
    Graphics2D area = (Graphics2D) canvas.create();
    area.translate(MARGIN + LEFT_OF_PLOT, top + 22);
    plot(area, digest.days(), panel);
    area.dispose();
  }

  /** The lines lie under the bars but need their scale, known once the bars were painted. */
  private static void plot(Graphics2D area, List<DayCount> days, Panel panel) {
    CategoryChart bars = bars(days, panel);
    Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    bars.paint(nowhere, PLOT_WIDTH, PLOT_HEIGHT);
    nowhere.dispose();
    for (long tick : panel.axis(days).ticks()) {
      line(area, tick, (int) Math.round(bars.getScreenYFromChart(tick)));
    }
    bars.paint(area, PLOT_WIDTH, PLOT_HEIGHT);
    if (days.stream().mapToLong(panel.counted).sum() == 0) {
      area.setFont(font(Font.PLAIN, 12));
      area.setColor(MUTED);
      area.drawString("none in these days", 8, PLOT_HEIGHT - 38);
    }
  }

  private static void line(Graphics2D area, long tick, int y) {
    String label = CountAxis.label(tick);
    area.setColor(LINES);
    area.drawLine(0, y, PLOT_WIDTH, y);
    area.setColor(MUTED);
    area.setFont(font(Font.PLAIN, 11));
    area.drawString(label, -8 - area.getFontMetrics().stringWidth(label), y + 4);
  }

  private static void text(Graphics2D canvas, Font font, Color color, int baseline, String text) {
    canvas.setFont(font);
    canvas.setColor(color);
    canvas.drawString(text, MARGIN, baseline);
  }

  private static CategoryChart bars(List<DayCount> days, Panel panel) {
    CategoryChart chart = new CategoryChart(PLOT_WIDTH, PLOT_HEIGHT, ChartTheme.GGPlot2);
    CountAxis axis = panel.axis(days);
    style(chart.getStyler(), panel.color, axis);
    List<Long> counts = days.stream().map(panel.counted::applyAsLong).toList();
    chart.addSeries(panel.title, days.stream().map(day -> TICK.format(day.day())).toList(), counts);
    IntStream.range(0, counts.size())
        .filter(i -> counts.get(i) > 0)
        .forEach(i -> chart.addAnnotation(number(i, counts.get(i), axis)));
    return chart;
  }

  private static AnnotationText number(int bar, long count, CountAxis axis) {
    return new AnnotationText(CountAxis.label(count), bar + 0.5, count + axis.gap(), false);
  }

  private static void style(CategoryStyler style, Color color, CountAxis axis) {
    style.setSeriesColors(new Color[] {color}).setLegendVisible(false).setChartTitleVisible(false);
    style.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false);
    style.setChartPadding(0).setAntiAlias(true);
    style.setAnnotationTextFont(font(Font.BOLD, 12)).setAnnotationTextFontColor(INK);
    style.setAxisTitlesVisible(false).setAxisTicksLineVisible(false);
    style.setAxisTicksMarksVisible(false).setPlotTicksMarksVisible(false);
    style.setYAxisTicksVisible(false).setPlotGridLinesVisible(false).setPlotMargin(0);
    style.setAxisTickLabelsFont(font(Font.PLAIN, 11)).setAxisTickLabelsColor(MUTED);
    style.setAxisTickPadding(2).setYAxisMin(0.0).setYAxisMax(axis.top());
    style.setAvailableSpaceFill(0.62);
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  private static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException("the chart could not be written as a PNG", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The two panels, from above. */
  enum Panel {
    ADVOCACY(
        "Acts of advocacy",
        "words that were meant to win others over",
        AdvocacyChart.ADVOCACY,
        DayCount::advocacy),
    LIKES(
        "Likes, shares and reactions",
        "reach, on a scale of its own; not counted as advocacy",
        AdvocacyChart.LIKES,
        DayCount::likes);

    private final String title;
    private final String subtitle;
    private final Color color;
    private final ToLongFunction<DayCount> counted;

    Panel(String title, String subtitle, Color color, ToLongFunction<DayCount> counted) {
      this.title = title;
      this.subtitle = subtitle;
      this.color = color;
      this.counted = counted;
    }

    private CountAxis axis(List<DayCount> days) {
      return CountAxis.upTo(days.stream().mapToLong(counted).max().orElse(0));
    }
  }
}
