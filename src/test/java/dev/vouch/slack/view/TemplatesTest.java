package dev.vouch.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.nudge.wording.Linter;
import dev.vouch.slack.gallery.Gallery;
import dev.vouch.slack.view.nudge.NudgeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No words of ours make a deal of a kindness: all of them are rendered and read by the linter. */
class TemplatesTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final MentionId SAID = new MentionId("C1", "1763600000.000100");

  private static Nudge nudge(NudgeKind kind, Moment moment, Gesture gesture, Gesture other) {
    Occasion occasion =
        Occasion.said(moment, SAID, "https://acme.slack.com/archives/C1/p1", List.of("so quick"));
    Nudge.Party party = new Nudge.Party("UREP", "UANA", "Ana", "Northwind", "UEXEC");
    return Nudge.draft(kind, occasion, party, NOW)
        .advising(
            kind.suggestsGesture()
                ? new Advice(gesture, List.of(other), "What moves them is career.")
                : null);
  }

  /** Every kind at each of its moments with each gesture, each reason and each state. */
  @ParameterizedTest
  @EnumSource(NudgeKind.class)
  void noNudge_makesADealOfIt(NudgeKind kind) {
    Set<String> said = new LinkedHashSet<>();
    for (Moment moment : kind.moments()) {
      for (Gesture gesture : Gesture.values()) {
        Gesture other = Gesture.values()[(gesture.ordinal() + 1) % Gesture.values().length];
        Nudge nudge = nudge(kind, moment, gesture, other);
        for (Nudge.State state : EnumSet.complementOf(EnumSet.of(Nudge.State.PAUSED))) {
          Nudge there = nudge.now(state, Reason.GOOD_MOMENT.sentence());
          said.addAll(texts(NudgeView.of(there, id -> "Maya").blocks()));
        }
      }
      for (Reason reason : Reason.values()) {
        Nudge nudge = nudge(kind, moment, Gesture.THANK_YOU, Gesture.SPOTLIGHT);
        for (Nudge.State state : List.of(Nudge.State.SENT, Nudge.State.NOTHING)) {
          Rendering view = NudgeView.of(nudge.now(state, reason.sentence()), id -> "Maya");
          said.addAll(texts(view.blocks()));
          said.add(view.text());
        }
      }
    }
    assertThat(said).hasSizeGreaterThan(20);
    assertThat(deals(said)).isEmpty();
  }

  static Stream<Gallery.Piece> everyView() {
    return Gallery.pieces().stream()
        .filter(
            piece ->
                piece.audience() == Gallery.Audience.ADVOCATE
                    || piece.audience() == Gallery.Audience.EXTERNAL
                    || piece.name().startsWith("delight")
                    || piece.name().contains("introduction"));
  }

  /** What advocates see, and what one of us sees about them. */
  @ParameterizedTest
  @MethodSource("everyView")
  void noView_makesADealOfIt(Gallery.Piece piece) {
    assertThat(deals(texts(piece.blocks()))).isEmpty();
  }

  /** What reads like one, with the text in which it stands. */
  private static List<String> deals(Collection<String> texts) {
    return texts.stream()
        .flatMap(
            text ->
                Linter.check(text).stream()
                    .filter(finding -> finding.flaw().isTransactional())
                    .map(finding -> "\"%s\" in: %s".formatted(finding.words(), text)))
        .toList();
  }

  @Test
  void aDealInATemplate_wouldBeFound() {
    for (String deal :
        List.of(
            "If you write a review, you get a gift card.",
            "Send something small in exchange for the reference.",
            "As a thank-you for your review we will send you a voucher.")) {
      assertThat(Linter.check(deal)).anyMatch(finding -> finding.flaw().isTransactional());
    }
  }

  /** Each text of a view by itself. */
  private static List<String> texts(List<LayoutBlock> blocks) {
    List<String> texts = new ArrayList<>();
    for (LayoutBlock block : blocks) {
      collect(GsonFactory.createSnakeCase().toJsonTree(block), texts);
    }
    return texts;
  }

  private static void collect(JsonElement element, List<String> texts) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, texts));
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      object
          .entrySet()
          .forEach(
              field -> {
                if (field.getKey().equals("text") && field.getValue().isJsonPrimitive()) {
                  texts.add(field.getValue().getAsString());
                } else {
                  collect(field.getValue(), texts);
                }
              });
    }
  }
}
