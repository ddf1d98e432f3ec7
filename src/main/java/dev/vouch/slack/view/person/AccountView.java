package dev.vouch.slack.view.person;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Revision;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.AccountLoyalty;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Mrkdwn;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer organisation: who looks after it, what belongs to it, and who of it we know. */
public final class AccountView {
  private static final int MOST_PEOPLE = 10;
  private static final int MOST_MARKS = 10;

  private AccountView() {}

  /**
   * @param people of the account, those with most acts first
   * @param cards what is known of them from elsewhere, by Slack id
   * @param between what is between us and the account
   */
  public record Shown(
      Account account, List<Contact> people, Map<String, Card> cards, Relationship between) {
    public Shown {
      people = List.copyOf(people);
      cards = Map.copyOf(cards);
    }

    /** Of an account with which nothing is on record. */
    public Shown(Account account, List<Contact> people, Map<String, Card> cards) {
      this(account, people, cards, Relationship.none(Subject.account(account.id())));
    }
  }

  /**
   * @param note what has just been changed, or an empty text
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(Shown shown, String note, UnaryOperator<String> names) {
    Account account = shown.account();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section("*%s* · %s".formatted(Lines.name(account.name()), account.tier().wire())));
    if (!note.isBlank()) {
      blocks.add(Kit.section(Mrkdwn.words(note, 1_500)));
    }
    blocks.add(Kit.section(care(account, names)));
    blocks.add(Kit.section(profile(account)));
    AccountLoyalty.of(shown.between()).map(AccountView::loyalty).ifPresent(blocks::add);
    blocks.addAll(
        Kit.list(
            "People we know",
            shown.people(),
            Kit.Cap.of(MOST_PEOPLE),
            person -> person(person, shown.cards().get(person.id()))));
    blocks.add(
        Kit.context(
            "Change it: `/vouch account NAME marquee|named|scale owner @rep sponsor @exec domain"
                + " d.example team T… channel #c person @person criteria WHY region R country DE sector S"
                + " procurement on|negotiation|off stage S renewal 2027-01-31 rename NEW` (words in quotes; `none`, or `off` behind a"
                + " domain, team or channel, takes it away)"));
    return new Rendering(
        "%s, %s account".formatted(Lines.plainName(account.name()), account.tier().wire()), blocks);
  }

  /** Beside what their people say for us, never mixed with it. */
  private static LayoutBlock loyalty(AccountLoyalty loyalty) {
    String last =
        loyalty.last().equals(loyalty.since())
            ? ""
            : ", and last on %s".formatted(Mrkdwn.date(loyalty.last()));
    return Kit.section(
        "*Loyalty:* *%s*, because the contract was renewed on %s%s, which alone is no loyalty"
            .formatted(loyalty.loyalty().wire(), Mrkdwn.date(loyalty.since()), last));
  }

  /** What somebody changed, in words. */
  public static String revision(Revision revision, UnaryOperator<String> names) {
    return "%s changed the %s from %s to %s"
        .formatted(
            name(revision.by(), names),
            revision.field().wire(),
            name(revision.before(), names),
            name(revision.after(), names));
  }

  private static String name(String text, UnaryOperator<String> names) {
    if (text.isEmpty()) {
      return "nothing";
    }
    return text.matches("[UW][A-Z0-9]{2,20}") ? names.apply(text) : text;
  }

  private static String care(Account account, UnaryOperator<String> names) {
    return "*Owner:* %s\n*Sponsor:* %s\n*E-mail domains:* %s\n*Slack workspaces:* %s\n*Channels:* %s"
        .formatted(
            WhoView.staff(account.owner(), names),
            WhoView.staff(account.sponsor(), names),
            marks(account.domains()),
            marks(account.teams()),
            account.channels().isEmpty()
                ? "none"
                : account.channels().stream()
                    .sorted()
                    .limit(MOST_MARKS)
                    .map("<#%s>"::formatted)
                    .collect(Collectors.joining(", ")));
  }

  private static String profile(Account account) {
    boolean bare = account.tier() == Tier.MARQUEE && account.profile().criteria() == null;
    return Stream.of(
            AccountField.CRITERIA,
            AccountField.REGION,
            AccountField.COUNTRY,
            AccountField.SECTOR,
            AccountField.PROCUREMENT,
            AccountField.STAGE,
            AccountField.RENEWAL)
        .map(
            field ->
                "*%s:* %s"
                    .formatted(
                        Lines.sentence(field.wire()),
                        bare && field == AccountField.CRITERIA
                            ? "none yet; say why it is marquee"
                            : words(field.of(account))))
        .collect(Collectors.joining("\n"));
  }

  private static String words(String text) {
    return text.isEmpty() ? "not set" : Mrkdwn.words(text, 300);
  }

  private static String marks(Collection<String> marks) {
    if (marks.isEmpty()) {
      return "none";
    }
    String shown =
        new TreeSet<>(marks)
            .stream()
                .limit(MOST_MARKS)
                .map(mark -> Mrkdwn.words(mark, 80))
                .collect(Collectors.joining(", "));
    int left = marks.size() - MOST_MARKS;
    return left > 0 ? shown + " and %d more".formatted(left) : shown;
  }

  private static String person(Contact person, @Nullable Card card) {
    String does = card == null || card.title() == null ? "" : ", " + Mrkdwn.words(card.title(), 80);
    String is =
        person.isAdvocate()
            ? "%s of advocacy".formatted(Lines.count(person.acts(), "act"))
            : roles(card);
    return "%s%s · %s".formatted(Lines.name(person.name()), does, is);
  }

  private static String roles(@Nullable Card card) {
    return card == null || card.roles().isEmpty()
        ? "contact"
        : card.roles().stream().sorted().map(Role::wire).collect(Collectors.joining(", "));
  }
}
