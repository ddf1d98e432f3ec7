package dev.vouch.slack.gallery;

import dev.vouch.classify.learn.Figures;
import dev.vouch.classify.learn.Lesson;
import dev.vouch.pipeline.learn.LearningState;
import dev.vouch.pipeline.learn.ModelVersion;
import dev.vouch.slack.view.figure.ModelView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What made-up workspaces have taught their models. */
final class SampleModels {
  private SampleModels() {}

  /** A workspace that has learnt twice, and once in vain. */
  static ModelView.Facts learnt() {
    return new ModelView.Facts(
        "vouch-e5 3",
        new LearningState(2, 67, 64, Samples.NOW, Samples.NOW),
        67,
        List.of(
            version(3, 51, new Figures(9, 13, 0.704), new Figures(8, 13, 0.703), Samples.APPROVER),
            version(2, 41, new Figures(6, 11, 0.706), new Figures(8, 11, 0.704), null),
            version(1, 16, new Figures(1, 4, 0.708), new Figures(3, 4, 0.706), null)));
  }

  static ModelView.Facts notLearnt() {
    return new ModelView.Facts(
        "vouch-e5 3", new LearningState(0, 4, 4, Samples.NOW, Samples.NOW), 4, List.of());
  }

  private static ModelVersion version(
      int number, int learnt, Figures before, Figures after, @Nullable String by) {
    return new ModelVersion(
        number,
        Samples.NOW.minusSeconds(86_400L * (3 - number)),
        learnt,
        before,
        after,
        after.met() < before.met() ? Lesson.Reason.MEETS_FEWER : Lesson.Reason.TAKEN,
        by);
  }
}
