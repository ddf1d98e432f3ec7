package dev.vouch.slack.command;

import com.slack.api.model.view.View;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook;
import dev.vouch.advocate.AdvocateBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.RelationshipBook;
import dev.vouch.digest.Digest.Entry;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeLog;
import dev.vouch.nudge.ranking.AttentionBook;
import dev.vouch.pipeline.Directory;
import dev.vouch.pipeline.SettingsBook;
import dev.vouch.pipeline.TeamSettings;
import dev.vouch.pipeline.reply.OwnBook;
import dev.vouch.slack.view.home.EtiquetteView;
import dev.vouch.slack.view.home.HomeViews;
import dev.vouch.slack.view.outside.OwnView;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together a person's App Home from the books of their workspace. */
public record HomeDesk(
    AdvocateBook advocates,
    AccountBook accounts,
    RelationshipBook relationships,
    NudgeLog nudges,
    AttentionBook attention,
    SettingsBook settings,
    Directory directory) {
  private static final Duration LATELY = Duration.ofDays(14);
  private static final int MOST_HEARD = 10;
  private static final int MOST_NUDGES = 50;
  private static final Set<Intent> TELLING = EnumSet.complementOf(EnumSet.of(Intent.NEUTRAL));

  /**
   * The page of one person, by what they are to us: staff with a duty for all, staff, or neither.
   */
  public View homeOf(String person, Instant now) {
    TeamSettings set = settings.settings();
    if (!isStaff(person)) {
      return isOutside(person) ? OwnView.home(ownBook().of(person), now) : HomeViews.guest();
    }
    boolean manages = person.equals(set.approver()) || person.equals(set.owner());
    List<Nudge> own = sentTo(person);
    EtiquetteView.Queue queue =
        EtiquetteDesk.queue(person, own, this, now.atZone(directory.zone(person)));
    List<Nudge> open = manages ? forAll(person) : bestFirst(own, queue);
    HomeViews.Page page = new HomeViews.Page(person, heard(now), open, set).with(queue, now);
    return manages
        ? HomeViews.manager(page, advocates.spread(now), directory::name)
        : HomeViews.rep(page, directory::name);
  }

  /** What only tells them something has no place in the order, and comes before it. */
  private static List<Nudge> bestFirst(List<Nudge> own, EtiquetteView.Queue queue) {
    List<Nudge> ranked = queue.open().stream().map(EtiquetteView.Ranked::nudge).toList();
    return Stream.concat(own.stream().filter(nudge -> !ranked.contains(nudge)), ranked.stream())
        .toList();
  }

  private boolean isOutside(String person) {
    return directory
        .author(person)
        .filter(author -> author.kind() == Author.Kind.CUSTOMER)
        .isPresent();
  }

  private OwnBook ownBook() {
    return new OwnBook(advocates, accounts, relationships, directory);
  }

  /** Whether a person is one of our own, by the settings, else by what Slack says. */
  public boolean isStaff(String person) {
    return Staff.isStaff(settings.settings(), directory, person);
  }

  /** Everybody's, and what only this person is told of. */
  private List<Nudge> forAll(String person) {
    Stream<Nudge> quiet = sentTo(person).stream().filter(nudge -> nudge.kind().isQuiet());
    return Stream.concat(quiet, nudges.open(MOST_NUDGES).stream()).toList();
  }

  /** What waits for the approver is not yet for the account's owner. */
  private List<Nudge> sentTo(String person) {
    return nudges.openFor(person, MOST_NUDGES).stream()
        .filter(nudge -> nudge.state() == Nudge.State.SENT)
        .toList();
  }

  private List<Entry> heard(Instant now) {
    return advocates.heardBetween(TELLING, now.minus(LATELY), now, MOST_HEARD).stream()
        .map(this::entry)
        .toList();
  }

  private Entry entry(Heard heard) {
    Optional<Contact> contact = advocates.contact(heard.person());
    String name = contact.map(Contact::name).orElse(heard.person());
    String account =
        contact.flatMap(Contact::account).flatMap(accounts::account).map(Account::name).orElse("");
    return new Entry(heard, name, account);
  }
}
