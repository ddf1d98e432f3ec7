package dev.vouch.slack.command;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountBook.Edited;
import dev.vouch.advocate.AccountEdit;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Renewal;
import dev.vouch.mention.Author;
import dev.vouch.pipeline.Workspace;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.Command;
import dev.vouch.slack.command.parse.Command.AccountChange;
import dev.vouch.slack.command.parse.Nearest;
import dev.vouch.slack.view.HelpView;
import dev.vouch.slack.view.Rendering;
import dev.vouch.slack.view.person.AccountView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows and changes accounts. */
final class AccountDesk {
  private static final int MOST_NAMES = 500;
  private static final int MOST_PEOPLE = 200;

  private AccountDesk() {}

  static Rendering show(String name, Asked asked, Workspace workspace) {
    return workspace
        .accounts()
        .named(name)
        .map(account -> seen(account, asked, workspace))
        .orElseGet(() -> missing(name, workspace));
  }

  private static Rendering seen(Account account, Asked asked, Workspace workspace) {
    workspace.accounts().saw(account, asked.by());
    return view(account, "", workspace);
  }

  static Rendering change(Command.ChangeAccount command, Asked asked, Workspace workspace) {
    Optional<String> refusal = refusal(command.changes(), workspace);
    if (refusal.isPresent()) {
      return HelpView.unclear(refusal.get() + " Nothing was changed.", null);
    }
    try {
      Optional<Account> stood = workspace.accounts().named(command.name());
      Edited edited =
          workspace
              .accounts()
              .edit(
                  command.name(),
                  before -> changed(before, command.changes()),
                  new AccountEdit(
                      asked.by(), asked.now(), workspace.settings().settings().mostMarquee()));
      if (edited.done()) {
        link(edited.account(), command.changes(), asked, workspace);
        stood.ifPresent(was -> renewed(was, edited.account(), asked, workspace));
      }
      return view(edited.account(), note(edited, workspace), workspace);
    } catch (IllegalArgumentException e) {
      return HelpView.unclear("%s. Nothing was changed.".formatted(sentence(e)), null);
    }
  }

  private static void renewed(Account before, Account now, Asked asked, Workspace workspace) {
    Renewal.of(before, now, asked.by(), asked.now())
        .ifPresent(
            renewal ->
                workspace
                    .relationships()
                    .change(Subject.account(now.id()), between -> between.with(renewal)));
  }

  private static String note(Edited edited, Workspace workspace) {
    if (edited.theirs().isEmpty()) {
      return "Noted.";
    }
    String theirs =
        edited.theirs().stream()
            .map(revision -> AccountView.revision(revision, workspace.directory()::name))
            .collect(Collectors.joining("; "));
    return edited.done()
        ? "Noted. Since you last looked, this was changed too: %s.".formatted(theirs)
        : "Nothing was changed, because you have not seen yet what others did here: %s. This is how it stands; to change it all the same, send your command again."
            .formatted(theirs);
  }

  private static String sentence(IllegalArgumentException e) {
    String words = String.valueOf(e.getMessage());
    String bare = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
  }

  private static Rendering missing(String name, Workspace workspace) {
    List<String> names =
        workspace.accounts().accounts(MOST_NAMES).stream().map(Account::name).toList();
    List<String> lower = names.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    String nearest =
        Nearest.of(name.toLowerCase(Locale.ROOT), lower)
            .map(near -> "account " + names.get(lower.indexOf(near)))
            .orElse(null);
    return HelpView.unclear(
        "No account is called \"%s\". To add it, say what it is: /vouch account %s named."
            .formatted(name, name),
        nearest);
  }

  /** Owners and sponsors are our own people, and people of an account are not. */
  private static Optional<String> refusal(List<AccountChange> changes, Workspace workspace) {
    return changes.stream().flatMap(change -> refusal(change, workspace).stream()).findFirst();
  }

  private static Optional<String> refusal(AccountChange change, Workspace workspace) {
    if (change instanceof Command.SetAccountOwner owner && owner.person() != null) {
      return Staff.refusal(owner.person(), "owner", workspace);
    }
    if (change instanceof Command.SetSponsor sponsor && sponsor.person() != null) {
      return Staff.refusal(sponsor.person(), "sponsor", workspace);
    }
    if (change instanceof Command.AddPerson person) {
      return notCustomer(person.person(), workspace);
    }
    if (change instanceof Command.AddTeam team && team.team().equals(workspace.team())) {
      return Optional.of(
          "%s is our own workspace; an account has its customer's.".formatted(team.team()));
    }
    return Optional.empty();
  }

  private static Optional<String> notCustomer(String person, Workspace workspace) {
    Optional<Author> author = workspace.directory().author(person);
    if (author.isEmpty()) {
      return Optional.of("Slack knows nobody with the id %s.".formatted(person));
    }
    return Staff.isStaff(workspace, person)
        ? Optional.of(
            "%s is one of our own people, so they cannot belong to an account."
                .formatted(author.get().name()))
        : Optional.empty();
  }

  private static Account changed(Account account, List<AccountChange> changes) {
    Account now = account;
    for (AccountChange change : changes) {
      now = changed(now, change);
    }
    return now;
  }

  private static Account changed(Account account, AccountChange change) {
    if (change instanceof Command.SetTier tier) {
      return account.withTier(tier.tier());
    }
    if (change instanceof Command.SetAccountOwner owner) {
      return account.withOwner(owner.person());
    }
    if (change instanceof Command.SetSponsor sponsor) {
      return account.withSponsor(sponsor.person());
    }
    if (change instanceof Command.AddDomain domain) {
      return account.withDomain(domain.domain());
    }
    if (change instanceof Command.AddTeam team) {
      return account.withTeam(team.team());
    }
    if (change instanceof Command.Rename rename) {
      return account.withName(rename.name());
    }
    return described(account, change);
  }

  private static Account described(Account account, AccountChange change) {
    if (change instanceof Command.SetDetail detail) {
      return detail.field().set(account, detail.text());
    }
    if (change instanceof Command.AddChannel channel) {
      return account.withChannel(channel.channel());
    }
    return change instanceof Command.DropSign drop ? account.without(drop.sign()) : account;
  }

  private static void link(
      Account account, List<AccountChange> changes, Asked asked, Workspace workspace) {
    String said = "<@%s> with /vouch account".formatted(asked.by());
    AccountLink link = AccountLink.setBy(said, account.id(), asked.now());
    for (AccountChange change : changes) {
      if (change instanceof Command.AddPerson add) {
        String person = workspace.identities().person(add.person());
        workspace
            .directory()
            .author(person)
            .ifPresent(author -> workspace.advocates().meet(author, link));
        workspace.accounts().cards().moved(person, account.id(), said, asked.now());
      }
    }
  }

  private static Rendering view(Account account, String note, Workspace workspace) {
    List<Contact> people =
        workspace
            .advocates()
            .contacts(workspace.advocates().people(account.id(), MOST_PEOPLE))
            .values()
            .stream()
            .sorted(Comparator.comparingInt(Contact::acts).reversed().thenComparing(Contact::name))
            .toList();
    Map<String, Card> cards =
        workspace.accounts().cards().cards(people.stream().map(Contact::id).toList());
    return AccountView.of(
        new AccountView.Shown(
            account, people, cards, workspace.relationships().of(Subject.account(account.id()))),
        note,
        workspace.directory()::name);
  }
}
