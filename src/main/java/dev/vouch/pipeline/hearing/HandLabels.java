package dev.vouch.pipeline.hearing;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.Hearing;
import dev.vouch.advocate.Place;
import dev.vouch.classify.Purposes;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.mention.Stance;
import dev.vouch.pipeline.Aftermath;
import dev.vouch.pipeline.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What staff say by hand that a message is; their word stands over the models'. */
public final class HandLabels {
  private final Workspace workspace;
  private final Listener listener;
  private final Aftermath aftermath;
  private final InstantSource clock;

  public HandLabels(
      Workspace workspace, Listener listener, Aftermath aftermath, InstantSource clock) {
    this.workspace = workspace;
    this.listener = listener;
    this.aftermath = aftermath;
    this.clock = clock;
  }

  /** Somebody said by hand what a message is; their word stands over the models'. */
  public void save(SavedAdvocacy saved) {
    MentionId id = new MentionId(saved.channel(), saved.ts());
    Optional<Author> author = workspace.directory().author(saved.person());
    if (author.isEmpty() || author.get().kind() != Author.Kind.CUSTOMER) {
      return;
    }
    listener.meet(author.get());
    String link = workspace.directory().home().permalink(id, null);
    List<String> words = saved.words() == null ? List.of() : List.of(Reading.cut(saved.words()));
    boolean advocacy = saved.intent() == Intent.ADVOCACY;
    Heard heard =
        new Heard(
            id,
            saved.person(),
            saved.intent(),
            advocacy ? Intent.PRAISE : saved.intent(),
            1,
            feeling(saved.intent()),
            false,
            false,
            words,
            link,
            advocacy ? "saved by hand" : "corrected by hand",
            saved.by(),
            place(id).labelled(Stance.of(saved.intent())));
    AdvocacyAct act =
        new AdvocacyAct(
            id, saved.person(), purpose(saved), 1, Set.of(), words, false, link, saved.by());
    byHand(heard, advocacy ? act : null);
    if (saved.message() != null) {
      String text = SlackText.decode(saved.message(), workspace.directory()::name).plain();
      workspace.learning().corrected(id, saved.person(), text, saved.intent(), saved.by());
    }
  }

  private Place place(MentionId id) {
    return workspace.advocates().mention(id).map(Heard::place).orElse(Place.ALONE);
  }

  private void byHand(Heard heard, @Nullable AdvocacyAct act) {
    String version = SlackTime.ts(clock.instant());
    AdvocateBook.Written written =
        workspace.advocates().write(Hearing.settled(heard, act, version));
    aftermath.consider(heard.mention(), heard.person());
    listener.told(written.replies());
  }

  /** The kind is what the rep chose; the aim, what the words say where they say it. */
  private static Purpose purpose(SavedAdvocacy saved) {
    String words = saved.words() == null ? "" : saved.words();
    ActKind kind = saved.kind() == null ? ActKind.RECOMMENDATION : saved.kind();
    return new Purpose(kind, Purposes.aim(kind, words));
  }

  /** The feeling that goes with a label given by hand. */
  private static Sentiment feeling(Intent label) {
    return switch (label) {
      case ADVOCACY, PRAISE, AMPLIFICATION -> Sentiment.POSITIVE;
      case COMPLAINT, WARNING -> Sentiment.NEGATIVE;
      case QUESTION, SUGGESTION, REWARD_SEEKING, NEUTRAL -> Sentiment.NEUTRAL;
    };
  }

  /**
   * A member of staff says that a message is no advocacy; it becomes what else it may be. Its text
   * is not kept, so what is learnt from are the sentences that decided.
   */
  public void correct(MentionId id, String by) {
    workspace
        .advocates()
        .mention(id)
        .ifPresent(
            was -> {
              Heard corrected =
                  new Heard(
                      id,
                      was.person(),
                      was.otherwise(),
                      was.otherwise(),
                      1,
                      was.sentiment(),
                      false,
                      false,
                      was.evidence(),
                      was.permalink(),
                      "corrected by hand",
                      by,
                      was.place().labelled(Stance.of(was.otherwise())));
              byHand(corrected, null);
              String decided = String.join("\n", was.evidence());
              workspace.learning().corrected(id, was.person(), decided, null, by);
            });
  }
}
