package dev.vouch.slack.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import dev.vouch.slack.gallery.Gallery.Surface;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view against the file that people have looked at. To accept what has changed, run with
 * {@code -Dvouch.golden=write} and read the difference before committing it.
 */
class GalleryTest {
  private static final Path GOLDEN = Path.of("src/test/resources/views");

  static List<Piece> pieces() {
    return Gallery.pieces();
  }

  static List<Piece> outward() {
    Set<Audience> outside = Set.of(Audience.ADVOCATE, Audience.EXTERNAL);
    return pieces().stream().filter(piece -> outside.contains(piece.audience())).toList();
  }

  static List<Piece> messages() {
    return pieces().stream().filter(piece -> piece.surface() == Surface.MESSAGE).toList();
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void view_isAsItWasLookedAt(Piece piece) throws IOException {
    Path file = GOLDEN.resolve(piece.name() + ".json");
    String now = GalleryJson.pretty(piece) + "\n";
    if ("write".equals(System.getProperty("vouch.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, now, StandardCharsets.UTF_8);
    }
    assertThat(file).exists();
    assertThat(now).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("outward")
  void viewForOutsiders_holdsNothingInternal(Piece piece) {
    String all = piece.text() + GalleryJson.of(piece).get("blocks");
    assertThat(all)
        .doesNotContainIgnoringCase("confidence")
        .doesNotContainIgnoringCase("advoca")
        .doesNotContainIgnoringCase("marquee")
        .doesNotContainIgnoringCase("nudge")
        .doesNotContainIgnoringCase("delight")
        .doesNotContainIgnoringCase("sponsor")
        .doesNotContainIgnoringCase("goodwill")
        .doesNotContainIgnoringCase("holdout")
        .doesNotContainIgnoringCase("standing")
        .doesNotContainIgnoringCase("suspicio")
        .doesNotContainIgnoringCase("transactional")
        .doesNotContainIgnoringCase("judg")
        .doesNotContainIgnoringCase("score")
        .doesNotContainIgnoringCase("reward_seeking")
        .doesNotContain("rude", "vouch-intent", "0.87")
        .doesNotContainIgnoringCase("account\"")
        .doesNotContain("Northwind", "Ana Ruiz", "Maya", "intent", "%");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void notification_saysNothingThatTheBlocksDoNot(Piece piece) {
    String blocks = shown(GalleryJson.of(piece).get("blocks"));
    for (String word : piece.text().split("[^\\p{L}]+", -1)) {
      if (word.length() > 4 && Character.isUpperCase(word.charAt(0))) {
        assertThat(blocks).contains(word);
      }
    }
  }

  @Test
  void names_areUnique() {
    assertThat(pieces()).extracting(Piece::name).doesNotHaveDuplicates().hasSizeGreaterThan(30);
  }

  @Test
  void everyGoldenFile_belongsToAView() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              pieces().stream().map(piece -> piece.name() + ".json").toList());
    }
  }

  @Test
  void json_hasItsKeysInOrder() {
    assertThat(GalleryJson.of(pieces().get(0)).keySet())
        .containsExactly("name", "audience", "surface", "text", "blocks");
  }

  @Test
  void page_drawsEveryViewAndLeavesNoMarkupOfSlack() {
    String page = GalleryPage.of(pieces());
    assertThat(page)
        .contains(pieces().stream().map(piece -> "id=\"" + piece.name() + "\"").toList());
    assertThat(page).doesNotContain("&lt;!date", "&lt;http", "<pre>", "undefined");
    assertThat(page)
        .contains("<blockquote>it cut our month-end from five days to one</blockquote>");
  }

  @Test
  void page_drawsBesideATextWhatOneCanDoAboutIt_andNoButtonWithoutWords() {
    List<Piece> pieces = pieces();
    String page = GalleryPage.of(pieces);
    String json =
        pieces.stream().map(piece -> GalleryJson.of(piece).toString()).toList().toString();
    assertThat(page.split("class=\"beside\"", -1)).hasSameSizeAs(json.split("\"accessory\":", -1));
    assertThat(page)
        .contains(">Correct</button></div></div>", "It was… ▾", "☑", "Pause… ▾")
        .doesNotContain("\"></button>", "> ▾");
  }

  private static String shown(JsonElement element) {
    StringBuilder all = new StringBuilder();
    collect(element, all);
    return all.toString();
  }

  private static void collect(JsonElement element, StringBuilder into) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, into));
    } else if (element instanceof JsonObject object) {
      object.entrySet().forEach(entry -> collect(entry.getValue(), into));
    } else if (element.isJsonPrimitive()) {
      into.append(element.getAsString()).append('\n');
    }
  }
}
