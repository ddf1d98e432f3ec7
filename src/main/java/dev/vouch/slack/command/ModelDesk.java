package dev.vouch.slack.command;

import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.learn.Learning;
import dev.vouch.pipeline.learn.LearningState;
import dev.vouch.pipeline.learn.ModelVersion;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.figure.ModelView;

/** Shows what a workspace has taught, has it learn, and goes back to what it knew before. */
final class ModelDesk {
  private ModelDesk() {}

  static Rendering show(Workspace workspace) {
    return view(workspace, "");
  }

  static Rendering retrain(Asked asked, Workspace workspace) {
    return view(workspace, note(workspace.learning().learn(asked.by())));
  }

  private static String note(Learning.Answer answer) {
    if (answer instanceof Learning.Tried tried) {
      return ModelView.outcome(tried.version());
    }
    return answer instanceof Learning.TooFew few
        ? ModelView.tooFew(few.corrections())
        : "A training is under way already; look again in a minute.";
  }

  static Rendering use(int number, Workspace workspace) {
    if (!workspace.learning().use(number)) {
      return view(
          workspace,
          "Version %d cannot be used: it was not taken, or is not kept any more."
              .formatted(number));
    }
    return view(
        workspace,
        number == ModelVersion.SHIPPED
            ? "From now on messages are read by the shipped model alone."
            : "From now on messages are read with version %d.".formatted(number));
  }

  private static Rendering view(Workspace workspace, String note) {
    Learning learning = workspace.learning();
    LearningState state = learning.refresh();
    ModelView.Facts facts =
        new ModelView.Facts(
            learning.shippedModel(),
            state,
            learning.book().corrections().size(),
            learning.book().versions());
    return ModelView.of(facts, note, workspace.directory()::name);
  }
}
