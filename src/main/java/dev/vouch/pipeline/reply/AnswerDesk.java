package dev.vouch.pipeline.reply;

import dev.vouch.classify.reply.Meaning;
import dev.vouch.classify.reply.Precedents;
import dev.vouch.classify.reply.Precedents.Precedent;
import dev.vouch.classify.reply.ReplyReader;
import dev.vouch.classify.reply.ReplyReading;
import dev.vouch.mention.MentionId;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Ask;
import dev.vouch.pipeline.Messenger;
import dev.vouch.pipeline.Workspace;
import dev.vouch.pipeline.ask.AskAnswers;
import dev.vouch.pipeline.reply.ReplyNote.What;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what people answer, in their own words, to what we asked of them: what is clear is noted,
 * whoever asked is told, and what is unclear goes to them as it stands.
 */
public final class AnswerDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Duration LATER = Duration.ofDays(30);
  private static final int MOST_WORDS = 1_000;
  private static final int PER_CENT = 100;
  private static final Duration LEARNT_FROM = Duration.ofDays(365);
  private static final int MOST_ASKS = 500;

  /** Begins the cause of what one of us reads in an answer; the cause of the answer follows. */
  public static final String READ = "read:";

  private final Workspace workspace;
  private final AskAnswers asks;
  private final Matters matters;

  AnswerDesk(Workspace workspace) {
    this.workspace = workspace;
    this.asks = new AskAnswers(workspace);
    this.matters = new Matters(workspace);
  }

  /** What somebody wrote, what it answers, and what it was taken for. */
  record Answered(Written written, Matter matter, ReplyReading reading) {
    Instant at() {
      return written.message().at();
    }

    int sure() {
      return (int) Math.floor(reading.sure() * PER_CENT);
    }

    /** What is done about it: nothing but telling a person where it is not clear. */
    Answer.Kind kind() {
      return reading.acts() ? kind(reading.meaning()) : Answer.Kind.UNCLEAR;
    }

    private static Answer.Kind kind(Meaning meaning) {
      return switch (meaning) {
        case YES -> Answer.Kind.YES;
        case NO -> Answer.Kind.NO;
        case LATER -> Answer.Kind.LATER;
        case QUESTION -> Answer.Kind.QUESTION;
        case CONDITIONS -> Answer.Kind.CONDITIONS;
        case STOP, OTHER -> Answer.Kind.UNCLEAR;
      };
    }

    String words() {
      return cut(written.text());
    }
  }

  /** What a message answers; empty where we asked nothing of its author. */
  Optional<Matter> matter(Written written) {
    Optional<Matter> earlier =
        written.isEdit()
            ? matters.answeredBy(written.person(), written.origin()).map(Matter.OfAsk::new)
            : Optional.empty();
    return earlier.or(() -> matters.of(written));
  }

  /** Reads words; where they are not clear, as people here have read their like before. */
  ReplyReading read(Written written, LocalDate today) {
    ReplyReading alone = ReplyReader.shipped().read(written.text(), today);
    return alone.acts()
        ? alone
        : ReplyReader.shipped().read(written.text(), today, precedents(written.message().at()));
  }

  /** What one of us said about words that were not clear; it is kept with the ask. */
  private Precedents precedents(Instant now) {
    return Precedents.of(
        workspace.asks().since(now.minus(LEARNT_FROM), MOST_ASKS).stream()
            .flatMap(AnswerDesk::precedents)
            .toList());
  }

  private static Stream<Precedent> precedents(Ask ask) {
    return ask.answers().stream()
        .filter(one -> one.kind() == Answer.Kind.UNCLEAR && one.words() != null)
        .flatMap(
            unclear ->
                ask.answers().stream()
                    .filter(one -> one.cause().equals(READ + unclear.cause()))
                    .map(
                        read ->
                            new Precedent(
                                ask.about(),
                                String.valueOf(unclear.words()),
                                meaning(read.kind()))));
  }

  /** Notes an answer, and has whoever asked told; what they then say themselves is theirs. */
  Reply.Taken take(Answered answered, Language in) {
    Instant until = until(answered);
    if (answered.matter() instanceof Matter.OfAsk one) {
      answer(answered, one.ask(), until);
    } else {
      tell(answered, answered.reading().acts() ? What.READ : What.UNCLEAR, until);
    }
    String name = workspace.directory().name(answered.matter().staff());
    return new Reply.Taken(answered.kind(), name, until, in);
  }

  private void answer(Answered answered, Ask ask, @Nullable Instant until) {
    if (answered.written().isEdit() && last(ask, answered.written().origin(), answered.kind())) {
      return; // They mended their words, not what they say.
    }
    if (!ask.state().isOpen()) {
      tell(answered, What.CHANGED, until);
      return;
    }
    Answer answer =
        new Answer(
            answered.kind(),
            answered.at(),
            answered.written().cause(),
            answered.written().person(),
            until,
            answered.words(),
            answered.reading().acts() ? answered.sure() : 0);
    Object unused = asks.answer(ask.id(), answer);
  }

  /** Whether the last wording of a message was taken for that, too. */
  private static boolean last(Ask ask, String origin, Answer.Kind kind) {
    return ask.answers().stream()
        .filter(one -> one.cause().startsWith(origin))
        .reduce((earlier, later) -> later)
        .filter(one -> one.kind() == kind)
        .isPresent();
  }

  /** Whoever asked learns that the person wants silence, or may want it. */
  void silenced(Answered answered) {
    tell(answered, What.SILENCE, null);
  }

  private void tell(Answered answered, What what, @Nullable Instant until) {
    Matter matter = answered.matter();
    ReplyNote note =
        new ReplyNote(
            answered.written().message(),
            answered.written().person(),
            matter.words(),
            what,
            answered.reading().meaning(),
            answered.sure(),
            answered.words(),
            until,
            matter instanceof Matter.OfInvitation ? answered.written().person() : null);
    tell(note, matter.staff());
  }

  private void tell(ReplyNote note, String staff) {
    try {
      workspace.messenger().asks().tell(note, staff);
    } catch (Messenger.Refused e) {
      LOG.warn("{} is not told what {} wrote: {}", staff, note.person(), e.getMessage());
    }
  }

  /** A message was deleted: its words are kept no longer, and whoever asked is told. */
  void retracted(MentionId message, String person) {
    String origin = message.toString();
    Optional<Ask> ask = matters.answeredBy(person, origin);
    if (ask.isEmpty()) {
      return;
    }
    Answer.Kind was =
        ask.get().answers().stream()
            .filter(one -> one.cause().startsWith(origin))
            .reduce((earlier, later) -> later)
            .map(Answer::kind)
            .orElse(Answer.Kind.UNCLEAR);
    boolean known =
        ask.get().answers().stream()
            .noneMatch(one -> one.cause().startsWith(origin) && one.words() != null);
    if (!known) {
      tell(
          new ReplyNote(
              message,
              person,
              new Matter.OfAsk(ask.get()).words(),
              What.DELETED,
              meaning(was),
              0,
              null,
              null,
              null),
          ask.get().by());
    }
    Object unused = workspace.asks().change(ask.get().id(), one -> one.withoutWords(origin));
  }

  private static Meaning meaning(Answer.Kind kind) {
    return switch (kind) {
      case YES, DONE -> Meaning.YES;
      case NO -> Meaning.NO;
      case LATER -> Meaning.LATER;
      case QUESTION -> Meaning.QUESTION;
      case CONDITIONS -> Meaning.CONDITIONS;
      case UNCLEAR -> Meaning.OTHER;
    };
  }

  /**
   * In the morning of the day that they named, where they are; in a month where they named none.
   */
  private @Nullable Instant until(Answered answered) {
    if (answered.kind() != Answer.Kind.LATER) {
      return null;
    }
    LocalDate day = answered.reading().day();
    return day == null
        ? answered.at().plus(LATER)
        : day.atTime(MORNING)
            .atZone(workspace.directory().zone(answered.written().person()))
            .toInstant();
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= MOST_WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS - 1)) + "…";
  }
}
