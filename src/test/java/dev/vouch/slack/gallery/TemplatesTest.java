package dev.vouch.slack.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.wording.Finding;
import dev.vouch.nudge.wording.Linter;
import dev.vouch.slack.gallery.Gallery.Audience;
import dev.vouch.slack.gallery.Gallery.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing of ours that is said to people outside, or suggested to do for them, sounds like a deal.
 */
class TemplatesTest {
  static Stream<Piece> outward() {
    return Gallery.pieces().stream()
        .filter(one -> Set.of(Audience.ADVOCATE, Audience.EXTERNAL).contains(one.audience()));
  }

  @ParameterizedTest
  @MethodSource("outward")
  void whatPeopleOutsideRead_isNoDeal(Piece piece) {
    texts(piece).forEach(text -> assertThat(deals(text)).as(text).isEmpty());
  }

  static Stream<String> gestures() {
    return Arrays.stream(Gesture.values()).map(Gesture::sentence);
  }

  @ParameterizedTest
  @MethodSource("gestures")
  void whatIsSuggested_isNoDeal(String sentence) {
    assertThat(deals(sentence)).isEmpty();
  }

  private static List<Finding> deals(String text) {
    return Linter.check(text).stream().filter(one -> one.flaw().isTransactional()).toList();
  }

  private static List<String> texts(Piece piece) {
    List<String> all = new ArrayList<>(List.of(piece.text()));
    collect(GalleryJson.of(piece).get("blocks"), all);
    return all;
  }

  private static void collect(JsonElement element, List<String> into) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, into));
    } else if (element instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              one -> {
                if (one.getKey().equals("text") && one.getValue().isJsonPrimitive()) {
                  into.add(one.getValue().getAsString());
                } else {
                  collect(one.getValue(), into);
                }
              });
    }
  }
}
