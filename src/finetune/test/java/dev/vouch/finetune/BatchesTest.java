package dev.vouch.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.train.LabelledText;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Sentiment;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static Example example(Intent intent, int length) {
    return new Example(
        new LabelledText(
            "a text", intent, Sentiment.NEUTRAL, Set.of(), false, false, false, "a text", 1),
        new int[length],
        1);
  }

  @Test
  void everyText_isInOneBatch_withTextsOfLikeLength_andTheSeedDecidesTheOrder() {
    List<Example> examples =
        IntStream.range(0, 70).mapToObj(i -> example(Intent.PRAISE, 2 + i)).toList();
    List<List<Example>> batches = Batches.drawn(examples, 32, new Random(1));
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(examples);
    assertThat(batches)
        .allSatisfy(
            batch ->
                assertThat(batch.get(batch.size() - 1).length() - batch.get(0).length())
                    .isLessThan(32));
    assertThat(Batches.drawn(examples, 32, new Random(1))).isEqualTo(batches);
  }

  @Test
  void rareIntents_weighMore_andTheMeanWeightIsOne() {
    List<Example> balanced =
        Balance.of(
            List.of(
                example(Intent.WARNING, 2),
                example(Intent.NEUTRAL, 2),
                example(Intent.NEUTRAL, 2),
                example(Intent.NEUTRAL, 2),
                example(Intent.NEUTRAL, 2)));
    assertThat(balanced.get(0).weight()).isEqualTo(2 * balanced.get(1).weight());
    assertThat(balanced.stream().mapToDouble(Example::weight).sum()).isBetween(4.999, 5.001);
  }
}
