package dev.vouch.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AdvocacyChartTest {
  private static final int BLUE = 0x0072B2;
  private static final int ORANGE = 0xE69F00;

  private final AdvocacyChart chart = new AdvocacyChart();

  @Test
  void picture_isAPngOfItsSizeWithBothPanels() throws IOException {
    byte[] png = chart.png(Digests.of(Digests.ADVOCACY, Digests.LIKES));
    BufferedImage image = read(png);

    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(image.getWidth()).isEqualTo(AdvocacyChart.WIDTH);
    assertThat(image.getHeight()).isEqualTo(AdvocacyChart.HEIGHT);
    assertThat(colours(image)).isGreaterThan(50);
    assertThat(rowsOf(image, BLUE).max().orElseThrow())
        .isLessThan(rowsOf(image, ORANGE).min().orElseThrow());
  }

  @Test
  void sameDigest_givesTheSameBytes() {
    assertThat(chart.png(Digests.of(Digests.ADVOCACY, Digests.LIKES)))
        .isEqualTo(new AdvocacyChart().png(Digests.of(Digests.ADVOCACY, Digests.LIKES)));
  }

  @Test
  void bars_areAsHighAsTheirCounts() throws IOException {
    long[] counts = {3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    BufferedImage image = read(chart.png(Digests.of(counts, Digests.NONE)));

    int high = height(image, BLUE, 0, AdvocacyChart.WIDTH / 2);
    int low = height(image, BLUE, AdvocacyChart.WIDTH / 2, AdvocacyChart.WIDTH);

    assertThat(high).isBetween(3 * low - 4, 3 * low + 4);
    assertThat(low).isGreaterThan(20);
  }

  @Test
  void likes_neverMoveTheAdvocacyPanel() throws IOException {
    long[] manyLikes = new long[14];
    manyLikes[3] = 1_000_000;
    BufferedImage few = read(chart.png(Digests.of(Digests.ADVOCACY, Digests.LIKES)));
    BufferedImage many = read(chart.png(Digests.of(Digests.ADVOCACY, manyLikes)));

    int half = AdvocacyChart.HEIGHT / 2;
    int[] above = few.getRGB(0, 0, AdvocacyChart.WIDTH, half, null, 0, AdvocacyChart.WIDTH);
    assertThat(many.getRGB(0, 0, AdvocacyChart.WIDTH, half, null, 0, AdvocacyChart.WIDTH))
        .isEqualTo(above);
  }

  @Test
  void emptyDays_drawNoBarAndStillAChart() throws IOException {
    BufferedImage image = read(chart.png(Digests.of(Digests.NONE, Digests.NONE)));

    assertThat(rowsOf(image, BLUE)).isEmpty();
    assertThat(rowsOf(image, ORANGE)).isEmpty();
    assertThat(colours(image)).isGreaterThan(20);
  }

  @Test
  void altText_saysBothSumsAndTheirBestDays() {
    assertThat(chart.altText(Digests.of(Digests.ADVOCACY, Digests.LIKES)))
        .isEqualTo(
            "Two bar charts of the 14 days to 12 March 2026, each on its own scale."
                + " Acts of advocacy: 19 in all, most on Thursday, 12 March (5)."
                + " Likes, shares and reactions, not counted as advocacy: 183 in all,"
                + " most on Saturday, 7 March (31).");
    assertThat(chart.altText(Digests.of(Digests.NONE, Digests.NONE)))
        .contains("Acts of advocacy: none.")
        .contains("not counted as advocacy: none.");
  }

  /** Fontconfig is pointed at an empty folder, and so is Java's own memory of what it found. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void machineWithoutFonts_isToldWhatToInstall(@TempDir Path empty) throws Exception {
    Path config = empty.resolve("fonts.conf");
    Files.writeString(
        config,
        "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>".formatted(empty, empty));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
                java.toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + empty,
                "-cp",
                System.getProperty("java.class.path"),
                FontlessChart.class.getName())
            .redirectErrorStream(true);
    builder.environment().put("FONTCONFIG_FILE", config.toString());
    Process process = builder.start();

    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("NoFonts", "apt-get install fontconfig fonts-dejavu-core");
  }

  /** Draws a chart and fails where that is impossible. */
  static final class FontlessChart {
    public static void main(String[] args) {
      new AdvocacyChart().png(Digests.of(Digests.ADVOCACY, Digests.LIKES));
    }
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long colours(BufferedImage image) {
    int width = image.getWidth();
    return IntStream.of(image.getRGB(0, 0, width, image.getHeight(), null, 0, width))
        .distinct()
        .count();
  }

  private static IntStream rowsOf(BufferedImage image, int colour) {
    return IntStream.range(0, image.getHeight())
        .filter(y -> has(image, colour, y, 0, image.getWidth()));
  }

  private static int height(BufferedImage image, int colour, int left, int right) {
    return (int)
        IntStream.range(0, image.getHeight())
            .filter(y -> has(image, colour, y, left, right))
            .count();
  }

  private static boolean has(BufferedImage image, int colour, int y, int left, int right) {
    return IntStream.range(left, right).anyMatch(x -> (image.getRGB(x, y) & 0xFFFFFF) == colour);
  }
}
