package dev.vouch.slack.command;

import static dev.vouch.slack.books.TestBooks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.advocate.Account;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.ReactionChange;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.classify.learn.Toy;
import dev.vouch.digest.DigestChannel;
import dev.vouch.mention.Intent;
import dev.vouch.mention.Products;
import dev.vouch.nudge.Mode;
import dev.vouch.nudge.Nudge;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.slack.view.Rendering;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandDeskTest {
  private final TestBooks books = new TestBooks();

  @Test
  void who_showsTheAccountItsOwnerAndTheLatestActs() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "you should all try it");
    ask("account Northwind marquee owner <@U0MAYA> person <@U0ANA>");
    assertThat(ask("who <@U0ANA>"))
        .contains("*Ana Ruiz* has advocated for us, in 1 act")
        .contains("Northwind (marquee)", "owner: Maya Lindt", "sponsor: nobody")
        .contains("> you should all try it", "archives/C0SHARED/p1795100100000100|open>")
        .contains("advocacy 1");
  }

  @Test
  void who_saysWhereTheyStandWhatWeDidAskedAndOwe_andOneThingToDoNext() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "you should all try it");
    assertThat(ask("who <@U0ANA>"))
        .contains("*Stands:* *active* since", "because they spoke up for us, and not for a reward")
        .contains("*Loyalty:* *unknown*, because nothing they said or did tells")
        .contains("*What we did:* nothing on record", "*What we asked:* nothing on record")
        .contains("*What we owe:* nothing", "*Next:* Do something for them that hangs on nothing");
    books.hear("U0ANA", Intent.COMPLAINT, 200, "the import is stuck");
    ask("promised <@U0ANA> a call by 2026-12-01");
    assertThat(ask("who <@U0ANA>"))
        .contains("*at risk* since", "what they complained of is not made good")
        .contains("a complaint of", "Next: say that we have heard it", "promised: a call · by")
        .contains("*Next:* Tell them that you have heard it");
  }

  @Test
  void why_saysByWhichRuleAndMessageTheyStandThere_andWhatWouldChangeIt() {
    books.hear("U0ANA", Intent.COMPLAINT, 200, "the import is stuck");
    assertThat(ask("why <@U0ANA>"))
        .contains("*Standing:* at risk, since <!date^1795100200^")
        .contains("Rule: What they complained of is not made good.")
        .contains("Evidence: complaint ·", "p1795100200000100|open>", "> the import is stuck")
        .contains("• if we make good what stands between us and follow it up: *helped*")
        .contains("• if they tell us to stop: *opted out*", "*Loyalty:* unknown");
  }

  @Test
  void renewalThatIsMovedOn_isNotedOnceAndIsNoLoyaltyByItself() {
    books.hear("U0ANA", Intent.QUESTION, 100, "how?");
    ask("account Northwind person <@U0ANA> renewal 2026-12-31");
    assertThat(ask("why <@U0ANA>")).contains("*Loyalty:* unknown");
    ask("account Northwind renewal 2027-12-31");
    ask("account Northwind renewal 2027-12-31");
    assertThat(books.relationships.of(Subject.account("northwind")).ledger()).hasSize(1);
    assertThat(ask("account Northwind"))
        .contains("*Loyalty:* *staying*, because the contract was renewed on")
        .doesNotContain("and last on");
    assertThat(ask("why <@U0ANA>"))
        .contains("*Loyalty:* staying", "has renewed, which alone is no loyalty", "until 2027-12");
  }

  @Test
  void who_saysThatAContactHasNotAdvocated() {
    books.hear("U0TOM", Intent.PRAISE, 100, "nice");
    assertThat(ask("who <@U0TOM>")).contains("no act of advocacy so far", "none yet");
  }

  @Test
  void who_saysOfUnheardPeopleWhatToDo() {
    assertThat(ask("who <@U0TOM>")).contains("has not heard Tom Okafor", "Invite it");
    assertThat(ask("who <@U0OMAR>")).contains("Omar Haddad is one of our own people");
  }

  @Test
  void why_showsEachFactWithItsRuleDateAndMessage() {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    books.hear("U0ANA", Intent.QUESTION, 310, "how do we export?");
    books.nudges.add(TestBooks.delight(Nudge.State.SENT));
    ask("account Northwind person <@U0ANA>");
    assertThat(ask("why <@U0ANA>"))
        .contains("Northwind", "Rule: set by Maya Lindt with /vouch account")
        .contains("*Recommendation*", "Rule: recognised with confidence 91 %")
        .contains(
            "*Question*", "Rule: model vouch-intent, version 1.0, 91 % sure", "> how do we export?")
        .contains("*Surprise* for Maya Lindt", "Rule: They spoke up for us because they wanted to.")
        .contains("p1795100300000100|open>", "<!date^1795100300^");
  }

  @Test
  void why_saysWhatIsMissingToTellWhatDrivesTheActs() {
    books.hear("U0ANA", Intent.ADVOCACY, 300, "it cut our month-end");
    assertThat(ask("why <@U0ANA>"))
        .contains("too little is known to say", "1 act; at least 3 are needed")
        .doesNotContain("Confirm");
  }

  @Test
  void why_showsThatRewardsSeemToDriveTheActs_withWhatSpeaksForItAndTheButtons() {
    offeredAndActedOn();
    assertThat(ask("why <@U0ANA>"))
        .contains("*Rewards seem to drive these acts:*", "Confirm", "Not so")
        .contains("8 of 8 acts came while a reward was to be had, which was")
        .contains("4 of 12 messages ask for a reward", "archives/C0SHARED/p1795100300000100|open>")
        .doesNotContain("false", "fake");
  }

  @Test
  void programme_saysHowManyActsCameAfterAnOffer() {
    assertThat(ask("programme")).contains("No acts of advocacy in this time");
    offeredAndActedOn();
    assertThat(ask("program"))
        .contains("*After a reward offer:* 8 of 8 (100 %;", "2026-11: 8 of 8")
        .contains("unknown; no redemption is on record", "acts of 1 person with the most acts");
  }

  @Test
  void redemption_makesTheCostKnown_andMovesNothing() {
    offeredAndActedOn();
    books.hear("U0ANA", Intent.ADVOCACY, 9, "the export saved us nine days in March");
    String before = ask("why <@U0ANA>");
    assertThat(ask("redeemed <@U0ANA> a dinner card worth 50 EUR on 2026-11-19"))
        .contains("*Noted:* they took what was promised: a dinner card worth 50 EUR");
    assertThat(ask("why <@U0ANA>")).isEqualTo(before);
    assertThat(ask("programme")).doesNotContain("unknown; no redemption");
    assertThat(ask("redeemed <@U0ANA> a card worth 50")).contains("with its currency");
    assertThat(ask("redeemed <@U0ANA> a card on 2026-12-19")).contains("is still to come");
    assertThat(ask("undo <@U0ANA>")).contains("*Taken back:* they took what was promised");
    assertThat(ask("programme")).contains("unknown; no redemption is on record");
  }

  @Test
  void redemptionWithoutAnAmount_costsWhatWasOffered() {
    ask("offered <@U0ANA> a card worth €20 for reviews");
    ask("redeemed <@U0ANA> a card");
    assertThat(books.relationships.of(Subject.person("U0ANA")).ledger())
        .extracting(LedgerEntry::kind, entry -> entry.note().words())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                LedgerEntry.Kind.REWARD_OFFER, "a card worth 20 EUR"),
            org.assertj.core.groups.Tuple.tuple(LedgerEntry.Kind.REDEMPTION, "a card"));
    assertThat(
            dev.vouch.advocate.pattern.Spent.of(
                    books.relationships.of(Subject.person("U0ANA")).ledger())
                .known()
                .toString())
        .isEqualTo("{EUR=20}");
  }

  private void offeredAndActedOn() {
    for (int i = 0; i < 8; i++) {
      books.hear("U0ANA", Intent.ADVOCACY, 300 + i, "great product");
    }
    for (int i = 0; i < 4; i++) {
      books.hear("U0ANA", Intent.REWARD_SEEKING, 330 + i, "what do I get?");
    }
    Instant said = TestBooks.mention(300).at();
    LedgerEntry offer =
        LedgerEntry.offer("o", said.minusSeconds(86_400), said.plusSeconds(86_400), Set.of());
    LedgerEntry before =
        LedgerEntry.moment("h", LedgerEntry.Kind.HELP, said.minusSeconds(60 * 86_400));
    books.relationships.change(
        Subject.person("U0ANA"), between -> between.with(before).with(offer));
  }

  @Test
  void why_saysThatReachMovesAdvocacyByNothing() {
    books.hear("U0ANA", Intent.PRAISE, 100, "nice");
    for (int i = 0; i < 40; i++) {
      books.advocates.react(
          new ReactionChange(
              TestBooks.mention(100), "U" + i, "heart", null, "U0ANA", true, "1.000000"));
    }
    assertThat(ask("why <@U0ANA>"))
        .contains("40 reactions", "It moves advocacy by nothing.")
        .doesNotContain("Acts of advocacy");
  }

  @Test
  void top_ordersByActsAndSaysWhatIsNotCounted() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "a");
    books.hear("U0ANA", Intent.ADVOCACY, 101, "b");
    books.hear("U0TOM", Intent.ADVOCACY, 102, "c");
    String top = ask("top");
    assertThat(top).contains("Ana Ruiz · 2 acts", "Tom Okafor · 1 act", "Not counted: likes");
    assertThat(top.indexOf("Ana Ruiz")).isLessThan(top.indexOf("Tom Okafor"));
  }

  @Test
  void top_saysWhenNobodyHasAdvocated() {
    books.hear("U0ANA", Intent.AMPLIFICATION, 100, "+1");
    assertThat(ask("top")).contains("Nobody has advocated yet").doesNotContain("Ana Ruiz");
  }

  @Test
  void model_learnsWhenAsked_andGoesBack() {
    assertThat(ask("model retrain")).contains("There are 0 corrections to learn from");
    for (int i = 0; i < 30; i++) {
      books.learning.corrected(Toy.mention(i), "U0ANA", Toy.jargon(i), Intent.PRAISE, "U0MAYA");
    }
    assertThat(ask("model"))
        .contains("*Corrections:* 30", "as it was shipped", "next quiet moment");
    assertThat(ask("model retrain"))
        .contains("Version 1 is learnt, and in use from now on.")
        .contains("*Version 1*, in use", "asked for by Maya Lindt", "all are learnt");
    assertThat(ask("model use 7")).contains("Version 7 cannot be used");
    assertThat(ask("model shipped")).contains("by the shipped model alone", "as it was shipped");
    assertThat(ask("model use 1")).contains("are read with version 1", "*Version 1*, in use");
  }

  @Test
  void account_isCreatedWithAllThatWasSaid() {
    ask(
        "account Northwind Foods marquee owner <@U0MAYA> sponsor <@U0OMAR> domain n.example team T0NORTH");
    Account account = books.accounts.named("northwind foods").orElseThrow();
    assertThat(account.tier()).isEqualTo(Tier.MARQUEE);
    assertThat(account.owner()).isEqualTo("U0MAYA");
    assertThat(account.sponsor()).isEqualTo("U0OMAR");
    assertThat(account.domains()).containsExactly("n.example");
    assertThat(account.teams()).containsExactly("T0NORTH");
  }

  @Test
  void account_linksAPersonAndKeepsByWhomAndWhen() {
    ask("account Northwind person <@U0ANA>");
    Contact ana = books.advocates.contact("U0ANA").orElseThrow();
    assertThat(ana.link()).isNotNull();
    assertThat(ana.link().account()).isEqualTo("northwind");
    assertThat(ana.link().rule()).isEqualTo("set by <@U0MAYA> with /vouch account");
    assertThat(ana.link().at()).isEqualTo(NOW);
  }

  @Test
  void account_keepsItsIdWhenItIsRenamed() {
    ask("account Northwind named");
    assertThat(ask("account Northwind rename North Group")).contains("*North Group*");
    assertThat(books.accounts.account("northwind").orElseThrow().name()).isEqualTo("North Group");
  }

  @Test
  void unknownAccount_isNotCreatedByAsking() {
    ask("account Northwind named");
    assertThat(ask("account Nortwhind"))
        .contains("No account is called \"Nortwhind\"", "Did you mean `/vouch account Northwind`?");
    assertThat(books.accounts.accounts(10)).hasSize(1);
  }

  @Test
  void takenDomain_isRefusedAndNothingIsChanged() {
    ask("account Northwind domain n.example");
    assertThat(ask("account Other marquee domain n.example"))
        .contains(
            "The domain n.example belongs to the account Northwind already. Nothing was changed.");
    assertThat(books.accounts.named("Other")).isEmpty();
  }

  @Test
  void account_showsWhatWasSetOfIt_andForgetsIt() {
    assertThat(
            ask(
                "account Northwind channel <#C0SHARED> region EMEA sector \"food retail\" stage trial"
                    + " renewal 2027-03-31 criteria others ask them"))
        .contains("*Criteria:* others ask them", "*Region:* EMEA", "*Sector:* food retail")
        .contains("*Stage:* trial", "*Renewal:* 2027-03-31", "<#C0SHARED>");
    assertThat(ask("account Northwind stage none channel <#C0SHARED> off"))
        .contains("*Stage:* not set", "*Channels:* none", "*Region:* EMEA");
    assertThat(ask("account Northwind renewal soon"))
        .contains("is no day; write it like 2027-01-31. Nothing was changed.");
  }

  @Test
  void domainTakenOff_isFreeForAnotherAccount() {
    ask("account Northwind domain n.example");
    ask("account Northwind domain n.example off");
    ask("account Other domain n.example");
    assertThat(books.accounts.ofDomain("n.example").orElseThrow().name()).isEqualTo("Other");
  }

  @Test
  void whatAColleagueSetMeanwhile_standsUntilItWasSeen() {
    ask("account Northwind named");
    askAs("U0OMAR", "account Northwind owner <@U0OMAR> region EMEA", "C0TEAM");

    assertThat(ask("account Northwind owner <@U0MAYA> stage trial"))
        .contains(
            "Nothing was changed", "Omar Haddad changed the owner from nothing to Omar Haddad")
        .contains("*Owner:* Omar Haddad", "*Stage:* not set");
    assertThat(ask("account Northwind owner <@U0MAYA>"))
        .contains("Noted.", "*Owner:* Maya Lindt", "*Region:* EMEA");
  }

  @Test
  void changesOfDifferentFields_bothStand_andAreTold() {
    ask("account Northwind named");
    askAs("U0OMAR", "account Northwind owner <@U0OMAR>", "C0TEAM");

    assertThat(ask("account Northwind region EMEA"))
        .contains("Since you last looked, this was changed too: Omar Haddad changed the owner")
        .contains("*Owner:* Omar Haddad", "*Region:* EMEA");
  }

  @Test
  void whatWasSeen_mayBeChangedAtOnce() {
    ask("account Northwind owner <@U0MAYA>");
    askAs("U0OMAR", "account Northwind", "C0TEAM");
    assertThat(askAs("U0OMAR", "account Northwind owner <@U0OMAR>", "C0TEAM"))
        .contains("*Owner:* Omar Haddad")
        .doesNotContain("Nothing was changed");
  }

  @Test
  void oneMarqueeAccountTooMany_isRefusedWithTheNames() {
    ask("settings marquee 2");
    ask("account Alder marquee");
    ask("account Birch marquee");
    assertThat(ask("account Cedar marquee"))
        .contains("There may be 2 marquee accounts, and there are: Alder, Birch. Nothing");
    assertThat(ask("settings marquee 1")).contains("2 marquee accounts already: Alder, Birch");
    ask("account Alder named");
    assertThat(ask("account Cedar marquee")).contains("*Cedar* · marquee", "say why it is marquee");
  }

  @Test
  void personWhoMoves_keepsActsAndOwnRoles_andLeavesWhatTheAccountGave() {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "you should all try it");
    ask("account Northwind person <@U0ANA>");
    Card card =
        new Card(
            new Card.Handle("U0ANA", "ana@n.example"),
            "Ana Ruiz",
            "northwind",
            Set.of(Role.CUSTOMER, Role.INFLUENCER),
            "Head of Finance",
            new Card.Tongue("es", "Europe/Madrid"),
            "an import of contacts.csv");
    books.accounts.cards().replace(List.of(new CardBook.Replacement(null, card)), NOW);
    assertThat(ask("account Northwind")).contains("Ana Ruiz, Head of Finance · 1 act");

    assertThat(ask("account Kestrel person <@U0ANA>")).contains("Ana Ruiz · 1 act of advocacy");
    Card moved = books.accounts.cards().card("U0ANA").orElseThrow();
    assertThat(moved.account()).isEqualTo("kestrel");
    assertThat(moved.roles()).containsExactly(Role.INFLUENCER);
    assertThat(moved.title()).isNull();
    assertThat(moved.tongue()).isEqualTo(card.tongue());
    assertThat(books.advocates.acts("U0ANA")).hasSize(1);
    assertThat(books.advocates.people("northwind")).isEmpty();
  }

  @Test
  void customers_cannotOwnAccountsAndStaffCannotBelongToThem() {
    assertThat(ask("account Northwind owner <@U0ANA>"))
        .contains("Ana Ruiz is not one of our own people, so they cannot be the owner");
    assertThat(ask("account Northwind person <@U0OMAR>")).contains("cannot belong to an account");
    assertThat(ask("account Northwind team T0ACME")).contains("our own workspace");
    assertThat(books.accounts.accounts(10)).isEmpty();
  }

  @Test
  void overlongName_isRefusedWithTheRule() {
    assertThat(ask("account Northwind rename " + "x".repeat(90)))
        .contains("An account's name has 1 to 80 characters. Nothing was changed.");
  }

  @Test
  void settings_changeSeveralThingsAtOnce() {
    ask("settings mode act approver <@U0OMAR> delay 4-8 digest <#C0TEAM> 08:30");
    assertThat(books.settings.settings().mode()).isEqualTo(Mode.ACT);
    assertThat(books.settings.settings().approver()).isEqualTo("U0OMAR");
    assertThat(books.settings.settings().rules().leastDelay()).hasDays(4);
    assertThat(books.settings.settings().digests())
        .containsEntry(
            "C0TEAM", new DigestChannel("C0TEAM", LocalTime.of(8, 30), ZoneId.of("Europe/Berlin")));
  }

  @Test
  void namesOfProducts_areKeptShownAndForgotten() {
    assertThat(ask("settings product Lumo product \"Lumo Pay\" competitor Tessel"))
        .contains("*Our products:* Lumo, Lumo Pay", "*Competitors:* Tessel");
    assertThat(ask("settings product LUMO off competitor \"lumo pay\""))
        .contains("*Our products:* none", "*Competitors:* lumo pay, Tessel");
    assertThat(books.settings.settings().products())
        .isEqualTo(new Products(Set.of(), Set.of("lumo pay", "Tessel")));
  }

  @Test
  void digest_isRefusedWhereAGuestIs() {
    books.directory.guest("C0TEAM", "U0TOM");
    assertThat(ask("settings digest <#C0TEAM> 09:00"))
        .contains("Tom Okafor is in #advocates and is not one of us", "Nothing was changed");
    assertThat(books.settings.settings().digests()).isEmpty();
  }

  @Test
  void digest_isRefusedWhereOthersCanReadIt() {
    assertThat(ask("settings digest <#C0SHARED> 09:00 UTC"))
        .contains("People of another company are in #northwind-acme");
    assertThat(ask("settings digest <#C0NONE> 09:00 UTC")).contains("Invite me there first");
    assertThat(books.settings.settings().digests()).isEmpty();
  }

  @Test
  void settings_refuseAWrongPersonAsSourceOrApprover() {
    assertThat(ask("settings source <@U0ANA> on")).contains("Ana Ruiz is a person");
    assertThat(ask("settings approver <@U0TOM>")).contains("cannot be the approver");
    assertThat(ask("settings staff <@U0MAYA> no")).contains("ask a colleague");
    ask("settings source <@U0BOT> on");
    assertThat(books.settings.settings().sources()).containsExactly("U0BOT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "who <@U0ANA>",
        "why <@U0ANA>",
        "top",
        "settings",
        "account Northwind",
        "x"
      })
  void customersAndStrangers_getOneKindSentence(String command) {
    books.hear("U0ANA", Intent.ADVOCACY, 100, "secret words");
    ask("account Northwind person <@U0ANA>");
    for (String outsider : new String[] {"U0ANA", "U0TOM", "U0BOT", "U0NOBODY"}) {
      assertThat(askAs(outsider, command, "C0TEAM"))
          .contains("Vouch answers only the people of the company")
          .doesNotContain("Northwind", "secret", "Ana Ruiz");
    }
  }

  @Test
  void strangersCommand_changesNothing() {
    askAs("U0TOM", "settings mode act", "C0TEAM");
    askAs("U0TOM", "account Northwind marquee", "C0TEAM");
    assertThat(books.settings.settings().mode()).isEqualTo(Mode.APPROVE_FIRST);
    assertThat(books.accounts.accounts(10)).isEmpty();
  }

  @Test
  void staffNamedByHand_getAnswersAndPeopleNamedNotStaffDoNot() {
    ask("settings staff <@U0TOM> yes staff <@U0OMAR> no");
    assertThat(askAs("U0TOM", "help", "C0TEAM")).contains("What you can ask");
    assertThat(askAs("U0OMAR", "help", "C0TEAM")).contains("answers only the people");
  }

  @Test
  void sharedChannel_addsAReminderThatOthersAreNear() {
    assertThat(askAs("U0MAYA", "help", "C0SHARED")).contains("People of another company");
    assertThat(askAs("U0MAYA", "help", "C0TEAM")).doesNotContain("People of another company");
  }

  @Test
  void unclearCommand_getsShortHelpWithTheNearest() {
    assertThat(ask("acocunt")).contains("Did you mean `/vouch account`?", "`/vouch help`");
  }

  private String ask(String command) {
    return askAs("U0MAYA", command, "C0TEAM");
  }

  private String askAs(String person, String command, String channel) {
    Rendering answer =
        CommandDesk.answer(
            CommandParser.parse(command), new Asked(person, channel, NOW), books.workspace());
    return answer.text() + Texts.of(GsonFactory.createSnakeCase().toJsonTree(answer.blocks()));
  }
}
