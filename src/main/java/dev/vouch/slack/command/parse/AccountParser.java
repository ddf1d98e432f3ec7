package dev.vouch.slack.command.parse;

import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.Tier;
import dev.vouch.slack.command.parse.Command.AccountChange;
import dev.vouch.slack.command.parse.Pieces.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code account NAME} and the changes that may follow.
 *
 * <p>A name may hold words that also name a change ("Big Scale Systems"): it ends where everything
 * behind it reads as changes. Quotes settle it.
 */
final class AccountParser {
  private static final String[] WITH_VALUE = {
    "owner",
    "sponsor",
    "domain",
    "team",
    "channel",
    "person",
    "criteria",
    "region",
    "country",
    "sector",
    "procurement",
    "stage",
    "renewal",
    "rename"
  };

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
      case "domain" -> domain(pieces);
      case "team" -> team(pieces);
      case "channel" -> channel(pieces);
      case "criteria" ->
          new Command.SetDetail(AccountField.CRITERIA, words("the reasons after criteria", pieces));
      case "region" -> detail(AccountField.REGION, pieces);
      case "country" -> detail(AccountField.COUNTRY, pieces);
      case "procurement" -> detail(AccountField.PROCUREMENT, pieces);
      case "sector" -> detail(AccountField.SECTOR, pieces);
      case "stage" -> detail(AccountField.STAGE, pieces);
      case "renewal" -> detail(AccountField.RENEWAL, pieces);
      case "rename" -> new Command.Rename(words("the new name after rename", pieces));
      default ->
          throw new Misread(
              "I do not know what \"%s\" means for an account. There are: marquee, named, scale,"
                      .formatted(word.shown())
                  + " owner, sponsor, domain, team, channel, person, criteria, region, country, sector,"
                  + " procurement, stage, renewal, rename.");
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

  private static AccountChange domain(Pieces pieces) throws Misread {
    String text = pieces.take("an e-mail domain after domain").text();
    String domain = sound(AccountField::domain, text);
    return pieces.took("off") ? new Command.DropSign(domain) : new Command.AddDomain(domain);
  }

  private static AccountChange team(Pieces pieces) throws Misread {
    String text = pieces.take("a Slack workspace's id after team").text();
    String team = sound(AccountField::team, text);
    return pieces.took("off") ? new Command.DropSign(team) : new Command.AddTeam(team);
  }

  private static AccountChange channel(Pieces pieces) throws Misread {
    String channel = pieces.channel("channel");
    return pieces.took("off") ? new Command.DropSign(channel) : new Command.AddChannel(channel);
  }

  private static String sound(UnaryOperator<String> check, String text) throws Misread {
    try {
      return check.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Misread(e.getMessage() + ".");
    }
  }

  private static AccountChange detail(AccountField field, Pieces pieces) throws Misread {
    Typed value = pieces.take("a word, words in quotes, or none after " + field.wire());
    return new Command.SetDetail(field, value.text());
  }

  /** Words in quotes, or all that are left. */
  private static String words(String expected, Pieces pieces) throws Misread {
    Typed first = pieces.take(expected);
    if (first.kind() == Typed.Kind.QUOTED) {
      return first.text();
    }
    return (first.text() + " " + pieces.rest()).strip();
  }
}
