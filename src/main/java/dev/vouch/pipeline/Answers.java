package dev.vouch.pipeline;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Goodwill;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.MentionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Notes that we have answered what somebody had said and what wanted an answer. */
final class Answers {
  private final Workspace workspace;

  Answers(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * One of us spoke in a thread.
   *
   * @param said the first message of the thread
   * @param by Slack id of who spoke
   */
  record Answer(MentionId said, String by, Instant at) {

    LedgerEntry entry() {
      return LedgerEntry.moment("answer:" + said, Kind.ANSWER, at)
          .worth(Goodwill.worth(Kind.ANSWER))
          .noted(new LedgerEntry.Note(by, null, said.toString()));
    }
  }

  /**
   * Notes answers, each as if it came alone; only the first to the same words counts.
   *
   * @return what came of each, in their order: whether it was to somebody who waited for one
   */
  List<Attempt<Boolean>> note(List<Answer> answers) {
    return answers.stream().map(one -> Attempt.at(() -> note(one))).toList();
  }

  private boolean note(Answer answer) {
    Optional<Heard> waiting =
        workspace.advocates().mention(answer.said()).filter(heard -> Goodwill.worth(heard) != 0);
    waiting.ifPresent(
        heard ->
            workspace
                .relationships()
                .change(Subject.person(heard.person()), between -> between.with(answer.entry())));
    return waiting.isPresent();
  }
}
