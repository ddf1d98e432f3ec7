package dev.vouch.slack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {

  @Test
  void shortText_staysAsItIs() {
    assertThat(Fit.cut("abc", 3)).isEqualTo("abc");
  }

  @Test
  void longText_endsInAnEllipsisWithinTheLimit() {
    assertThat(Fit.cut("abcdef", 4)).isEqualTo("abc…");
  }

  @Test
  void emoji_isNeverCutInHalf() {
    assertThat(Fit.cut("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
  }

  @Test
  void tooManyBlocks_giveWayToACount() {
    List<LayoutBlock> blocks = Fit.message(Collections.nCopies(60, Kit.section("x")));
    assertThat(blocks).hasSize(50);
    assertThat(lastLine(blocks)).isEqualTo("…and 11 more that did not fit here");
  }

  @Test
  void tooMuchText_givesWayToACount() {
    List<LayoutBlock> blocks = Fit.message(Collections.nCopies(10, Kit.section("x".repeat(2_500))));
    assertThat(blocks).hasSize(5);
    assertThat(lastLine(blocks)).isEqualTo("…and 6 more that did not fit here");
  }

  @Test
  void list_countsWhatItLeavesOut() {
    List<LayoutBlock> blocks =
        Kit.list("Names", List.of("a", "b", "c"), new Kit.Cap(2, 40L), name -> name);
    assertThat(blocks).hasSize(4);
    assertThat(lastLine(blocks)).isEqualTo("…and 38 more");
  }

  @Test
  void emptyList_isNothing() {
    assertThat(Kit.list("Names", List.<String>of(), Kit.Cap.of(2), name -> name)).isEmpty();
  }

  @Test
  void messageWithoutText_cannotBeMade() {
    assertThatThrownBy(() -> new Rendering(" ", List.of(Kit.section("x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String lastLine(List<LayoutBlock> blocks) {
    ContextBlock last = (ContextBlock) blocks.get(blocks.size() - 1);
    return ((MarkdownTextObject) last.getElements().get(0)).getText();
  }
}
