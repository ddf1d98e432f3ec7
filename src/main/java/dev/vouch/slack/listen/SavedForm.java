package dev.vouch.slack.listen;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.SaveModal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in to say what a message is; null where a field came back empty.
 *
 * @param kind of act, where it is one
 * @param label what else it is, where it is none
 * @param text of the message as Slack gave it, or its beginning
 */
record SavedForm(
    @Nullable MentionId message,
    @Nullable String person,
    @Nullable ActKind kind,
    @Nullable Intent label,
    @Nullable String words,
    @Nullable String text) {

  static SavedForm of(View view) {
    ViewState.Value who = value(view, Actions.SAVE_WHO);
    ViewState.Value kind = value(view, Actions.SAVE_KIND);
    ViewState.Value words = value(view, Actions.SAVE_WORDS);
    String chosen = kind.getSelectedOption() == null ? "" : kind.getSelectedOption().getValue();
    return new SavedForm(
        SaveModal.messageOf(view.getPrivateMetadata()).orElse(null),
        who.getSelectedUser(),
        kindOf(chosen),
        SaveModal.labelOf(chosen).orElse(null),
        words.getValue() == null || words.getValue().isBlank() ? null : words.getValue().strip(),
        SaveModal.textOf(view.getPrivateMetadata()).orElse(null));
  }

  private static ViewState.Value value(View view, String id) {
    if (view.getState() == null || view.getState().getValues() == null) {
      return new ViewState.Value();
    }
    return view.getState()
        .getValues()
        .getOrDefault(id, Map.of())
        .getOrDefault(id, new ViewState.Value());
  }

  private static @Nullable ActKind kindOf(String wire) {
    try {
      return ActKind.fromWire(wire);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What is wrong, by field; empty where all is well. */
  Map<String, String> errors(Workspace workspace) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (message == null) {
      errors.put(Actions.SAVE_KIND, "This form lost its message. Close it and open it again.");
    } else if (kind == null && label == null) {
      errors.put(Actions.SAVE_KIND, "Choose what it was.");
    }
    wrongPerson(workspace).ifPresent(wrong -> errors.put(Actions.SAVE_WHO, wrong));
    return errors;
  }

  private Optional<String> wrongPerson(Workspace workspace) {
    if (person == null) {
      return Optional.of("Choose who said it.");
    }
    if (!workspace.forgetting().forgotten(List.of(person)).isEmpty()) {
      return Optional.of("They have asked to be forgotten, so nothing is kept of what they say.");
    }
    Optional<Author> author = workspace.directory().author(person);
    if (author.isEmpty()) {
      return Optional.of("Slack does not know this person any more. Choose somebody else.");
    }
    if (Staff.isStaff(workspace, person)) {
      return Optional.of(
          "This is one of our own people. Choose the person outside the company who said it.");
    }
    return author.get().kind() == Author.Kind.BOT
        ? Optional.of("This is a program. Choose the person who said it.")
        : Optional.empty();
  }

  /**
   * @throws IllegalStateException if {@link #errors} was not empty
   */
  SavedAdvocacy saved(String by) {
    if (message == null || person == null || kind == null && label == null) {
      throw new IllegalStateException("a form with errors must not be saved");
    }
    return new SavedAdvocacy(message.channel(), message.ts(), person, kind, words, by, label, text);
  }
}
