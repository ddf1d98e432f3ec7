package dev.vouch.classify.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.classify.Classifier;
import dev.vouch.classify.Head;
import dev.vouch.classify.Learnt;
import dev.vouch.classify.Models;
import dev.vouch.mention.Intent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What corrections teach, and when it is taken. */
class LessonTest {
  private final Models models = Toy.classifier().models();

  private static List<Correction> jargonIs(Intent label) {
    return IntStream.range(0, 30).mapToObj(i -> Toy.correction(i, Toy.jargon(i), label)).toList();
  }

  private Lesson taught(List<Correction> corrections) {
    return Lesson.of(corrections, Toy.memory(), models, Optional.empty());
  }

  @Test
  void jargon_isLearnt_andNothingElseForgotten() {
    Lesson lesson = taught(jargonIs(Intent.QUESTION));

    assertThat(lesson.reason()).isEqualTo(Lesson.Reason.TAKEN);
    assertThat(lesson.before().met()).isZero();
    assertThat(lesson.after().met()).isEqualTo(lesson.after().corrections()).isPositive();
    Classifier now = Toy.classifier().with(new Learnt("T1 1", lesson.head()));
    assertThat(now.judge(Toy.jargon(99)).intent()).isEqualTo(Intent.QUESTION);
    assertThat(now.judge("recommend thing of part 77").intent()).isEqualTo(Intent.ADVOCACY);
    assertThat(now.judge(Toy.jargon(99)).model()).isEqualTo("toy 1 + T1 1");
    assertThat(Toy.classifier().judge(Toy.jargon(99)).intent()).isEqualTo(Intent.NEUTRAL);
  }

  @Test
  void whatItIsNot_isLearntWithoutSayingWhatItIs() {
    List<Correction> wrong =
        IntStream.range(0, 30)
            .mapToObj(i -> Toy.correction(i, "recommend gloss thing of part " + i, null))
            .toList();
    assertThat(wrong).allMatch(one -> one.was() == Intent.ADVOCACY);
    Lesson lesson = taught(wrong);

    assertThat(lesson.after().met()).isEqualTo(lesson.after().corrections()).isPositive();
    Classifier now = Toy.classifier().with(new Learnt("T1 1", lesson.head()));
    assertThat(now.judge("recommend gloss thing of part 99").intent())
        .isNotEqualTo(Intent.ADVOCACY);
  }

  @Test
  void sameCorrections_teachTheSameBytes() throws IOException {
    List<Correction> usable = Lesson.usable(jargonIs(Intent.QUESTION), models);
    List<Correction> backwards = new java.util.ArrayList<>(jargonIs(Intent.QUESTION));
    java.util.Collections.reverse(backwards);

    byte[] first = taught(usable).head().write();
    assertThat(taught(Lesson.usable(backwards, models)).head().write()).isEqualTo(first);
    assertThat(Head.read(first).write()).isEqualTo(first);
  }

  @Test
  void correctionsOfAnotherEncoder_areNotLearntFrom() {
    Correction ours = Toy.correction(1, "gloss", Intent.QUESTION);
    Example example = ours.example();
    Example others =
        new Example("older", example.step(), example.vector(), List.of(), example.words());
    Correction old =
        new Correction(
            Toy.mention(2), others, "UANA", Intent.QUESTION, Intent.NEUTRAL, "UREP", ours.at());
    assertThat(Lesson.usable(List.of(old, ours), models)).containsExactly(ours);
  }

  @Test
  void reasons_followTheFigures() {
    Figures before = new Figures(5, 10, 0.700);
    assertThat(Lesson.reason(before, new Figures(5, 10, 0.691), 0.700))
        .isEqualTo(Lesson.Reason.TAKEN);
    assertThat(Lesson.reason(before, new Figures(4, 10, 0.750), 0.700))
        .isEqualTo(Lesson.Reason.MEETS_FEWER);
    assertThat(Lesson.reason(before, new Figures(9, 10, 0.689), 0.700))
        .isEqualTo(Lesson.Reason.FORGETS);
    assertThat(Lesson.reason(new Figures(5, 10, 0.692), new Figures(6, 10, 0.688), 0.700))
        .as("small losses do not add up over versions")
        .isEqualTo(Lesson.Reason.FORGETS);
  }

  @Test
  void heldOutPart_isAboutAFifth_andStays() {
    long heldOut =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Toy.correction(i, "gloss", Intent.QUESTION))
            .filter(Correction::isHeldOut)
            .count();
    assertThat(heldOut).isBetween(150L, 250L);
  }

  @Test
  void memory_isReadAsItWasWritten_andHoldsNoText() throws IOException {
    byte[] file = Toy.memory().write();
    assertThat(Memory.read(file)).isEqualTo(Toy.memory());
    assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("of part");
    assertThatThrownBy(() -> Memory.read(java.util.Arrays.copyOf(file, file.length / 2)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Memory.read(new byte[] {9})).hasMessageContaining("run train again");
  }

  @Test
  void example_saysWhatTheTextSaid() {
    String text = "I recommend the thing of part 3";
    Example example = Example.of(text, models);
    double said =
        example
            .said(models, example.clues(models.vectors().orElseThrow()))
            .intents()
            .getOrDefault("advocacy", 0.0);
    assertThat(said)
        .isCloseTo(
            Toy.classifier().judge(text).intents().getOrDefault(Intent.ADVOCACY, 0.0),
            org.assertj.core.data.Offset.offset(0.03));
  }
}
