package dev.vouch.slack.command;

import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.mention.Author;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.etiquette.Manners;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.courtesy.LetterBox;
import dev.vouch.pipeline.courtesy.Outside;
import dev.vouch.pipeline.reply.Invitation;
import dev.vouch.pipeline.reply.Invitation.Refusal;
import dev.vouch.pipeline.reply.MotivatorWords;
import dev.vouch.pipeline.reply.OwnBook;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.person.ConsentView;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Notes what people agreed to and what moves them, as they told one of us, and invites them. */
final class ConsentDesk {
  private static final int LATEST = 100;

  private ConsentDesk() {}

  static Optional<Rendering> answer(Command command, Asked asked, Workspace workspace) {
    if (command instanceof Command.Invite invite) {
      return Optional.of(
          outside(
              invite.person(), workspace, name -> invite(invite.person(), name, asked, workspace)));
    }
    if (command instanceof Command.ShowConsent show) {
      return Optional.of(
          outside(
              show.person(),
              workspace,
              name -> shown(show.person(), "Here is what they said.", asked, workspace)));
    }
    if (command instanceof Command.NoteConsent note) {
      return Optional.of(
          outside(note.person(), workspace, name -> note(note, name, asked, workspace)));
    }
    return command instanceof Command.NoteLikes likes
        ? Optional.of(
            outside(likes.person(), workspace, name -> likes(likes, name, asked, workspace)))
        : Optional.empty();
  }

  private interface Answering {
    Rendering about(String name);
  }

  /** Consent is only for people outside the company to give. */
  private static Rendering outside(String person, Workspace workspace, Answering answer) {
    Directory directory = workspace.directory();
    Optional<Author> author = directory.author(person);
    boolean outside =
        !Staff.isStaff(workspace, person)
            && author.filter(one -> one.kind() != Author.Kind.BOT).isPresent();
    return outside
        ? answer.about(
            workspace.advocates().contact(person).map(Contact::name).orElse(directory.name(person)))
        : HelpView.unclear(
            "%s is nobody outside the company, so there is nothing for them to agree to."
                .formatted(directory.name(person)),
            null);
  }

  private static Rendering invite(String person, String name, Asked asked, Workspace workspace) {
    if (workspace.settings().settings().mode() == Mode.OFF) {
      return ConsentView.notSent(name, "all sending is switched off (`/vouch settings mode`)");
    }
    Invitation invitation =
        new Invitation(person, asked.by(), asked.now(), OwnBook.of(workspace).language(person));
    if (isBegun(invitation, workspace)) {
      return ConsentView.begun(name);
    }
    Messenger messenger = workspace.messenger().within(LetterBox.LEASE);
    workspace.letters().hold(invitation, asked.now().plus(LetterBox.LEASE));
    Optional<Refusal> refusal = invitation.begin(workspace.relationships());
    if (refusal.isPresent() && isBegun(invitation, workspace)) {
      return ConsentView.begun(name);
    }
    if (refusal.isPresent()) {
      workspace.letters().done(invitation);
      return ConsentView.notSent(name, refusal.get().words());
    }
    return begun(invitation, name, messenger, workspace);
  }

  /** Whoever did the same command before is at it, or left it to those that wait. */
  private static boolean isBegun(Invitation invitation, Workspace workspace) {
    return invitation.stands(workspace.relationships().of(Subject.person(invitation.person())));
  }

  /** Should this stop in the middle, the invitation is looked for and sent with those that wait. */
  private static Rendering begun(
      Invitation invitation, String name, Messenger messenger, Workspace workspace) {
    String person = invitation.person();
    Outside outside = new Outside(workspace, InstantSource.fixed(invitation.at()));
    Optional<Hold> wait = outside.refrain(person, invitation.id());
    if (wait.isPresent()) {
      workspace.letters().hold(invitation, wait.get().until());
      return ConsentView.waits(name, wait.get());
    }
    try {
      messenger.invite(invitation);
      outside.sent(person, invitation.id());
      workspace.letters().done(invitation);
      return ConsentView.invited(name);
    } catch (Messenger.Refused e) {
      outside.giveBack(person, invitation.id());
      invitation.takeBack(workspace.relationships());
      workspace.letters().done(invitation);
      return ConsentView.words(name, workspace.directory().home().name());
    } catch (Directory.Unreachable e) {
      return ConsentView.unknown(name);
    }
  }

  private static Rendering note(
      Command.NoteConsent note, String name, Asked asked, Workspace workspace) {
    Consent consent =
        new Consent(
            note.topic(),
            note.agreed() ? Answer.AGREED : Answer.DECLINED,
            asked.now(),
            Consent.TOLD,
            asked.by());
    if (note.agreed()) {
      workspace.attention().change(note.person(), Manners::answered);
    }
    String cause = "%d:%s".formatted(asked.now().toEpochMilli(), asked.by());
    String words = note.words().isEmpty() ? null : note.words();
    Relationship now =
        new NudgeRest(workspace, InstantSource.fixed(asked.now()))
            .follow(
                change(
                    note.person(), workspace, between -> between.answered(consent, cause, words)));
    boolean counts = consent.equals(now.consents().get(note.topic()));
    String outcome =
        counts
            ? "Noted."
            : "Not noted: %s has answered this themselves, and their own word stands."
                .formatted(Mrkdwn.words(name, 80));
    return shown(note.person(), outcome, asked, workspace);
  }

  private static Rendering likes(
      Command.NoteLikes likes, String name, Asked asked, Workspace workspace) {
    Relationship now =
        change(
            likes.person(),
            workspace,
            between -> between.choseMotivators() ? between : noted(between, likes, asked));
    String outcome =
        now.choseMotivators()
            ? "Not noted: %s has chosen this themselves, and their own word stands."
                .formatted(Mrkdwn.words(name, 80))
            : "Noted.";
    return shown(likes.person(), outcome, asked, workspace);
  }

  private static Relationship noted(Relationship between, Command.NoteLikes likes, Asked asked) {
    Relationship now = between;
    for (Motivator motivator : likes.motivators()) {
      now = now.movedBy(motivator, new Known(asked.by(), asked.now()));
    }
    return now;
  }

  private static Rendering shown(String person, String note, Asked asked, Workspace workspace) {
    Relationship between = workspace.relationships().of(Subject.person(person));
    String name =
        workspace
            .advocates()
            .contact(person)
            .map(Contact::name)
            .orElseGet(() -> workspace.directory().name(person));
    return ConsentView.of(
        new ConsentView.Shown(
            name,
            between,
            note,
            MotivatorWords.likely(workspace.advocates().heard(person, LATEST))),
        asked.now(),
        workspace.directory()::name);
  }

  private static Relationship change(
      String person, Workspace workspace, UnaryOperator<Relationship> change) {
    return workspace.relationships().change(Subject.person(person), change);
  }
}
