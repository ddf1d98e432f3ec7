package dev.vouch.slack.view.figure;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.classify.learn.Figures;
import dev.vouch.classify.learn.Lesson;
import dev.vouch.pipeline.learn.LearningState;
import dev.vouch.pipeline.learn.ModelVersion;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What reads the messages of a workspace: the shipped model, and what was learnt here. */
public final class ModelView {
  private static final int MOST = 8;

  private ModelView() {}

  /**
   * What is shown.
   *
   * @param shipped name and version of the model that came with the program
   * @param corrections how many stand
   * @param versions newest first
   */
  public record Facts(
      String shipped, LearningState state, int corrections, List<ModelVersion> versions) {
    public Facts {
      versions = List.copyOf(versions);
    }
  }

  /**
   * @param note what has just been done, or an empty text
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(Facts facts, String note, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*What reads the messages of this workspace*"));
    if (!note.isBlank()) {
      blocks.add(Kit.section(Mrkdwn.words(note, 500)));
    }
    blocks.add(Kit.section(inUse(facts)));
    blocks.addAll(
        Kit.list(
            "What was learnt here",
            facts.versions(),
            Kit.Cap.of(MOST),
            version -> version(version, facts.state().inUse(), names)));
    blocks.add(
        Kit.context(
            "`/vouch model retrain` learns now; `/vouch model use NUMBER` or `/vouch model shipped`"
                + " goes back. What is corrected here serves this workspace alone, and no text of it"
                + " is kept."));
    return new Rendering("What reads the messages of this workspace", blocks);
  }

  private static String inUse(Facts facts) {
    String model = Mrkdwn.words(facts.shipped(), 80);
    String here =
        facts.state().inUse() == ModelVersion.SHIPPED
            ? "as it was shipped"
            : "with version %d of what was learnt here".formatted(facts.state().inUse());
    return "*In use:* %s, %s\n*Corrections:* %d%s"
        .formatted(model, here, facts.corrections(), waiting(facts));
  }

  private static String waiting(Facts facts) {
    if (facts.corrections() < Lesson.LEAST) {
      return "; from %d on Vouch learns from them".formatted(Lesson.LEAST);
    }
    return facts.state().news() == 0
        ? "; all are learnt"
        : "; what changed since the last training is learnt at the next quiet moment";
  }

  private static String version(ModelVersion version, int inUse, UnaryOperator<String> names) {
    String title =
        "*Version %d*%s · %s%s"
            .formatted(
                version.number(),
                version.number() == inUse ? ", in use" : version.isTaken() ? "" : ", not taken",
                Mrkdwn.date(version.at()),
                version.by() == null
                    ? ""
                    : " · asked for by " + Lines.name(names.apply(version.by())));
    return title + "\n" + figures(version) + (version.isTaken() ? "" : "\n" + why(version));
  }

  private static String figures(ModelVersion version) {
    Figures before = version.before();
    Figures after = version.after();
    return "Learnt from %s. Of %d kept apart it meets %d, before %d. On the shipped texts: %s, before %s."
        .formatted(
            Lines.count(version.learnt(), "correction"),
            after.corrections(),
            after.met(),
            before.met(),
            share(after.baseline()),
            share(before.baseline()));
  }

  private static String why(ModelVersion version) {
    return switch (version.reason()) {
      case TAKEN -> "";
      case MEETS_FEWER -> "Not taken: it meets fewer of the corrections kept apart.";
      case FORGETS -> "Not taken: it forgets too much of what the shipped model knows.";
    };
  }

  /** What a training came to, in one sentence or two. */
  public static String outcome(ModelVersion version) {
    return version.isTaken()
        ? "Version %d is learnt, and in use from now on.".formatted(version.number())
        : "Version %d was learnt. ".formatted(version.number()) + why(version);
  }

  /** There is too little to learn from. */
  public static String tooFew(int corrections) {
    return "There are %s to learn from; at least %d are needed. Messages are read by the shipped"
            .formatted(Lines.count(corrections, "correction"), Lesson.LEAST)
        + " model.";
  }

  private static String share(double f1) {
    return String.format(Locale.ROOT, "%.1f %%", f1 * 100);
  }
}
