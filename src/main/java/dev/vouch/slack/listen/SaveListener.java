package dev.vouch.slack.listen;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.view.View;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.Envelope;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.hearing.SavedAdvocacy;
import dev.vouch.pipeline.inbox.Inbox;
import dev.vouch.slack.WebApi;
import dev.vouch.slack.command.Staff;
import dev.vouch.slack.listen.Answering.Asker;
import dev.vouch.slack.view.Actions;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.SaveModal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens the form behind "Save as advocacy" and takes what was filled in. Whatever is wrong with it
 * is said at the field it is about, and the form stays open.
 */
final class SaveListener {
  private static final Gson GSON = new Gson();

  private final StaffAnswers staff;
  private final Out out;

  /** Where it goes: what is saved, and calls of Slack. */
  record Out(Inbox inbox, Function<MethodsClient, WebApi> calls) {}

  SaveListener(StaffAnswers staff, Out out) {
    this.staff = staff;
    this.out = out;
  }

  void on(App app) {
    app.messageShortcut(Actions.SAVE_ADVOCACY, this::opened);
    app.blockAction(Actions.CORRECT, this::correcting);
    app.viewSubmission(Actions.SAVE_ADVOCACY, this::submitted);
  }

  /** Acknowledges at once: a slow answer of Slack to views.open must not look like our failure. */
  private Response opened(MessageShortcutRequest request, MessageShortcutContext context) {
    MessageShortcutPayload payload = request.getPayload();
    MessageShortcutPayload.User user = payload.getUser();
    Asker asker = new Asker("Save as advocacy", context.getTeamId(), user.getId());
    staff.later(
        asker,
        user.getTeamId(),
        context,
        workspace -> {
          show(form(payload), payload.getTriggerId(), context.client());
          return Optional.empty();
        });
    return context.ack();
  }

  /**
   * The same form for a message whose label is shown somewhere: its text is not kept, so that the
   * words that decided stand for it.
   */
  private Response correcting(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    BlockActionPayload.User user = payload.getUser();
    Asker asker = new Asker("Correct", context.getTeamId(), user.getId());
    staff.later(
        asker, user.getTeamId(), context, workspace -> correct(payload, context, workspace));
    return context.ack();
  }

  private Optional<Reply> correct(
      BlockActionPayload payload, ActionContext context, Workspace workspace) {
    MentionId id = MentionId.parse(payload.getActions().get(0).getValue());
    Optional<Heard> heard = workspace.advocates().mention(id);
    if (heard.isEmpty()) {
      return Optional.of(Reply.beside(HelpView.gone()));
    }
    String words = Mrkdwn.escaped(String.join("\n", heard.get().evidence()));
    show(SaveModal.of(id, heard.get().person(), words), payload.getTriggerId(), context.client());
    return Optional.empty();
  }

  private static View form(MessageShortcutPayload payload) {
    MentionId message = new MentionId(payload.getChannel().getId(), payload.getMessage().getTs());
    String text = payload.getMessage().getText();
    return SaveModal.of(message, payload.getMessage().getUser(), text == null ? "" : text);
  }

  private void show(View form, String trigger, MethodsClient client) {
    out.calls()
        .apply(client)
        .call("views.open", slack -> slack.viewsOpen(open -> open.triggerId(trigger).view(form)));
  }

  private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    Asker asker = new Asker("saving advocacy", context.getTeamId(), payload.getUser().getId());
    Map<String, String> errors = errors(payload, asker);
    return errors.isEmpty() ? context.ack() : context.ackWithErrors(errors);
  }

  private Map<String, String> errors(ViewSubmissionPayload payload, Asker asker) {
    try {
      return staff
          .answering()
          .soon(() -> save(payload, asker), late -> {})
          .orElse(Map.of(Actions.SAVE_WHO, "Slack is slow just now. Please press Save again."));
    } catch (RuntimeException e) {
      Rendering said = staff.answering().failed(asker, e);
      return Map.of(Actions.SAVE_WHO, said.text() + " Nothing of what you filled in is lost.");
    }
  }

  /** Stores what was filled in, or says by field what is wrong with it. */
  private Map<String, String> save(ViewSubmissionPayload payload, Asker asker) {
    Workspace workspace = staff.workspaces().of(asker.team());
    if (!Staff.isStaff(workspace, asker.person(), payload.getUser().getTeamId())) {
      return Map.of(Actions.SAVE_WHO, HelpView.notForYou().text());
    }
    SavedForm form = SavedForm.of(payload.getView());
    Map<String, String> errors = form.errors(workspace);
    if (errors.isEmpty()) {
      out.inbox()
          .append(envelope(form.saved(asker.person()), payload.getView().getId(), workspace));
    }
    return errors;
  }

  /** One form is saved once, however often Slack sends it. */
  private Envelope envelope(SavedAdvocacy saved, String form, Workspace workspace) {
    return new Envelope(
        "saved:" + form,
        workspace.team(),
        Envelope.Type.SAVED_ADVOCACY,
        GSON.toJson(saved),
        staff.clock().instant());
  }
}
