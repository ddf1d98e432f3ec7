package dev.vouch.pipeline.reply;

import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.classify.reply.Meaning;
import dev.vouch.classify.reply.ReplyReading;
import dev.vouch.classify.reply.Wish;
import dev.vouch.classify.reply.WishReader;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.pipeline.NudgeRest;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.reply.AnswerDesk.Answered;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Does what people outside the company ask of Vouch in a direct message. What they wish is carried
 * out before they are answered, and carrying it out twice is carrying it out once.
 */
public final class ReplyDesk {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Workspace workspace;
  private final OwnBook own;
  private final AnswerDesk answers;

  public ReplyDesk(Workspace workspace) {
    this.workspace = workspace;
    this.own = OwnBook.of(workspace);
    this.answers = new AnswerDesk(workspace);
  }

  /** Whether somebody is a person outside the company, whom this desk is for. */
  public boolean serves(String person) {
    return workspace
        .directory()
        .author(person)
        .filter(author -> author.kind() == Author.Kind.CUSTOMER)
        .isPresent();
  }

  /** Whoever was forgotten is known again once they ask for it themselves. */
  public void remember(MentionId message, String person, String text) {
    LocalDate day = message.at().atZone(ZoneOffset.UTC).toLocalDate();
    if (workspace.forgetting().isForgotten(person)
        && WishReader.shipped().read(text, day).kind() == Wish.Kind.RESUME) {
      workspace.forgetting().remember(person);
    }
  }

  /** Whether a message asks for silence, in so many words. */
  public boolean isQuiet(String text, Instant at) {
    Wish.Kind kind =
        WishReader.shipped().read(text, at.atZone(ZoneOffset.UTC).toLocalDate()).kind();
    return kind == Wish.Kind.STOP || kind == Wish.Kind.PAUSE;
  }

  /** Carries out what a message wishes or answers, and says what is to be answered. */
  public Reply heed(Written written) {
    Optional<Matter> matter = answers.matter(written);
    if (matter.isEmpty()) {
      return heed(written.message(), written.person(), written.text());
    }
    LocalDate today = today(written.message(), written.person());
    ReplyReading reading = answers.read(written, today);
    return answered(new Answered(written, matter.get(), reading));
  }

  /** Silence first; then what they answer; then whatever else they may want. */
  private Reply answered(Answered answered) {
    Written written = answered.written();
    ReplyReading reading = answered.reading();
    Language in = spoken(written.text(), written.person());
    Standpoint from = new Standpoint(written.person(), answered.at(), written.message().ts(), in);
    if (reading.meaning() == Meaning.STOP || reading.silence()) {
      Reply reply = reading.clear() ? silence(from, reading) : askWhetherToStop(from);
      answers.silenced(answered);
      return reply;
    }
    return switch (reading.wish().kind()) {
      case RESUME, SHOW, DOWNLOAD, DELETE ->
          heed(written.message(), written.person(), written.text());
      default -> taken(answered, from);
    };
  }

  private Reply silence(Standpoint from, ReplyReading reading) {
    return reading.silence()
        ? pause(from, morning(reading.wish().until(), from.person()))
        : stop(from);
  }

  /** A yes or no to being written to is their consent, in their own words. */
  private Reply taken(Answered answered, Standpoint from) {
    Reply taken = answers.take(answered, from.in());
    if (answered.matter() instanceof Matter.OfInvitation && answered.reading().acts()) {
      return switch (answered.reading().meaning()) {
        case YES -> agreed(from);
        case NO -> stop(from);
        default -> taken;
      };
    }
    return taken;
  }

  private Reply agreed(Standpoint from) {
    Reply unused = resume(from);
    return new Reply.Welcome(own.of(from.person()));
  }

  /** A message to Vouch alone was deleted. */
  public void retracted(MentionId message, String person) {
    answers.retracted(message, person);
  }

  private Language spoken(String text, String person) {
    return Language.spokenIn(text).orElseGet(() -> own.language(person));
  }

  private LocalDate today(MentionId message, String person) {
    return message.at().atZone(workspace.directory().zone(person)).toLocalDate();
  }

  /** Carries out what a message wishes, and says what is to be answered. */
  public Reply heed(MentionId message, String person, String text) {
    Wish wish = WishReader.shipped().read(text, today(message, person));
    Standpoint from = new Standpoint(person, message.at(), message.ts(), spoken(text, person));
    return switch (wish.kind()) {
      case STOP -> stop(from);
      case NO -> hasAgreed(person) ? askWhetherToStop(from) : stop(from);
      case MAYBE_STOP -> askWhetherToStop(from);
      case PAUSE -> pause(from, morning(wish.until(), person));
      case RESUME -> resume(from);
      case SHOW, WHY -> new Reply.Own(own.of(person).in(from.in()), "");
      case DOWNLOAD -> hand(from);
      case DELETE -> new Reply.EraseOrNot(from.in());
      case OTHER -> other(from);
    };
  }

  /** Who wished something, when, with which message or press, and in which language. */
  record Standpoint(String person, Instant at, String cause, Language in) {}

  Reply stop(Standpoint from) {
    silence(
        from,
        between -> between.answered(messages(between, from, Answer.DECLINED), from.cause(), null));
    return new Reply.Stopped(from.in());
  }

  private Reply askWhetherToStop(Standpoint from) {
    silence(from, between -> Rest.whileAsking(between, from.at(), from.cause()));
    return new Reply.StopOrNot(from.in());
  }

  Reply pause(Standpoint from, @Nullable Instant until) {
    silence(from, between -> Rest.asked(between, from.at(), until, from.cause()));
    return new Reply.Paused(until, from.in());
  }

  /** Nothing was meant by it: what was stopped while they were asked goes on. */
  Reply goOn(Standpoint from) {
    silence(from, between -> Rest.over(between, from.at(), from.cause()));
    return told(from, "unchanged");
  }

  Reply resume(Standpoint from) {
    silence(
        from,
        between ->
            Rest.over(
                between.answered(messages(between, from, Answer.AGREED), from.cause(), null),
                from.at(),
                from.cause()));
    return told(from, "agreed");
  }

  private Reply told(Standpoint from, String what) {
    return new Reply.Own(own.of(from.person()).in(from.in()), Speech.in(from.in()).words(what));
  }

  Reply hand(Standpoint from) {
    workspace.messenger().hand(from.person(), OwnJson.of(own.of(from.person())), from.at());
    return new Reply.Handed(from.in());
  }

  private Reply other(Standpoint from) {
    OwnRecord known = own.of(from.person()).in(from.in());
    return known.answered() ? new Reply.Hello(from.in()) : new Reply.Welcome(known);
  }

  private boolean hasAgreed(String person) {
    return own.of(person).agreed(Topic.MESSAGES);
  }

  /** Silence begins or ends, and what our own people have before them about the person follows. */
  private void silence(Standpoint from, UnaryOperator<Relationship> change) {
    Relationship now = workspace.relationships().change(Subject.person(from.person()), change);
    Relationship unused = new NudgeRest(workspace, InstantSource.fixed(from.at())).follow(now);
  }

  /** Their own word, by whichever of their accounts they said it. */
  private static Consent messages(Relationship between, Standpoint from, Answer answer) {
    return new Consent(
        Topic.MESSAGES,
        answer,
        from.at(),
        PurposeText.current(from.in()).version(),
        between.with().id());
  }

  private @Nullable Instant morning(@Nullable LocalDate day, String person) {
    return day == null
        ? null
        : day.atTime(MORNING).atZone(workspace.directory().zone(person)).toInstant();
  }
}
