package dev.vouch.slack.command.parse;

import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.digest.Metric;
import dev.vouch.mention.ActKind;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.ask.Answer;
import dev.vouch.nudge.ask.Rung;
import dev.vouch.nudge.etiquette.ChannelRule;
import dev.vouch.nudge.executive.Seniority;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.pipeline.gift.GiftDesk;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody asked for with {@code /vouch}. People, bots and channels are Slack ids. */
public sealed interface Command {

  /** Something about one person outside the company. */
  interface AboutPerson {
    /** Slack id. */
    String person();
  }

  /** Something between us and a person or an account. */
  interface Between {
    Subject with();
  }

  record Help() implements Command {}

  record About() implements Command {}

  record Who(String person) implements Command, AboutPerson {}

  record Why(String person) implements Command, AboutPerson {}

  record Top() implements Command {}

  record ShowProgramme() implements Command {}

  record ShowImpact() implements Command {}

  /** Why the nudges about a person were sent or not. */
  record WhyNudge(String person) implements Command, AboutPerson {}

  record ShowBreadth() implements Command {}

  record ListMetrics() implements Command {}

  record ShowMetric(Metric metric) implements Command {}

  /**
   * Something that passed between us and a person or an account, noted by hand.
   *
   * @param with a person by Slack id, or an account by the name that was typed
   * @param words empty where none were typed
   * @param until by or until when
   * @param on the day on which it happened; null: now
   */
  record Note(
      Subject with,
      LedgerEntry.Kind kind,
      String words,
      @Nullable LocalDate until,
      Set<ActKind> pays,
      @Nullable LocalDate on)
      implements Command, Between {
    public Note {
      pays = Set.copyOf(pays);
    }
  }

  /** Takes back what somebody noted last about a person or an account. */
  record Undo(Subject with) implements Command, Between {}

  record ShowGoodwill(Subject with) implements Command, Between {}

  /** Shows whether a person may be asked for something, and what it takes, before they are. */
  record Ask(String person, Rung rung, String words) implements Command, AboutPerson {}

  /** Asks whether something may be given to a person, and notes that it is. */
  record GiveGift(GiftDesk.Wish wish) implements Command, AboutPerson {
    @Override
    public String person() {
      return wish.person();
    }
  }

  /** Words that somebody means to send to a person, to be looked at before. */
  record CheckNote(String person, String note) implements Command, AboutPerson {}

  record ShowGifts(String person) implements Command, AboutPerson {}

  record ShowGiftRules() implements Command {}

  /**
   * Looks for people who might be asked.
   *
   * @param words whom for, as typed
   * @param by the day until which it is needed; null where none was named
   */
  record FindReference(Rung rung, String words, @Nullable LocalDate by) implements Command {}

  /** Notes an ask that one of us has made themselves. */
  record MadeAsk(String person, Rung rung, String words) implements Command, AboutPerson {}

  /**
   * What a person said to what they were asked for.
   *
   * @param until when they would rather be asked; null where they named no day
   */
  record Answered(String person, Answer.Kind answer, @Nullable LocalDate until, String words)
      implements Command, AboutPerson {}

  /** What a person is to us and what ties them to us: to note or to show. */
  sealed interface OfPerson extends Command, AboutPerson {}

  /**
   * @param until the day on which it ends; null: when somebody resumes it
   */
  record Pause(String person, @Nullable LocalDate until, String reason) implements OfPerson {}

  record Resume(String person) implements OfPerson {}

  /** Roles and ties of a person. */
  record ShowPerson(String person) implements OfPerson {}

  /**
   * @param holds whether the person has the role from now on
   */
  record ChangeRole(String person, Role role, boolean holds) implements OfPerson {}

  /**
   * @param from null: today
   * @param until null: it lasts, or was given once
   */
  record AddTie(
      String person,
      Tie.Kind kind,
      String what,
      @Nullable LocalDate from,
      @Nullable LocalDate until)
      implements OfPerson {}

  /** A tie is over, told by what it is. */
  record EndTie(String person, String what) implements OfPerson {}

  /**
   * Two accounts of one human are to be one person.
   *
   * @param person under which they are known from then on
   */
  record Merge(String person, String other) implements Command, AboutPerson {}

  /** Takes back that an account is the same human as another. */
  record Unmerge(String person) implements Command, AboutPerson {}

  record ShowAccount(String name) implements Command {}

  /**
   * @param changes at least one, in the order typed
   */
  record ChangeAccount(String name, List<AccountChange> changes) implements Command {
    public ChangeAccount {
      changes = List.copyOf(changes);
    }
  }

  record ShowSettings() implements Command {}

  /**
   * @param changes at least one, in the order typed
   */
  record ChangeSettings(List<SettingsChange> changes) implements Command {
    public ChangeSettings {
      changes = List.copyOf(changes);
    }
  }

  /** Asks a person, once, whether Vouch may write to them. */
  record Invite(String person) implements Command {}

  record ShowConsent(String person) implements Command {}

  /**
   * What a person told one of us that they agree to, or not.
   *
   * @param words in which they said it; empty where none were typed
   */
  record NoteConsent(String person, Topic topic, boolean agreed, String words) implements Command {}

  /** What moves a person, as they told one of us. */
  record NoteLikes(String person, Set<Motivator> motivators) implements Command {
    public NoteLikes {
      motivators = Set.copyOf(motivators);
    }
  }

  record ShowOffers() implements Command {}

  /**
   * @param offered whether the company can offer it from now on
   */
  record ChangeOffer(Gesture gesture, boolean offered) implements Command {}

  record ListExecutives() implements Command {}

  /**
   * Puts an executive on the roster, or changes what is known of them there.
   *
   * @param changes in the order typed; none where they are only added
   */
  record ChangeExecutive(String executive, List<ExecutiveChange> changes) implements Command {
    public ChangeExecutive {
      changes = List.copyOf(changes);
    }
  }

  /**
   * @param until the day on which they take introductions again; null: now
   */
  record PauseExecutive(String executive, @Nullable LocalDate until) implements Command {}

  record RemoveExecutive(String executive) implements Command {}

  /**
   * Somebody is to meet an executive.
   *
   * @param executive null: whoever suits best
   */
  record Introduce(String person, @Nullable String executive, String why)
      implements Command, AboutPerson {}

  /**
   * They want no suggestions for so many days, or until then; 0 and null: they want them now.
   *
   * @param until the first day on which they come again
   */
  record Snooze(int days, @Nullable LocalDate until) implements Command {}

  /** What is done with what is said in a channel; null: only shown. */
  record SetChannel(String channel, @Nullable ChannelRule rule) implements Command {}

  record ShowModel() implements Command {}

  record RetrainModel() implements Command {}

  /**
   * @param number of a version; 0 for the models as they came
   */
  record UseModel(int number) implements Command {}

  /**
   * Something that cannot be understood.
   *
   * @param problem one sentence: what, and what to do
   * @param nearest a command they may have meant
   */
  record Unclear(String problem, @Nullable String nearest) implements Command {}

  /** One change of an account. */
  sealed interface AccountChange {}

  record SetTier(Tier tier) implements AccountChange {}

  /** Null: nobody. */
  record SetAccountOwner(@Nullable String person) implements AccountChange {}

  /** Null: nobody. */
  record SetSponsor(@Nullable String person) implements AccountChange {}

  record AddDomain(String domain) implements AccountChange {}

  record AddTeam(String team) implements AccountChange {}

  record AddChannel(String channel) implements AccountChange {}

  /** A domain, workspace or channel that is the account's no longer. */
  record DropSign(String sign) implements AccountChange {}

  /**
   * @param text as typed; {@code none} takes it away
   */
  record SetDetail(AccountField field, String text) implements AccountChange {}

  record AddPerson(String person) implements AccountChange {}

  record Rename(String name) implements AccountChange {}

  /** One thing that is known of an executive. */
  sealed interface ExecutiveChange {}

  record SetTopics(Set<String> topics) implements ExecutiveChange {
    public SetTopics {
      topics = Set.copyOf(topics);
    }
  }

  record SetCapacity(int capacity) implements ExecutiveChange {}

  /** Null: nobody. */
  record SetAssistant(@Nullable String person) implements ExecutiveChange {}

  record SetSeniority(Seniority seniority) implements ExecutiveChange {}

  record SetLanguages(Set<String> languages) implements ExecutiveChange {
    public SetLanguages {
      languages = Set.copyOf(languages);
    }
  }

  /** One change of the workspace's settings. */
  sealed interface SettingsChange {}

  record SetMode(Mode mode) implements SettingsChange {}

  /** Null: nobody. */
  record SetApprover(@Nullable String person) implements SettingsChange {}

  /** Null: nobody. */
  record SetOwner(@Nullable String person) implements SettingsChange {}

  /**
   * @param zone null: the zone of whoever asks
   */
  record SetDigest(String channel, LocalTime hour, @Nullable ZoneId zone)
      implements SettingsChange {}

  record StopDigest(String channel) implements SettingsChange {}

  /** Shortest and longest delay in days. */
  record SetDelay(int least, int most) implements SettingsChange {}

  /** How many suggestions one of our own people gets a day. */
  record SetSuggestions(int aDay) implements SettingsChange {}

  /** How much of the asking the three people asked most may get. */
  record SetAskShare(int percent) implements SettingsChange {}

  /** How many accounts may be marquee. */
  record SetMostMarquee(int most) implements SettingsChange {}

  /** Switches a kind of nudge on or off. */
  record SetKind(NudgeKind kind, boolean on) implements SettingsChange {}

  /** How many of a hundred people are held out. */
  record SetHeldOut(int percent) implements SettingsChange {}

  record SetSource(String bot, boolean listen) implements SettingsChange {}

  /** A name by which a product of ours goes, or no longer. */
  record SetProduct(String name, boolean known) implements SettingsChange {}

  /** A name by which a competitor or their product goes, or no longer. */
  record SetCompetitor(String name, boolean known) implements SettingsChange {}

  /** Null: what Slack says. */
  record NameStaff(String person, @Nullable Boolean staff) implements SettingsChange {}
}
