package dev.vouch.slack.command;

import dev.vouch.advocate.Tier;
import dev.vouch.slack.command.Command.AccountChange;
import dev.vouch.slack.command.Pieces.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code account NAME} and the changes that may follow.
 *
 * <p>A name may hold words that also name a change ("Big Scale Systems"): it ends where everything
 * behind it reads as changes. Quotes settle it.
 */
final class AccountParser {
  private static final String[] WITH_VALUE = {
    "owner", "sponsor", "domain", "team", "person", "rename"
  };
  private static final int LONGEST_DOMAIN = 253;

  private AccountParser() {}

  static Command parse(List<Typed> typed) throws Misread {
    if (typed.isEmpty()) {
      throw new Misread("Which account? Its name comes after account.", "account NAME");
    }
    for (int end = 1; end < typed.size(); end++) {
      List<AccountChange> changes = tryChanges(typed.subList(end, typed.size()));
      if (changes != null) {
        return new Command.ChangeAccount(name(typed.subList(0, end)), changes);
      }
    }
    for (int end = 1; end < typed.size(); end++) {
      if (typed.get(end).is(WITH_VALUE)) {
        changes(typed.subList(end, typed.size()));
      }
    }
    return new Command.ShowAccount(name(typed));
  }

  private static String name(List<Typed> typed) throws Misread {
    Optional<Typed> reference = typed.stream().filter(piece -> !piece.id().isEmpty()).findFirst();
    if (reference.isPresent()) {
      throw new Misread(
          "An account has a name, and %s is not one. To add a person: account NAME person @person."
              .formatted(reference.get().shown()));
    }
    String name = new Pieces(typed).rest().strip();
    if (name.isEmpty() || name.length() > 80) {
      throw new Misread("An account's name has 1 to 80 characters.");
    }
    return name;
  }

  private static @Nullable List<AccountChange> tryChanges(List<Typed> typed) {
    try {
      return changes(typed);
    } catch (Misread e) {
      return null;
    }
  }

  private static List<AccountChange> changes(List<Typed> typed) throws Misread {
    Pieces pieces = new Pieces(typed);
    List<AccountChange> changes = new ArrayList<>();
    while (pieces.hasMore()) {
      changes.add(change(pieces));
    }
    return changes;
  }

  private static AccountChange change(Pieces pieces) throws Misread {
    Typed word = pieces.take("what to change");
    Optional<Tier> tier = Tier.named(word.key());
    if (tier.isPresent()) {
      return new Command.SetTier(tier.get());
    }
    return switch (word.key()) {
      case "tier" -> new Command.SetTier(tier(pieces));
      case "owner" -> new Command.SetAccountOwner(pieces.personOrNone("owner"));
      case "sponsor" -> new Command.SetSponsor(pieces.personOrNone("sponsor"));
      case "person" -> new Command.AddPerson(pieces.person("person"));
      case "domain" -> new Command.AddDomain(domain(pieces));
      case "team" -> new Command.AddTeam(team(pieces));
      case "rename" -> new Command.Rename(newName(pieces));
      default ->
          throw new Misread(
              "I do not know what \"%s\" means for an account. There are: marquee, named, scale,"
                      .formatted(word.shown())
                  + " owner, sponsor, domain, team, person, rename.");
    };
  }

  private static Tier tier(Pieces pieces) throws Misread {
    Typed piece = pieces.take("marquee, named or scale after tier");
    return Tier.named(piece.key())
        .orElseThrow(
            () ->
                new Misread(
                    "\"%s\" is no tier; there are marquee, named and scale."
                        .formatted(piece.shown())));
  }

  private static String domain(Pieces pieces) throws Misread {
    Typed piece = pieces.take("an e-mail domain after domain");
    String domain = piece.text().toLowerCase(Locale.ROOT).replaceFirst("^.*@", "");
    boolean sound =
        domain.length() <= LONGEST_DOMAIN
            && domain.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    if (!sound) {
      throw new Misread(
          "\"%s\" is not an e-mail domain; one looks like northwind.example."
              .formatted(piece.shown()));
    }
    return domain;
  }

  private static String team(Pieces pieces) throws Misread {
    Typed piece = pieces.take("a Slack workspace's id after team");
    String team = piece.text().toUpperCase(Locale.ROOT);
    if (!team.matches("[TE][A-Z0-9]{2,20}")) {
      throw new Misread(
          "\"%s\" is not the id of a Slack workspace; one looks like T024BE7LD."
              .formatted(piece.shown()));
    }
    return team;
  }

  private static String newName(Pieces pieces) throws Misread {
    Typed first = pieces.take("the new name after rename");
    if (first.kind() == Typed.Kind.QUOTED) {
      return first.text();
    }
    return (first.text() + " " + pieces.rest()).strip();
  }
}
