package dev.vouch.pipeline.courtesy;

import dev.vouch.mention.MentionId;
import dev.vouch.nudge.Nudge;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Wordless;
import dev.vouch.pipeline.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people who were erased out of what our own people were told of them in Slack. Doing it
 * twice does no harm.
 */
public record ErasureRound(Workspace workspace) {
  private static final Logger LOG = LoggerFactory.getLogger(ErasureRound.class);
  private static final int MOST = 20;

  /**
   * Edits what is to be edited; what Slack cannot be asked for now is tried again. Returns whether
   * there may be more.
   */
  public boolean editDue() {
    List<MentionId> some = workspace.forgetting().toEdit(MOST);
    List<String> named = workspace.forgetting().toShow(MOST);
    try {
      long edited = some.stream().filter(one -> isDone(one, this::edit)).count();
      long shown = named.stream().filter(one -> isDone(one, this::show)).count();
      return edited == MOST || shown == MOST;
    } catch (Directory.Unreachable e) {
      LOG.warn("what tells of people who were erased waits for Slack: {}", e.getMessage());
      return false;
    }
  }

  private static <T> boolean isDone(T what, Consumer<T> work) {
    try {
      work.accept(what);
      return true;
    } catch (Directory.Unreachable e) {
      throw e;
    } catch (RuntimeException | Error e) {
      LOG.error("{} holds up no other, and is tried again", what, Wordless.of(e));
      return false;
    }
  }

  /** A message that is gone from Slack tells nothing. */
  private void edit(MentionId message) {
    try {
      workspace.messenger().erase(message);
    } catch (Messenger.Refused e) {
      LOG.warn("{} stays as it is: {}", message, e.getMessage());
    }
    workspace.forgetting().edited(message);
  }

  /** One that is on its way is shown anew once it has arrived. */
  private void show(String id) {
    Optional<Nudge> nudge = workspace.nudges().nudge(id);
    if (nudge.filter(Nudge::isOnItsWay).isPresent()) {
      return;
    }
    try {
      nudge.filter(one -> one.sent() != null).ifPresent(workspace.messenger()::show);
    } catch (Messenger.Refused e) {
      LOG.warn("the message of nudge {} stays as it is: {}", id, e.getMessage());
    }
    workspace.forgetting().shown(id);
  }
}
