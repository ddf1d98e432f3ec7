package dev.vouch.slack.view;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.Contact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A customer organisation: who looks after it, what belongs to it, and who of it we have heard. */
public final class AccountView {
  private static final int MOST_PEOPLE = 10;
  private static final int MOST_MARKS = 10;

  private AccountView() {}

  /**
   * @param note what has just been changed, or an empty text
   * @param people of the account, those with most acts first
   * @param names the name of a member of staff by Slack id
   */
  public static Rendering of(
      Account account, String note, List<Contact> people, UnaryOperator<String> names) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section("*%s* · %s".formatted(Lines.name(account.name()), account.tier().wire())));
    if (!note.isBlank()) {
      blocks.add(Kit.section(Mrkdwn.words(note, 500)));
    }
    blocks.add(
        Kit.section(
            "*Owner:* %s\n*Sponsor:* %s\n*E-mail domains:* %s\n*Slack workspaces:* %s"
                .formatted(
                    WhoView.staff(account.owner(), names),
                    WhoView.staff(account.sponsor(), names),
                    marks(account.domains()),
                    marks(account.teams()))));
    blocks.addAll(
        Kit.list("People we have heard", people, Kit.Cap.of(MOST_PEOPLE), AccountView::person));
    blocks.add(
        Kit.context(
            "Change it: `/vouch account NAME marquee|named|scale owner @rep sponsor @exec domain"
                + " d.example team T… person @person rename NEW`"));
    return new Rendering(
        "%s, %s account".formatted(Lines.plainName(account.name()), account.tier().wire()), blocks);
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

  private static String person(Contact person) {
    return person.isAdvocate()
        ? "%s · %s of advocacy"
            .formatted(Lines.name(person.name()), Lines.count(person.acts(), "act"))
        : "%s · contact".formatted(Lines.name(person.name()));
  }
}
